import { fail, ok, type Result } from '../diagnostics.ts'
import type { SourceText } from './types.ts'

/** What the edges lend to core: a strict decoder, null when the bytes are not clean text in that encoding. */
export type DecodeWith = (encoding: SourceText['encoding'], bytes: Uint8Array) => string | null

/** A newspaper page is some 30 kB; what is larger than this is no dump of a page. */
const MAX_BYTES = 64 * 1024 * 1024
const SAMPLE_BYTES = 64 * 1024
/** Text has hardly any control characters but its line ends; one in 20 may be an extractor's scrap. */
const MAX_CONTROL_SHARE = 1 / 20

const LINE_END = /\r\n|[\n\r\f]/u
/** A zero-width character, or white space. */
const ONLY_BLANKS = /^[\s\u200b\u2060\ufeff]*$/u

/**
 * Reads a text dump: UTF-8 or UTF-16 with or without a byte order mark, or GB 18030.
 *
 * Lines are kept verbatim; `\r\n`, `\n`, `\r` and a form feed end one.
 *
 * Errors: `source-empty`, `source-too-large`, `source-is-pdf`, `source-binary`, and `source-encoding` with the
 * first line that does not decode (`at.line`, counted from 1; `params.byte` is the offset of that line).
 */
export function readSource(bytes: Uint8Array, name: string, decodeWith: DecodeWith): Result<SourceText> {
  const at = { file: name }
  if (bytes.length === 0) return fail('source-empty', { at })
  if (bytes.length > MAX_BYTES) return fail('source-too-large', { at, params: { bytes: bytes.length } })
  if (isPdf(bytes)) return fail('source-is-pdf', { at })

  const encoding = encodingOf(bytes, decodeWith)
  if (encoding === null) return fail('source-binary', { at })
  const decoded = decodeWith(encoding, bytes)
  if (decoded === null) return brokenText(bytes, name, encoding, decodeWith)
  const text = decoded.startsWith('\ufeff') ? decoded.slice(1) : decoded
  if (looksBinary(text)) return fail('source-binary', { at })
  if (ONLY_BLANKS.test(text)) return fail('source-empty', { at })
  return ok({ name, encoding, lines: splitLines(text) })
}

function splitLines(text: string): string[] {
  const lines = text.split(LINE_END)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

function isPdf(bytes: Uint8Array): boolean {
  // ISO 32000 lets other bytes stand before the header
  return String.fromCharCode(...bytes.subarray(0, 1024)).includes('%PDF-')
}

/** Null for what is no text at all. */
function encodingOf(bytes: Uint8Array, decodeWith: DecodeWith): SourceText['encoding'] | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes.includes(0)) return utf16WithoutMark(bytes, decodeWith)
  if (decodeWith('utf-8', bytes) !== null) return 'utf-8'
  return mostLinesAreUtf8(bytes, decodeWith) ? 'utf-8' : 'gb18030'
}

/** NUL bytes are the high halves of ASCII in UTF-16, or they are no text. */
function utf16WithoutMark(bytes: Uint8Array, decodeWith: DecodeWith): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length % 2 === 1) return null
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const usual = (encoding: 'utf-16le' | 'utf-16be') => {
    // half a surrogate pair may stand at the end of the sample
    const text = decodeWith(encoding, sample) ?? decodeWith(encoding, sample.subarray(0, -2)) ?? ''
    const odd = text.replace(/[\t\n\f\r -~\p{Script=Han}\u2000-\u206f\u3000-\u303f\uff00-\uffef]/gu, '')
    return text === '' ? 0 : 1 - odd.length / text.length
  }
  const [little, big] = [usual('utf-16le'), usual('utf-16be')]
  if (Math.max(little, big) < 0.9) return null
  return little >= big ? 'utf-16le' : 'utf-16be'
}

/** Whether a file that is not clean UTF-8 is a damaged one: GB 18030 would read nearly any damage as Han. */
function mostLinesAreUtf8(bytes: Uint8Array, decodeWith: DecodeWith): boolean {
  let clean = 0
  let broken = 0
  for (const { line } of byteLines(bytes)) {
    if (line.every((byte) => byte < 0x80)) continue
    if (decodeWith('utf-8', line) === null) broken += 1
    else clean += 1
  }
  return clean > broken
}

function brokenText(
  bytes: Uint8Array,
  file: string,
  encoding: SourceText['encoding'],
  decodeWith: DecodeWith,
): Result<never> {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    return fail('source-encoding', { at: { file }, params: { encoding } })
  }
  let number = 0
  for (const { line, start } of byteLines(bytes)) {
    number += 1
    if (decodeWith(encoding, line) !== null) continue
    return fail('source-encoding', { at: { file, line: number }, params: { encoding, byte: start } })
  }
  return fail('source-encoding', { at: { file }, params: { encoding } })
}

/** The lines as bytes. No line end is ever part of a longer character, neither in UTF-8 nor in GB 18030. */
function* byteLines(bytes: Uint8Array): Generator<{ line: Uint8Array; start: number }> {
  let start = 0
  for (let i = 0; i <= bytes.length; i++) {
    const byte = bytes[i]
    if (byte !== undefined && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) continue
    if (byte === 0x0d && bytes[i + 1] === 0x0a) continue
    yield { line: bytes.subarray(start, i), start }
    start = i + 1
  }
}

function looksBinary(text: string): boolean {
  const controls = text.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/gu)?.length ?? 0
  return controls > 2 && controls > text.length * MAX_CONTROL_SHARE
}
