/** The dates a folio is printed with; each pattern is tried on one line, with its full-width digits made plain. */

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const MONTH = `((?:${MONTHS})[a-z]*)\\.?`
const DAYS = 'sun|mon|tue|wed|thu|fri|sat'
const HAN_DIGITS = '〇○零Ｏ一二三四五六七八九'

/** `2025年3月17日`, `2025-03-17`, `2025.3.17`, `2025/3/17`. */
const NUMERIC = /(?<!\d)((?:19|20)\d{2})\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})(?:\s*[日号]|(?!\d))/u
/** `二〇二五年三月十七日`. */
const HAN = new RegExp(
  `([${HAN_DIGITS}]{4})\\s*年\\s*([一二三四五六七八九十]{1,2})\\s*月\\s*([一二三四五六七八九十]{1,3})\\s*日`,
  'u',
)
/** `March 17, 2025`, `17 March 2025`. */
const MONTH_FIRST = new RegExp(
  `\\b${MONTH}\\s*(\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s*((?:19|20)\\d{2})\\b`,
  'iu',
)
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH}\\s*,?\\s*((?:19|20)\\d{2})\\b`, 'iu')

export const DATE = [NUMERIC, HAN, MONTH_FIRST, DAY_FIRST]
/** The month and day of a date without its year, which may stand elsewhere. */
export const DAY = [
  /(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})\s*日/u,
  /([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/u,
]
export const YEAR = [/(?<!\d)((?:19|20)\d{2})\s*年/u]

/** Not 周一凡, which is a name. */
export const WEEKDAY = [
  /[（(【]?\s*(?:星\s?期|礼拜)\s?([一二三四五六日天])\s*[）)】]?/u,
  /[（(]?(?<!\p{Script=Han})周([一二三四五六日])(?!\p{Script=Han})[）)]?/u,
  new RegExp(`\\b(${DAYS})(?:day|sday|nesday|rsday|urday|s|r|rs)?\\b[.,]?`, 'iu'),
]

const LUNAR_MONTH = '闰?(?:十[一二]|[正一二三四五六七八九十冬腊])月[大小]?'
const LUNAR_DAY =
  '(?:初[一二三四五六七八九十]|十[一二三四五六七八九]|廿[一二三四五六七八九]?|二十[一二三四五六七八九]?|三十|卅)'
const TERM =
  '立春|雨水|惊蛰|春分|清明|谷雨|立夏|小满|芒种|夏至|小暑|大暑|立秋|处暑|白露|秋分|寒露|霜降|立冬|小雪|大雪|冬至|小寒|大寒'
/** `农历乙巳年二月十八`, `乙巳蛇年二月十八 春分`, `二月十八`. */
export const LUNAR = [
  new RegExp(
    '[（(]?(?:农历|夏历|阴历)?\\s*(?:[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])?\\s*[（(]?[鼠牛虎兔龙蛇马羊猴鸡狗猪]?[）)]?\\s*年?\\s*' +
      `${LUNAR_MONTH}${LUNAR_DAY}(?!日)[）)]?(?:\\s*(?:今日|今天|明日|明天)?(?:${TERM}))?`,
    'u',
  ),
  /(?:农历|夏历)\S*/u,
]

/** ISO, `2025-03-17`; null when the calendar has no such day. */
export function isoDate(match: RegExpExecArray): string | null {
  const [first, second, third] = match.slice(1) as [string, string, string]
  if (/^[a-z]/i.test(first)) return iso(third, monthOf(first), second)
  if (/^[a-z]/i.test(second)) return iso(third, monthOf(second), first)
  return iso(plain(first), plain(second), plain(third))
}

/** `3-17`, to which a year may be found. */
export const dayOf = (match: RegExpExecArray): string => `${plain(match[1]!)}-${plain(match[2]!)}`

export function dateOf(year: string, day: string): string | null {
  const [month, dayOfMonth] = day.split('-') as [string, string]
  return iso(year, month, dayOfMonth)
}

export function weekdayOf(match: RegExpExecArray): string {
  const day = match.slice(1).find((each) => each !== undefined)!
  const english = DAYS.split('|').indexOf(day.toLowerCase())
  if (english >= 0) return `星期${'日一二三四五六'[english]}`
  return `星期${day === '天' ? '日' : day}`
}

function iso(year: string, month: string, day: string): string | null {
  const valid = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
  return valid ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null
}

const monthOf = (name: string): string =>
  String(MONTHS.split('|').indexOf(name.slice(0, 3).toLowerCase()) + 1)

const plain = (number: string): string => (/^\d/.test(number) ? number : hanNumber(number))

/** `二〇二五` is read digit by digit, `二十七` as a count. */
export function hanNumber(han: string): string {
  const digitOf = (character: string) => '〇一二三四五六七八九'.indexOf(character.replace(/[○零Ｏ]/u, '〇'))
  if (!han.includes('十')) return [...han].map(digitOf).join('')
  const [tens = '', ones = ''] = han.split('十')
  return String((tens ? digitOf(tens) : 1) * 10 + (ones ? digitOf(ones) : 0))
}
