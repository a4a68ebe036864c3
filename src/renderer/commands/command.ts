import type { AppState } from '../state/app-state.ts'

export interface Command {
  /** False when there was nothing to do and the key should keep its usual meaning. */
  run(): unknown
  enabled?(state: AppState): boolean
  /** For switches and choices; drawn as a tick. */
  on?(state: AppState): boolean
}
