/** A page that all four have signed for (签发) is as it goes to press: it is read, printed and saved, and not changed. */
import { isSigned } from '../../core/preflight/page-sign-off.ts'
import type { CommandId } from '../../shared/ipc.ts'
import { type AppState, app } from './app-state.ts'

export const isPageSigned = ({ page }: Pick<AppState, 'page'>): boolean => page !== null && isSigned(page.doc)

/** True, and said, where the page may not be changed. */
export function refuseSigned(): boolean {
  if (!isPageSigned(app.get())) return false
  app.set({ toast: { text: 'signed.refused', values: {}, warn: true } })
  return true
}

/** Commands that only look, lead or write a file: all others may change the page. */
const READING = [
  /^(file|window|app|stage|view|proof|ruler|panel|go|region|palette|help|preflight|preset)\./,
  /^select\./,
  /^tool\.(select|hand|zoom)$/,
  /^edit\.(copy|find|find-next|find-previous)$/,
  /^(frame\.menu|style\.panel|template\.save|layout\.propose)$/,
  /^review\.(next|previous|skip|see|settled|menu|shadows|furniture|blanks|fold|choose-\d)$/,
]
const CHANGING_ALL_THE_SAME: readonly CommandId[] = ['preflight.fix']

const reading = new Map<CommandId, boolean>()

/** Whether a command stays in a page that is signed. */
export function isReading(id: CommandId): boolean {
  const known = reading.get(id)
  if (known !== undefined) return known
  const reads = !CHANGING_ALL_THE_SAME.includes(id) && READING.some((pattern) => pattern.test(id))
  reading.set(id, reads)
  return reads
}
