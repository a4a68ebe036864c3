/**
 * Numbers by GB/T 15835—2011 (出版物上数字用法), clause by clause, and the letters of units by GB 3100. What is a
 * matter of a house's choice and not of the standard is not here.
 */
import type { PatternRule } from './finding.ts'
import { figuresOf, numeralOf, roundNumeral, smallNumber } from './numerals.ts'

const NUMBER = '\\d+(?:[.,]\\d+)*'
/** What may follow two numbers of a range; it tells a range from a telephone number, a model or a score. */
const COUNTED =
  '(?:[人名个位家户件辆台套条项亩次倍度里米吨元克升岁周天页届期版章节万亿%％‰℃]|千[米克瓦]|毫[米升克]|厘米|公[里斤顷分]|平方|立方|小时|分钟|摄氏)'
const MOMENT = '(?:[年月日号时]|学年)'
const DASHES = '[-－–−一―─]'

const DATES: PatternRule[] = [
  // 4.1.1, 4.3: years, months and days of the common calendar in one style, in newspapers in figures
  {
    rule: 'number-date-mixed',
    pattern: /[一二][〇零○◯一二三四五六七八九]{3}年(?=\d{1,2}月)/gu,
    fix: ([year]) => `${figuresOf(year.slice(0, 4))}年`,
  },
  {
    rule: 'number-date-mixed',
    pattern: /(?<=\d{4}年)([一二三四五六七八九十]{1,2})月(?!初|廿)(?!十[一二三四五六七八九]?[^日号])/gu,
    when: ([, month]) => smallNumber(month!) <= 12,
    fix: ([, month]) => `${smallNumber(month!)}月`,
  },
  {
    rule: 'number-date-mixed',
    pattern: /(?<=\d月)([一二三四五六七八九十]{1,3})(?=[日号])/gu,
    when: ([, day]) => smallNumber(day!) <= 31,
    fix: ([, day]) => String(smallNumber(day!)),
  },
  {
    rule: 'number-year-han',
    pattern: /(?<![一二三四五六七八九十百千万])[一二][〇零○◯一二三四五六七八九]{3}年(?!\d)/gu,
    fix: ([year]) => `${figuresOf(year.slice(0, 4))}年`,
  },
  // 5.2.3: 0 among numerals is 〇; a circle looks like it
  {
    rule: 'number-zero',
    pattern: /(?<=[一二三四五六七八九])[○◯](?=[一二三四五六七八九号室路])/gu,
    fix: '〇',
  },
  // 5.1.4: a year is not cut short
  { rule: 'number-short-year', pattern: /(?<![\d第约近前后共至到过超满])\d{2}年(?=\d{1,2}月)/gu },
  {
    rule: 'date-impossible',
    pattern: /(?<![\d.])(?:(\d{4})年)?(\d{1,2})月(\d{1,2})(?=日)/gu,
    when: ([, year, month, day]) => !isDay(Number(year ?? 2024), Number(month), Number(day)),
  },
  { rule: 'date-impossible', pattern: /(?<![\d.])(?:1[3-9]|[2-9]\d|0)月(?=\d{1,2}日)/gu },
  { rule: 'date-impossible', pattern: /(?<![\d.])(?:2[5-9]|[3-9]\d)时(?=\d{1,2}分|许|整)/gu },
  // 5.1.6: a day's name in figures, and 一月, 十一月 and 十二月 in numerals, take an interpunct
  {
    rule: 'number-named-day',
    pattern: /(?<=[“‘])(3)[.．。、-]?(15)(?=[”’])|(?<=[“‘])(9)[.．。、-](11)(?=[”’])/gu,
    fix: ([, month, day, other, otherDay]) => `${month ?? other}·${day ?? otherDay}`,
  },
  {
    rule: 'number-named-day',
    pattern: /(?<=[“‘])一二(?:九(?=[”’]运动)|八(?=[”’]事变))/gu,
    fix: ([name]) => `${name[0]}${name.endsWith('九') ? '二·九' : '·二八'}`,
  },
]

/** Whether there is such a day. */
function isDay(year: number, month: number, day: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  // months that there are not have a rule of their own
  return days === undefined || (day >= 1 && day <= days)
}

const RANGES: PatternRule[] = [
  // 5.1.3: 万, 亿 and % are not left out behind the first number
  {
    rule: 'number-range-unit',
    pattern: new RegExp(`(?<![\\d.,A-Za-z-])(${NUMBER})([～~—-])(?=${NUMBER}([%％‰万亿]))`, 'gu'),
    fix: ([, first, mark, unit]) => `${first}${unit}${mark === '—' ? mark : '～'}`,
  },
  // GB/T 15834, 4.13.3: from one time to another with —, from one quantity to another with ～
  {
    rule: 'number-range-mark',
    pattern: new RegExp(
      `(?<=(?:^|[^\\d.A-Za-z/-])\\d{1,4}${MOMENT}?|[年月]\\d{0,2}[日号]?)${DASHES}(?=\\d{1,4}${MOMENT})`,
      'gu',
    ),
    fix: '—',
  },
  {
    rule: 'number-range-mark',
    pattern: new RegExp(
      `(?<=(?:^|[^\\dA-Za-z.,/-])${NUMBER}[%％‰℃万亿元]*)${DASHES}(?=${NUMBER}${COUNTED})`,
      'gu',
    ),
    fix: '～',
  },
  { rule: 'number-range-mark', pattern: /(?<=\d[%％‰℃万亿元年月日]?)~(?=\d)/gu, fix: '～' },
]

/** Words for "about" before a number; 最近 and 附近 are none. */
const ABOUT = '(?:大?约|(?<![最附临靠接新])近|超过)'

const QUANTITIES: PatternRule[] = [
  // 4.2.2: numbers with 几 are written in numerals
  {
    rule: 'number-about',
    pattern: /(?<![\d.,])(\d+)几(?=[\p{Script=Han}])/gu,
    fix: ([, figures]) => {
      const numeral = roundNumeral(figures!)
      return numeral && `${numeral}几`
    },
  },
  // 5.2.1: two numbers side by side for "about" have no mark between them
  {
    rule: 'number-about-comma',
    pattern:
      /(?<![第一二三四五六七八九十百千万、\d])([一二三四五六七八九])、([一二三四五六七八九])(?=(?:[十百千万亿]|[个天人名岁米次里倍成家位件]|年(?![级代])|分钟|小时|公里|元))/gu,
    when: ([, first, second]) => follows(smallNumber(first!), smallNumber(second!)),
    fix: ([, first, second]) => `${first}${second}`,
  },
  {
    rule: 'number-about-comma',
    pattern: /(?<![\d第、.,])([1-9])、([1-9])(?=[个天人名岁次里成家位件])/gu,
    when: ([, first, second]) => follows(Number(first), Number(second)),
    fix: ([, first, second]) => `${numeralOf(first!)}${numeralOf(second!)}`,
  },
  // "about" said before and behind
  {
    rule: 'number-about-twice',
    pattern: new RegExp(`${ABOUT}${NUMBER}[万亿%％]*(?:多|余)`, 'gu'),
  },
  {
    rule: 'number-about-twice',
    pattern: new RegExp(`${ABOUT}${NUMBER}[万亿%％]*[\\p{Script=Han}]{0,3}(?:左右|上下)`, 'gu'),
  },
  {
    rule: 'number-percent-mixed',
    pattern: /百分之(\d+(?:\.\d+)?)/gu,
    fix: ([, figures]) => `${figures}%`,
  },
  { rule: 'number-percent-mixed', pattern: /(?<=[一二三四五六七八九十百])[%％]/gu },
  // 5.3: only 万 and 亿 stand behind figures
  {
    rule: 'number-hundreds',
    pattern:
      /(?<![\d.,])(\d+(?:\.\d+)?)(百(?![分帕货姓合年事强科佳花])|千(?![米克瓦卡伏赫帕焦兆字牛安升年里]|比特))/gu,
    fix: ([, figures, unit]) => String(Math.round(Number(figures) * (unit === '百' ? 100 : 1000))),
  },
  // 5.1.2: a nought stands before the point
  { rule: 'number-point', pattern: /(?<=[\p{Script=Han}（，、：。；])\.(?=\d)/gu, fix: '0.' },
  { rule: 'number-point', pattern: /(?<=\d)[。．·](?=\d+(?:[%％‰万亿℃元吨米]|个百分点))/gu, fix: '.' },
  // a number is not parted by a space
  { rule: 'number-broken', pattern: /(?<=\d) +(?=[.,]?\d|[%％‰℃])|(?<=\d[.,]) +(?=\d)/gu, fix: '' },
]

/** Approximate numbers: one after the other, or 三五. */
const follows = (first: number, second: number): boolean =>
  second === first + 1 || (first === 3 && second === 5)

/** The right letters of units, by what is often written. */
const UNITS: Readonly<Record<string, string>> = {
  KG: 'kg',
  Kg: 'kg',
  KM: 'km',
  Km: 'km',
  CM: 'cm',
  MM: 'mm',
  kw: 'kW',
  KW: 'kW',
  Kw: 'kW',
  kwh: 'kWh',
  KWH: 'kWh',
  Kwh: 'kWh',
  KWh: 'kWh',
  mw: 'MW',
  gw: 'GW',
  MWH: 'MWh',
  GWH: 'GWh',
  hz: 'Hz',
  HZ: 'Hz',
  khz: 'kHz',
  KHZ: 'kHz',
  KHz: 'kHz',
  mhz: 'MHz',
  MHZ: 'MHz',
  ghz: 'GHz',
  GHZ: 'GHz',
  ML: 'mL',
  kv: 'kV',
  KV: 'kV',
  Kv: 'kV',
  kva: 'kVA',
  KVA: 'kVA',
  mpa: 'MPa',
  MPA: 'MPa',
  Mpa: 'MPa',
  kpa: 'kPa',
  KPA: 'kPa',
  m2: 'm²',
  m3: 'm³',
  km2: 'km²',
  KM2: 'km²',
  cm2: 'cm²',
  cm3: 'cm³',
}

const UNIT_RULES: PatternRule[] = [
  {
    rule: 'unit-letters',
    pattern: new RegExp(
      `(?<=\\d[万亿余多]?)(?:${Object.keys(UNITS)
        .sort((a, b) => b.length - a.length)
        .join('|')})(?![A-Za-z\\d])`,
      'gu',
    ),
    fix: ([unit]) => UNITS[unit],
  },
  { rule: 'unit-letters', pattern: /(?<=[\d万亿余多])平米/gu, fix: '平方米' },
  {
    rule: 'unit-twice',
    pattern: new RegExp(`[¥￥](${NUMBER}[万亿]?元)`, 'gu'),
    fix: ([, amount]) => amount,
  },
  {
    rule: 'unit-twice',
    pattern: new RegExp(`\\$(${NUMBER}[万亿]?美元)`, 'gu'),
    fix: ([, amount]) => amount,
  },
]

export const NUMBER_RULES: readonly PatternRule[] = [...DATES, ...RANGES, ...QUANTITIES, ...UNIT_RULES]
