/** Checks of the print PDF that could not fail would prove nothing: each must find the fault that is sown for it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { DEFAULT_EXPORT } from '../../src/core/pipeline/export-options.ts'
import { exportPage } from '../../src/core/pipeline/export-page.ts'
import { faultsOfPdf } from '../support/pdf-check.ts'
import { PDF_FAULTS, sowPdf } from '../support/pdf-faults.ts'
import { newsprint, openSubsetter, rebuildSample } from '../support/real-page.ts'
import { tool } from '../support/tools.ts'

const { doc, composition, shaper } = await rebuildSample()
const tools = { shaper, subsetter: await openSubsetter(), intent: newsprint() }
const folder = mkdtempSync(join(tmpdir(), 'banxin-faults-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function written(standard: 'x4' | 'x1a'): Promise<Uint8Array> {
  const pdf = await exportPage(doc, composition, tools, { ...DEFAULT_EXPORT, standard })
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.diagnostics))
  return pdf.bytes
}

const files = { x4: await written('x4'), x1a: await written('x1a') }

/** The lead's second column: body text and nothing else. */
const setup = doc.setup
const TEXT = {
  x: 184 / setup.width,
  y: 300 / setup.height,
  width: 100 / setup.width,
  height: 300 / setup.height,
}

const check = (bytes: Uint8Array, standard: 'x4' | 'x1a') => {
  const file = join(folder, 'page.pdf')
  writeFileSync(file, bytes)
  return [...faultsOfPdf(file, standard, TEXT)]
}

describe('the print PDF', () => {
  it.each(['x4', 'x1a'] as const)(
    '%s has no fault as it is written, nor read and written again',
    async (standard) => {
      expect(check(files[standard], standard)).toEqual([])
      expect(check(await sowPdf(files[standard], undefined, standard), standard)).toEqual([])
    },
  )

  it.each(PDF_FAULTS)('$fault: $what', async (seed) => {
    const standard = seed.standard ?? 'x4'
    expect(check(await sowPdf(files[standard], seed, standard), standard)).toContain(seed.fault)
  })

  it('encrypted: with a password that opens it', () => {
    const [plain, locked] = [join(folder, 'plain.pdf'), join(folder, 'locked.pdf')]
    writeFileSync(plain, files.x4)
    tool('qpdf', '--encrypt', '', 'owner', '256', '--', plain, locked)
    expect([...faultsOfPdf(locked, 'x4', TEXT)]).toContain('encrypted')
  })

  it('structure: half a file', () => {
    const file = join(folder, 'half.pdf')
    const text = Buffer.from(files.x4)
      .toString('latin1')
      .replace(/startxref\s+\d+/, 'startxref\n12')
    writeFileSync(file, text, 'latin1')
    expect([...faultsOfPdf(file, 'x4', TEXT)]).toContain('structure')
  })
})
