import type { DraftComposer } from './composer.ts'
import type { Grid } from './grid.ts'
import type { PageBuilder } from './page-builder.ts'

/** What every part of a draft works with. */
export interface Desk {
  page: PageBuilder
  grid: Grid
  composer: DraftComposer
}
