import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { crc32 } from '../../../src/core/doc/crc32.ts'
import { readEntries } from '../../../src/core/doc/read-entries.ts'
import { parseJson } from '../../../src/core/doc/read-json.ts'
import { readDirectory, scanEntries, unpackEntry } from '../../../src/core/doc/zip.ts'

const text = '长春高新区'.repeat(200)
const zip = zipSync({ 'page.json': strToU8(text), '图/一.bin': [Uint8Array.of(1, 2, 3), { level: 0 }] })
const code = (bytes: Uint8Array) => {
  const result = readEntries(bytes, 'p.banxin')
  return result.ok ? 'ok' : result.error.code
}

describe('a zip', () => {
  it('is read alike by its directory and by its entries', () => {
    expect(readDirectory(zip)).toEqual(scanEntries(zip))
    expect(readDirectory(zip)?.map(({ path }) => path)).toEqual(['page.json', '图/一.bin'])
  })

  it('gives back what was packed', () => {
    const entries = readEntries(zip, 'p.banxin')
    expect(entries.ok && entries.value.get('page.json')).toEqual(strToU8(text))
  })

  it('is damaged when one byte of an entry is another', () => {
    const [page] = readDirectory(zip) ?? []
    const broken = zip.slice()
    broken[(page?.start ?? 0) + 8] = (broken[(page?.start ?? 0) + 8] ?? 0) ^ 0x40
    expect(code(broken)).toBe('page-damaged')
  })

  it('unpacks no more than an entry says it holds', () => {
    const [page] = readDirectory(zip) ?? []
    const unpacked = page && unpackEntry(zip, { ...page, size: 10 })
    expect(unpacked?.whole).toBe(false)
    expect(unpacked?.content.length).toBeLessThanOrEqual(10)
  })

  it('with a directory that claims what is not there is damaged, and costs no time', () => {
    const end = zip.length - 22
    const claims: [at: number, value: number][] = [
      [end + 10, 0xffff],
      [end + 16, 0xffff_fff0],
      [end + 16, 3],
    ]
    for (const [at, value] of claims) {
      const broken = zip.slice()
      const view = new DataView(broken.buffer)
      if (value === 0xffff) view.setUint16(at, value, true)
      else view.setUint32(at, value, true)
      expect(code(broken)).toBe('page-damaged')
    }
  })

  it('of more entries, or more bytes, than any page has is refused', () => {
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`e${i}`, new Uint8Array()]))
    expect(code(zipSync(many))).toBe('page-too-large')
    const large = zip.slice()
    const view = new DataView(large.buffer)
    const directory = view.getUint32(zip.length - 6, true)
    view.setUint32(directory + 24, 0x7fff_ffff, true)
    expect(code(large)).toBe('page-too-large')
  })
})

it('checks by the sum of the standard', () => {
  expect(crc32(strToU8('123456789'))).toBe(0xcbf43926)
})

describe('JSON from a file', () => {
  it('is not read when it is nested deeper than any page', () => {
    expect(parseJson(strToU8('['.repeat(60) + ']'.repeat(60)))).toBeDefined()
    expect(parseJson(strToU8('['.repeat(70) + ']'.repeat(70)))).toBeUndefined()
    expect(parseJson(strToU8('['.repeat(5_000_000)))).toBeUndefined()
  })

  it('may have brackets in its strings', () => {
    expect(parseJson(strToU8(JSON.stringify('['.repeat(90))))).toBe('['.repeat(90))
    expect(parseJson(strToU8(JSON.stringify({ a: `"\\${'{'.repeat(90)}` })))).toBeDefined()
  })
})
