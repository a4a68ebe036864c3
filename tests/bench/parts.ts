/** What the bench consists of. */
import { composePage } from '../../src/core/compose/composer.ts'
import { draftComposer } from '../../src/core/compose/draft-composer.ts'
import { draftPage } from '../../src/core/draft/draft-page.ts'
import { measureFidelity } from '../../src/core/pipeline/fidelity.ts'
import { refineMeasures } from '../../src/core/pipeline/refine-measures.ts'
import { reconstruct } from '../../src/core/reconstruct/reconstruct.ts'
import { compositionTables } from './composition/report.ts'
import { editorTables, measureEditor } from './editor/in-window.ts'
import { typingTables } from './editor-typing/measure.ts'
import { launchTables } from './launch.ts'
import { layoutTables } from './layout/report.ts'
import { freshShaper, need, source, template, wholeShaper } from './page.ts'
import { preflightTables } from './preflight/report.ts'
import { printTables } from './print/measure.ts'
import { reconstructionTables } from './reconstruction/report.ts'
import { speedTables } from './speed.ts'
import { stageTables } from './stages.ts'

/** Page 08 on its way to a page, with a shaper of its own. */
async function drafted() {
  const shaper = await freshShaper()
  const reconstruction = refineMeasures(need(reconstruct(source)), template, shaper)
  const { doc } = draftPage(reconstruction, template, draftComposer(shaper))
  return { shaper, reconstruction, doc }
}

async function composition(): Promise<string[]> {
  const { shaper, reconstruction, doc } = await drafted()
  const fidelity = measureFidelity(reconstruction, template, shaper)
  return compositionTables({ doc, reconstruction, fidelity, template, shaper, freshShaper })
}

async function print(): Promise<string[]> {
  const { shaper, doc } = await drafted()
  return printTables(doc, composePage(doc, shaper), 'out/bench/print-page.js')
}

export const PARTS = {
  stages: { title: 'From dump to page', tables: stageTables },
  speed: { title: 'Reconstructing many pages', tables: speedTables },
  launch: { title: 'Launch', tables: launchTables },
  editor: {
    title: 'The page in the window',
    tables: async () => [...editorTables(await measureEditor()), '', ...(await typingTables())],
  },
  reconstruction: { title: 'Reconstruction', tables: reconstructionTables },
  print: { title: 'Printing', tables: print },
  composition: { title: 'Composition', tables: composition },
  layout: { title: 'Layout', tables: async () => layoutTables(await freshShaper()) },
  preflight: {
    title: 'Preflight',
    tables: async () => preflightTables((await drafted()).doc, template, await wholeShaper()),
  },
} satisfies Record<string, { title: string; tables(): string[] | Promise<string[]> }>

export type PartName = keyof typeof PARTS
