/** A proof says 未签发 until the page could go to press; a print never does. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, describe, expect, it } from 'vitest'
import type { PageDoc } from '../../src/core/doc/schema.ts'
import { DEFAULT_EXPORT, type ExportOptions } from '../../src/core/pipeline/export-options.ts'
import { exportPage } from '../../src/core/pipeline/export-page.ts'
import { letGo } from '../support/let-go.ts'
import { newsprint, openSubsetter, rebuildSample } from '../support/real-page.ts'
import { tool } from '../support/tools.ts'

const { doc, composition, shaper } = await rebuildSample()
const tools = { shaper, subsetter: await openSubsetter(), intent: newsprint() }
const folder = mkdtempSync(join(tmpdir(), 'banxin-proof-'))
afterAll(() => rmSync(folder, { recursive: true }))

const PROOF: Partial<ExportOptions> = { allowOverset: true }
/** Six under the page, one at its head. */
const MARKS = 7

async function print(page: PageDoc, options: Partial<ExportOptions>, name = 'page.pdf'): Promise<string> {
  const pdf = await exportPage(page, composition, tools, { ...DEFAULT_EXPORT, ...options })
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.diagnostics))
  const file = join(folder, name)
  writeFileSync(file, pdf.bytes)
  return file
}

const marksIn = (file: string): number => tool('pdftotext', '-raw', file, '-').split('未签发').length - 1

describe('a proof', () => {
  it('is marked under the page and above it while nobody has signed', async () => {
    expect(marksIn(await print(doc, PROOF))).toBe(MARKS)
    expect(marksIn(await print(doc, { ...PROOF, standard: 'x1a' }))).toBe(MARKS)
  })

  it('is marked while one signature is missing or out of date, and not once all have signed', async () => {
    const signed = letGo(doc, composition)
    expect(marksIn(await print(signed, PROOF))).toBe(0)
    const changed = { ...signed, meta: { ...signed.meta, editor: '另一人' } }
    expect(marksIn(await print(changed, PROOF))).toBe(MARKS)
  })

  it('leaves all that is on the page where it is, and shows through its white alone', async () => {
    const pages = [await print(doc, {}, 'print.pdf'), await print(doc, PROOF, 'proof.pdf')]
    const [plain, proof] = pages.map((file) => pixelsOf(file)) as [Uint8Array, Uint8Array]
    expect(plain.length).toBe(proof.length)
    let fainter = 0
    let darker = 0
    plain.forEach((light, i) => {
      const now = proof[i] as number
      if (now > light + 8) fainter++
      if (now < light - 8) darker++
    })
    expect(fainter).toBe(0)
    // The strokes of the marks that show between what stands on the page.
    expect(darker / plain.length).toBeGreaterThan(0.01)
    expect(darker / plain.length).toBeLessThan(0.25)
  })

  it('says nothing of it to those who have the page read to them', async () => {
    const file = await print(doc, { ...PROOF, tagged: true })
    expect(tool('pdfinfo', '-struct-text', file)).not.toContain('未签发')
  })
})

describe('a print', () => {
  it('is never marked', async () => {
    expect(marksIn(await print(doc, {}))).toBe(0)
  })
})

/** Gray, a byte each, at 40 dpi. */
function pixelsOf(file: string): Uint8Array {
  tool('pdftoppm', '-r', '40', '-gray', '-png', '-singlefile', file, file.replace(/\.pdf$/, ''))
  const { data } = PNG.sync.read(readFileSync(file.replace(/pdf$/, 'png')))
  return data.filter((_, i) => i % 4 === 0)
}
