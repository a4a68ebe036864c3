/** Marks by GB/T 15834—2011 (标点符号用法), spaces and characters that no page should print. */
import type { PatternRule } from './finding.ts'

const HAN = '[\\p{Script=Han}]'
/** What makes a mark beside it a mark of Chinese text. */
const CHINESE = '[\\p{Script=Han}，。、；：？！“”‘’（）《》〈〉【】…—·]'

const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
}

const full = ([mark]: RegExpMatchArray): string | undefined => FULL[mark]

const HALF_WIDTH: PatternRule[] = [
  {
    rule: 'half-width-mark',
    pattern: new RegExp(`(?<=${CHINESE} *)[,;:?!]|[,;:?!](?= *${HAN})`, 'gu'),
    fix: full,
  },
  {
    rule: 'half-width-mark',
    pattern: new RegExp(`(?<=${HAN}|[”’》）%％])\\.(?![\\d.\\p{L}])`, 'gu'),
    fix: '。',
  },
  // between two Han it may stand for 。 or for ·
  { rule: 'half-width-mark', pattern: new RegExp(`(?<=${HAN})\\.(?=${HAN})`, 'gu') },
  { rule: 'half-width-mark', pattern: /[｡､｢｣]/gu, fix: ([mark]) => mark.normalize('NFKC') },
]

const TOGETHER: PatternRule[] = [
  // 4.11: the ellipsis is …… of six dots; no 等, 。 or ， behind it
  { rule: 'ellipsis', pattern: /\.{3,}|。{3,}|…(?:\.+|。{2,})|(?<!…)…(?!…)|…{3,}|·{3,}/gu, fix: '……' },
  { rule: 'ellipsis', pattern: /(?<=……)[。，、；：]/gu, fix: '' },
  { rule: 'ellipsis', pattern: /……等(?=[。，；\p{Script=Han}])/gu, fix: '等' },
  // 4.10: the dash is —— of two em
  {
    rule: 'dash',
    pattern: /(?<=[\p{Script=Han}”》）])(?:-{2,}|－{1,}|[―─]{1,2}|–{2})(?=[\p{Script=Han}“《]|$)|—{3,}/gu,
    fix: '——',
  },
  // 4.4.3: ！ and ？ stand together three times at most, ？ before ！
  { rule: 'doubled-mark', pattern: /([！？])\1{3,}/gu, fix: ([, mark]) => mark!.repeat(3) },
  { rule: 'mark-order', pattern: /(?<!！)！？(?!？)/gu, fix: '？！' },
  { rule: 'doubled-mark', pattern: /([，。、；：])\1+/gu, fix: ([, mark]) => mark },
  { rule: 'clashing-marks', pattern: /[，。、；：？！]*[，。、；：][，。、；：？！]+/gu, fix: strongest },
  { rule: 'clashing-marks', pattern: /(?<=[？！])[，。、；：]/gu, fix: '' },
  // a quotation that ends its sentence has its mark inside, and none outside
  { rule: 'clashing-marks', pattern: /(?<=。”)[。，；]/gu, fix: '' },
  { rule: 'clashing-marks', pattern: /(?<=[“‘（《〈【])[，。、；：]|[，、：](?=[）》〉】])/gu, fix: '' },
  { rule: 'mark-at-start', pattern: /^[，。、；：？！”’）》〉】]/gu },
  { rule: 'mark-at-end', pattern: /[，、“‘（《〈【]$/gu },
  // 4.14: the interpunct of names is · alone
  { rule: 'interpunct', pattern: new RegExp(`(?<=${HAN})[•・‧∙●](?=${HAN})`, 'gu'), fix: '·' },
  { rule: 'empty-pair', pattern: /“”|‘’|（）|《》|〈〉|【】|\(\)/gu, fix: '' },
  // behind a figure the number of an item has a point, behind a numeral 、, behind brackets nothing
  { rule: 'list-number', pattern: /^(\d{1,2})、/gu, fix: ([, number]) => `${number}.` },
  {
    rule: 'list-number',
    pattern: /^([一二三四五六七八九十]{1,3})[.．，](?=\p{Script=Han})/gu,
    fix: ([, number]) => `${number}、`,
  },
  { rule: 'list-number', pattern: /(?<=^（[一二三四五六七八九十\d]{1,3}）)[、，.]/gu, fix: '' },
  { rule: 'list-number', pattern: /(?<=(?:^|[。；：])第[一二三四五六七八九十])、/gu, fix: '，' },
]

/** Of marks that stand together by mistake, the one that ends most. */
function strongest([marks]: RegExpMatchArray): string {
  for (const mark of '？！。；：，') if (marks.includes(mark)) return mark
  return marks[0]!
}

/** Radicals of CJK Radicals Supplement that Unicode's compatibility forms leave out, each before its character. */
const RADICALS =
  '⺠民⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟'

function usualForm([character]: RegExpMatchArray): string | undefined {
  const at = RADICALS.indexOf(character)
  const usual = at >= 0 ? RADICALS[at + 1] : character.normalize('NFKC')
  return usual === character ? undefined : usual
}

/** 本报讯, 新华社北京3月1日电: the composition keeps a gap behind them, and papers type a space; so they do in credits. */
const SPACED = /(?:^.{0,4}讯|^[^，。]{2,24}电|（[^（）]{0,40})$/u

const notSpaced = (match: RegExpMatchArray): boolean => !SPACED.test(match.input!.slice(0, match.index))

const SPACES: PatternRule[] = [
  {
    rule: 'space-in-han',
    pattern: new RegExp(`(?<=${HAN})[ \\u00a0\\u3000\\t]+(?=${HAN})`, 'gu'),
    when: notSpaced,
    fix: '',
  },
  {
    rule: 'space-at-mark',
    pattern:
      /[ \u00a0\u3000\t]+(?=[，。、；：？！”’）》〉】])|(?<=[，。、；：？！“‘（《〈【”’）》〉】])[ \u00a0\u3000\t]+/gu,
    fix: '',
  },
  { rule: 'space-at-mark', pattern: /^[ \u00a0\u3000\t]+|[ \u00a0\u3000\t]+$/gu, fix: '' },
  // the gap between Han and figures is the composition's
  {
    rule: 'space-at-figure',
    pattern: new RegExp(
      `(?<=${HAN})[ \\u00a0]+(?=[\\dA-Za-z])|(?<=[\\dA-Za-z%％℃])[ \\u00a0]+(?=${HAN})`,
      'gu',
    ),
    when: notSpaced,
    fix: '',
  },
]

const CHARACTERS: PatternRule[] = [
  {
    rule: 'full-width-letter',
    pattern: /[０-９Ａ-Ｚａ-ｚ]+(?:[．，：][０-９]+)*/gu,
    fix: ([letters]) => letters.normalize('NFKC'),
  },
  // radicals and compatibility forms look like the character and are found by no search; the rest cannot be printed
  {
    rule: 'odd-character',
    pattern: /[\u2e80-\u2fdf\uf900-\ufaff]/gu,
    fix: usualForm,
  },
  { rule: 'odd-character', pattern: /[\ue000-\uf8ff\ufffd\u{f0000}-\u{10ffff}]/gu },
  {
    rule: 'odd-character',
    pattern: /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]+/gu,
    fix: '',
  },
  { rule: 'doubled-words', pattern: /([的与及被])\1(?!确)/gu, fix: ([, word]) => word },
  {
    rule: 'doubled-words',
    pattern: /([\p{Script=Han}\d]{4,20})\1/gu,
    when: ([, words]) => new Set(words).size > 2,
    fix: ([, words]) => words,
  },
]

export const MARK_RULES: readonly PatternRule[] = [...CHARACTERS, ...TOGETHER, ...HALF_WIDTH, ...SPACES]
