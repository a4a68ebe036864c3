import type { Diagnostic, Severity } from '../diagnostics.ts'
import type { PageDoc, SignOff } from '../doc/schema.ts'
import type { Box } from '../geometry.ts'
import type { RuleGroup, RuleId } from './rules.ts'

/** Where an issue is: what a click goes to. The most exact that is known. */
export interface Place {
  article?: string
  story?: string
  frame?: string
  /** A range of UTF-16 offsets in a paragraph of the story. */
  paragraph?: number
  start?: number
  end?: number
  /** On the page; of a range, the first line that it stands on. */
  box?: Box
}

/** A change of the page that mends an issue. Made on a page where its place is gone, it changes nothing. */
export interface Fix {
  /** The text that says what it will do: `fix.<name>` with these values. */
  name: string
  params?: Readonly<Record<string, string | number>>
  apply(doc: PageDoc): PageDoc
}

/** What a check finds; severity is the profile's to give. */
export interface Found {
  rule: RuleId
  /** What it is about, by content: the same as long as the fault is the same, whatever else is edited. */
  key: string
  at: Place
  params?: Readonly<Record<string, string | number>>
  fix?: Fix
}

export interface Issue extends Found {
  severity: Severity
  group: RuleGroup
  /** Who signed for it, and when. */
  signed?: SignOff
}

/** Errors that nobody has signed for: with one of them a page is not printed. */
export const blocking = (issues: readonly Issue[]): Issue[] =>
  issues.filter(({ severity, signed }) => severity === 'error' && !signed)

/** As every other problem is told. */
export function diagnosticOf({ rule, severity, at: { story, frame }, params }: Issue): Diagnostic {
  const at = { ...(story !== undefined && { story }), ...(frame !== undefined && { frame }) }
  return { code: rule, severity, at, ...(params && { params }) }
}
