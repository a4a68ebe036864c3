/**
 * What is wrong with an input or a page, as data: the interface and the command line write the words.
 * Bad input is a value, never an exception; an exception is a bug in Banxin.
 */
export type Severity = 'error' | 'warning' | 'info'

export interface Diagnostic {
  /** Stable kebab-case name, e.g. `source-empty`; the message catalogue has a text for each. */
  code: string
  severity: Severity
  /** Where: a source line (counted from 1), a story, a frame. */
  at?: { line?: number; story?: string; frame?: string; file?: string }
  /** Values that the text quotes. */
  params?: Record<string, string | number>
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: Diagnostic }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })
export const fail = (code: string, extra: Omit<Diagnostic, 'code' | 'severity'> = {}): Result<never> => ({
  ok: false,
  error: { code, severity: 'error', ...extra },
})
