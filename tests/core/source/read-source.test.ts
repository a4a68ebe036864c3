import { describe, expect, it } from 'vitest'
import { readSource } from '../../../src/core/source/read-source.ts'
import { decodeWith } from './decode-with.ts'

const read = (bytes: readonly number[] | Uint8Array) =>
  readSource(Uint8Array.from(bytes), 'page.txt', decodeWith)
const utf8 = (text: string) => [...new TextEncoder().encode(text)]
const utf16 = (text: string, bigEndian: boolean) =>
  [...text].flatMap((unit) => {
    const [high, low] = [unit.charCodeAt(0) >> 8, unit.charCodeAt(0) & 0xff]
    return bigEndian ? [high, low] : [low, high]
  })
const codeOf = (bytes: readonly number[] | Uint8Array) => {
  const result = read(bytes)
  return result.ok ? 'ok' : result.error.code
}

const PAGE = '编辑：邓国燊\n2025年3月17日\n'
const LINES = ['编辑：邓国燊', '2025年3月17日']

describe('encodings', () => {
  it.each([
    ['UTF-8', utf8(PAGE), 'utf-8'],
    ['UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, ...utf8(PAGE)], 'utf-8'],
    ['UTF-16 LE with a mark', [0xff, 0xfe, ...utf16(PAGE, false)], 'utf-16le'],
    ['UTF-16 BE with a mark', [0xfe, 0xff, ...utf16(PAGE, true)], 'utf-16be'],
    ['UTF-16 LE without a mark', utf16(PAGE, false), 'utf-16le'],
    ['UTF-16 BE without a mark', utf16(PAGE, true), 'utf-16be'],
  ])('reads %s', (_, bytes, encoding) => {
    expect(read(bytes)).toEqual({ ok: true, value: { name: 'page.txt', encoding, lines: LINES } })
  })

  it('reads GB 18030, two bytes for 燊 and 䶮 and four for 䶵', () => {
    const bytes = [0xb1, 0xe0, 0xbc, 0xad, 0x9f, 0xf6, 0x0a, 0xfe, 0x9f, 0x82, 0x35, 0x87, 0x38, 0x0a]
    const lines = ['编辑燊', '\u4dae\u4db5']
    expect(read(bytes)).toEqual({ ok: true, value: { name: 'page.txt', encoding: 'gb18030', lines } })
  })
})

describe('lines', () => {
  it('ends a line at any line end and at a form feed, and keeps what is in it', () => {
    const result = read(utf8('  一 \r\n二\r三\f四\n\n五'))
    expect(result.ok && result.value.lines).toEqual(['  一 ', '二', '三', '四', '', '五'])
  })
})

describe('bad input', () => {
  it('says what is wrong', () => {
    expect(codeOf([])).toBe('source-empty')
    expect(codeOf(utf8(' \n\t\u3000\n'))).toBe('source-empty')
    expect(codeOf([0xef, 0xbb, 0xbf])).toBe('source-empty')
    expect(codeOf(utf8('%PDF-1.7\n1 0 obj'))).toBe('source-is-pdf')
    expect(codeOf([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])).toBe('source-binary')
    expect(codeOf([0x50, 0x4b, 3, 4, 20, 0, 8, 0, 8, 0, 0xff, 0x12, 0x9c, 0])).toBe('source-binary')
    expect(codeOf([1, 2, 3, 4, 5, 6, 7, 8])).toBe('source-binary')
    expect(codeOf(new Uint8Array(64 * 1024 * 1024 + 1))).toBe('source-too-large')
  })

  it('names the first line of damaged UTF-8, and does not take it for GB 18030', () => {
    const result = read([
      ...utf8('编辑：邓淑华\r\n组版：王新明\r\n'),
      0xe9,
      0x82,
      ...utf8('箱\n本报讯 三月七日\n'),
    ])
    expect(result).toEqual({
      ok: false,
      error: {
        code: 'source-encoding',
        severity: 'error',
        at: { file: 'page.txt', line: 3 },
        params: { encoding: 'utf-8', byte: 40 },
      },
    })
  })

  it('names the first line that neither encoding reads', () => {
    const result = read([0xb1, 0xe0, 0xbc, 0xad, 0x0a, 0xff, 0xff, 0x0a])
    expect(result).toMatchObject({ ok: false, error: { code: 'source-encoding', at: { line: 2 } } })
  })

  it('reads text with a stray control character', () => {
    expect(codeOf(utf8(`${PAGE}\u0007${PAGE}`))).toBe('ok')
  })
})
