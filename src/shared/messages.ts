/**
 * Every text that the program shows, in one catalogue: 简体中文 first, and English. A text without one of the
 * two does not compile. `{name}` stands for a value, `{name:line|lines}` for one of two words, the first where it is 1.
 */
import type { Diagnostic } from '../core/diagnostics.ts'
import { COMMAND_TEXTS } from './messages-commands.ts'
import { COPYFIT_TEXTS } from './messages-copyfit.ts'
import { EDITOR_TEXTS } from './messages-editor.ts'
import { EXPORT_TEXTS } from './messages-export.ts'
import { FILE_TEXTS } from './messages-files.ts'
import { LAYOUT_TEXTS } from './messages-layout.ts'
import { PANEL_TEXTS } from './messages-panels.ts'
import { PICTURE_TEXTS } from './messages-pictures.ts'
import { PREFLIGHT_TEXTS, RULE_TEXTS } from './messages-preflight.ts'
import { PREFLIGHT_WINDOW_TEXTS } from './messages-preflight-window.ts'
import { PRESET_TEXTS } from './messages-presets.ts'
import { PROBLEM_TEXTS } from './messages-problems.ts'
import { PROOF_TEXTS } from './messages-proof.ts'
import { REVIEW_TEXTS } from './messages-review.ts'
import { REVIEW_WINDOW_TEXTS } from './messages-review-window.ts'
import { STEP_TEXTS } from './messages-steps.ts'
import { TEXT_TEXTS } from './messages-text.ts'
import { WINDOW_TEXTS } from './messages-window.ts'

export type Language = 'zh' | 'en'
export type Text = Readonly<Record<Language, string>>
export type Values = Readonly<Record<string, string | number>>

const TEXTS = {
  ...COMMAND_TEXTS,
  ...COPYFIT_TEXTS,
  ...FILE_TEXTS,
  ...LAYOUT_TEXTS,
  ...EDITOR_TEXTS,
  ...PANEL_TEXTS,
  ...EXPORT_TEXTS,
  ...PICTURE_TEXTS,
  ...PREFLIGHT_TEXTS,
  ...RULE_TEXTS,
  ...PREFLIGHT_WINDOW_TEXTS,
  ...PRESET_TEXTS,
  ...PROBLEM_TEXTS,
  ...PROOF_TEXTS,
  ...REVIEW_TEXTS,
  ...REVIEW_WINDOW_TEXTS,
  ...STEP_TEXTS,
  ...TEXT_TEXTS,
  ...WINDOW_TEXTS,
}

export type MessageKey = keyof typeof TEXTS

/** Whether there are words for a code that came from the core. */
export const isMessage = (key: string): key is MessageKey => key in TEXTS

export function message(language: Language, key: MessageKey, values: Values = {}): string {
  return fill(TEXTS[key][language], values)
}

/** What is wrong, where, and what to do about it, as two short texts. */
export interface ProblemText {
  what: string
  /** Empty when there is nothing to do. */
  todo: string
}

/** The words for a diagnostic; one whose code has no words is named, so that it can be reported. */
export function problemText(language: Language, diagnostic: Diagnostic): ProblemText {
  const { code, at, params } = diagnostic
  const key = `problem.${code}`
  const known: MessageKey = isMessage(key) ? key : 'problem.unknown'
  const values: Values = { code, file: at?.file ?? '', ...params }
  const [what = '', todo = ''] = message(language, known, values).split('\n')
  const place = at?.line === undefined ? '' : message(language, 'problem-place.line', { line: at.line })
  return { what: `${what}${place}`, todo }
}

const fill = (text: string, values: Values): string =>
  text
    .replace(/\{(\w+):([^|}]*)\|([^}]*)\}/g, (_, name: string, one: string, more: string) =>
      String(values[name]) === '1' ? one : more,
    )
    .replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))
