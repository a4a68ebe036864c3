/**
 * A paragraph's text as tokens: what is never parted by a line's end of itself. One Han character or mark, a
 * number with its signs, a Latin word, a dash or ellipsis of two characters, a run of spaces.
 */
export type TokenKind = 'han' | 'mark' | 'figures' | 'word' | 'space' | 'break' | 'nothing' | 'other'

export interface Token {
  text: string
  start: number
  kind: TokenKind
}

/** Sign and currency before, range and fraction within, per cent, degree or plus behind (GB/T 15835). */
const FIGURES =
  '[+±−-]?[$¥€£￥]?\\d+(?:[.,:/]\\d+)*(?:[-~～]\\d+(?:[.,]\\d+)*)*(?:[%％‰℃°+](?!\\d))?(?!\\p{Script=Latin})'
const LETTER =
  '(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Bopomofo}])\\p{L}'
const WORD = `(?:@|\\d(?=[\\d]*\\p{Script=Latin})|${LETTER})(?:${LETTER}|[\\p{M}\\d@._+&/:-]|['’](?=\\p{Script=Latin}))*`
/** A base character with its combining marks; an emoji with all that it is joined to. */
const CLUSTER = '\\p{RI}\\p{RI}|\\P{M}(?:[\\p{M}\\ufe0f\\u{1f3fb}-\\u{1f3ff}]|\\u200d\\P{M})*|.'
const TOKEN = new RegExp(
  `(?<mark>——|⸺|……)|(?<break>\\r\\n|[\\n\\r\\u2028])|(?<space>[ \\t\\u00a0\\u2002-\\u200a\\u3000]+)` +
    `|(?<nothing>[\\p{Cc}\\p{Cf}])|(?<figures>${FIGURES})|(?<word>${WORD})|${CLUSTER}`,
  'gsuy',
)

/** Splits `text`; every UTF-16 unit of it is in exactly one token. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (isPlainHan(code) && !isCombining(text, at + 1)) {
      tokens.push({ text: text[at] as string, start: at, kind: 'han' })
      at++
      continue
    }
    TOKEN.lastIndex = at
    const match = TOKEN.exec(text) as RegExpExecArray
    tokens.push({ text: match[0], start: at, kind: kindOf(match) })
    at += match[0].length
  }
  return tokens
}

function kindOf({ 0: text, groups }: RegExpExecArray): TokenKind {
  for (const kind of ['mark', 'break', 'space', 'nothing', 'figures', 'word'] as const) {
    if (groups?.[kind] !== undefined) return kind
  }
  if (HAN.test(text)) return 'han'
  return MARK.test(text) ? 'mark' : 'other'
}

const HAN = /^[\p{Script=Han}〇]/u
const MARK = /^\p{P}/u

/** The block that nearly all text is in: asked first, because a regular expression costs ten times as much. */
const isPlainHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

/** Whether what follows a character belongs to it: a combining mark or a variation selector. */
function isCombining(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0x300 && (code < 0x3000 || code >= 0xdb00) && /^[\p{M}\u200d]/u.test(text.slice(at, at + 2))
}
