import type { Diagnostic } from '../diagnostics.ts'

/** A reason why there is no file. */
export const problem = (code: string, params: Diagnostic['params'] = {}): Diagnostic => ({
  code,
  severity: 'error',
  params,
})
