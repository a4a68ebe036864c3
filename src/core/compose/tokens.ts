/**
 * A paragraph's text as tokens: what is never parted by a line's end of itself. One Han character or mark, a
 * number with its signs, a Latin word, a dash or ellipsis of two characters, a run of spaces.
 */
import { RIGHT_TO_LEFT } from './bidi.ts'

export type TokenKind = 'han' | 'mark' | 'figures' | 'word' | 'space' | 'break' | 'nothing' | 'other'

/** A number with a unit in Latin behind it is a word. Sign and currency before, range and fraction within, per cent, degree or plus behind (GB/T 15835). */
const FIGURES =
  '[+±−-]?[$¥€£￥]?\\d+(?:[.,:/]\\d+)*(?:[-~～]\\d+(?:[.,:]\\d+)*)*(?:[%％‰℃°+](?!\\d))?(?!(?:[-.,:/~～]?\\d(?:[-\\d.,:/~～]*\\d)?)?\\p{Script=Latin})'
const LETTER = `(?![${RIGHT_TO_LEFT}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Bopomofo}])\\p{L}`
const RIGHT_TO_LEFT_WORD = `(?=[${RIGHT_TO_LEFT}])\\p{L}(?:(?=[${RIGHT_TO_LEFT}])\\p{L}|\\p{M})*`
const WORD = `(?:@|\\d(?=(?:[-\\d.,:/~～]*\\d)?\\p{Script=Latin})|${LETTER})(?:${LETTER}|[\\p{M}\\d@._+&/:-]|['’](?=\\p{Script=Latin})|[,~～](?=\\d))*`
/** A base character with its combining marks; an emoji with all that it is joined to. */
const CLUSTER = '\\p{RI}\\p{RI}|\\P{M}(?:[\\p{M}\\ufe0f\\u{1f3fb}-\\u{1f3ff}]|\\u200d\\P{M})*|.'

/** The kinds that a pattern tells, in the order they are tried in; each matches from its `lastIndex` on. */
const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['mark', /——|⸺|……/y],
  ['break', /\r\n|[\n\r\u2028]/y],
  ['space', /[ \t\u00a0\u2002-\u200a\u3000]+/y],
  ['nothing', /[\p{Cc}\p{Cf}]/uy],
  ['figures', new RegExp(FIGURES, 'uy')],
  ['word', new RegExp(WORD, 'uy')],
  ['word', new RegExp(RIGHT_TO_LEFT_WORD, 'uy')],
]
const ANY = new RegExp(CLUSTER, 'suy')

/**
 * Goes from token to token; every UTF-16 unit of the text is in exactly one. The reader itself says which one it has
 * come to, because a paragraph is read again with every key and objects for its tokens would be much garbage.
 */
export class TokenReader {
  kind: TokenKind = 'nothing'
  start = 0
  end = 0

  constructor(private readonly text: string) {}

  /** False behind the last token. */
  next(): boolean {
    const { text } = this
    this.start = this.end
    if (this.start >= text.length) return false
    const plain = plainKind(text.charCodeAt(this.start))
    if (plain !== undefined && !isCombining(text, this.start + 1)) {
      this.kind = plain
      this.end = this.start + 1
    } else this.match()
    return true
  }

  private match(): void {
    for (const [kind, pattern] of PATTERNS) {
      pattern.lastIndex = this.start
      if (!pattern.test(this.text)) continue
      this.kind = kind
      this.end = pattern.lastIndex
      return
    }
    ANY.lastIndex = this.start
    ANY.test(this.text)
    this.end = ANY.lastIndex
    const cluster = this.text.slice(this.start, this.end)
    this.kind = HAN.test(cluster) ? 'han' : MARK.test(cluster) ? 'mark' : 'other'
  }
}

const HAN = /^[\p{Script=Han}〇]/u
const MARK = /^\p{P}/u
/** Marks that are tokens of their own wherever they stand. */
const PLAIN_MARKS = new Set(
  Array.from('，。、；：？！“”‘’（）《》〈〉「」『』【】〔〕', (mark) => mark.charCodeAt(0)),
)

/** What nearly all text is made of: asked first, because a regular expression costs ten times as much. */
const plainKind = (code: number): TokenKind | undefined => {
  if (code >= 0x4e00 && code <= 0x9fff) return 'han'
  return PLAIN_MARKS.has(code) ? 'mark' : undefined
}

/** Whether what follows a character belongs to it: a combining mark or a variation selector. */
function isCombining(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0x300 && (code < 0x3000 || code >= 0xdb00) && /^[\p{M}\u200d]/u.test(text.slice(at, at + 2))
}
