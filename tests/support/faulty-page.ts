/** Page 08 as a file, with one error that a click mends, one that only a person can answer for, and a few warnings. */
import { writeFileSync } from 'node:fs'
import { packPage } from '../../src/core/doc/banxin-file.ts'
import { NEWSPRINT } from '../../src/core/preflight/profile.ts'
import { FAULTS } from './faults.ts'
import { rebuildSample } from './real-page.ts'

const SOWN = ['overset', 'folio-weekday', 'half-width-mark', 'wrong-word'] as const

export async function writeFaultyPage(path: string): Promise<void> {
  const { doc, reconstruction, source } = await rebuildSample()
  let sown = { doc, facts: {}, profile: NEWSPRINT }
  for (const rule of SOWN) {
    const fault = FAULTS.find((each) => each.rule === rule)
    if (!fault) throw new Error(`no fault for ${rule}`)
    sown = { ...sown, doc: fault.sow(sown).doc }
  }
  const bytes = new TextEncoder().encode(source.lines.join('\n'))
  writeFileSync(path, packPage({ doc: sown.doc, reconstruction, source: { name: source.name, bytes } }))
}
