/** Every rule of preflight: what it is about, and how grave it is where no profile says otherwise. */
import type { Severity } from '../diagnostics.ts'
import type { ProofRule } from '../language/check-marks.ts'

/** The three lists of the window: 稿件, 文字, 印制. */
export type RuleGroup = 'page' | 'text' | 'print'
export type RuleSeverity = Severity | 'off'

interface Rule {
  group: RuleGroup
  severity: RuleSeverity
}

const page = (severity: RuleSeverity): Rule => ({ group: 'page', severity })
const text = (severity: RuleSeverity): Rule => ({ group: 'text', severity })
const print = (severity: RuleSeverity): Rule => ({ group: 'print', severity })

const PROOF_RULES = {
  'half-width-mark': text('warning'),
  'doubled-mark': text('warning'),
  'clashing-marks': text('warning'),
  'mark-order': text('warning'),
  'mark-at-start': text('warning'),
  'mark-at-end': text('warning'),
  ellipsis: text('warning'),
  dash: text('warning'),
  interpunct: text('warning'),
  'straight-quote': text('warning'),
  'unmatched-mark': text('warning'),
  'empty-pair': text('warning'),
  'reversed-quotes': text('warning'),
  'nested-quotes': text('warning'),
  'quote-goes-on': text('warning'),
  'space-in-han': text('warning'),
  'space-at-figure': text('info'),
  'space-at-mark': text('info'),
  'full-width-letter': text('warning'),
  'odd-character': text('error'),
  'doubled-words': text('warning'),
  'list-number': text('info'),
  'number-zero': text('warning'),
  'number-year-han': text('warning'),
  'number-date-mixed': text('warning'),
  'number-short-year': text('warning'),
  'date-impossible': text('error'),
  'number-range-mark': text('warning'),
  'number-range-unit': text('warning'),
  'number-about': text('warning'),
  'number-about-comma': text('warning'),
  'number-about-twice': text('warning'),
  'number-percent-mixed': text('warning'),
  'number-hundreds': text('warning'),
  'number-point': text('warning'),
  'number-broken': text('warning'),
  'number-named-day': text('warning'),
  'unit-letters': text('warning'),
  'unit-twice': text('warning'),
} satisfies Record<ProofRule, Rule>

const PAGE_RULES = {
  'folio-number-missing': page('error'),
  'folio-date-missing': page('error'),
  'folio-section-missing': page('error'),
  'folio-weekday-missing': page('warning'),
  'folio-editor-missing': page('warning'),
  'folio-layout-missing': page('warning'),
  'folio-weekday': page('error'),
  'folio-date-impossible': page('error'),
  'folio-differs': page('error'),
  'head-missing': page('warning'),
  'head-repeated': page('error'),
  'head-phrase-repeated': page('warning'),
  'head-mark-at-end': page('warning'),
  'head-single-character': page('warning'),
  'head-number': page('warning'),
  'body-missing': page('warning'),
  'story-without-frames': page('error'),
  'story-short': page('warning'),
  'subhead-at-foot': page('warning'),
  'paragraph-empty': page('warning'),
  'paragraph-repeated': page('warning'),
  'paragraph-no-end-mark': text('warning'),
  'single-character-line': page('off'),
  'loose-line': page('warning'),
  'copyfit-beyond': page('warning'),
  'picture-empty': page('warning'),
  'caption-missing': page('warning'),
  'caption-no-photographer': page('warning'),
  'credit-missing': page('warning'),
  'picture-twice': page('warning'),
  'ad-empty': page('warning'),
  'text-frame-empty': page('warning'),
  'doubt-open': page('warning'),
  'date-weekday': text('error'),
  'name-two-ways': text('warning'),
  'word-two-ways': text('warning'),
  'wrong-word': text('warning'),
  'profile-unknown': page('info'),
} satisfies Record<string, Rule>

const PRINT_RULES = {
  overset: page('error'),
  'missing-glyph': print('error'),
  'line-overfull': print('warning'),
  'glyph-fallback': print('warning'),
  'font-missing': print('error'),
  'font-licence': print('error'),
  'text-rich-black': print('error'),
  'text-too-small': print('warning'),
  'text-tinted': print('warning'),
  'text-reversed-small': print('warning'),
  hairline: print('error'),
  'hairline-tinted': print('warning'),
  'ink-over-limit': print('error'),
  'spot-colour': print('warning'),
  'text-off-trim': print('error'),
  'text-outside-type-area': print('warning'),
  'frame-off-page': print('error'),
  'frame-hidden': print('warning'),
  'text-over-text': print('error'),
  'text-over-picture': print('warning'),
  'bleed-short': print('warning'),
  'picture-missing': print('error'),
  'picture-ppi': print('error'),
  'picture-ppi-low': print('warning'),
  'picture-line-art-ppi': print('warning'),
  'picture-rgb': print('info'),
  'picture-alpha': print('off'),
  'picture-no-profile': print('info'),
  'picture-leaves-white': print('warning'),
  'picture-file-changed': print('warning'),
} satisfies Record<string, Rule>

export const RULES = { ...PRINT_RULES, ...PAGE_RULES, ...PROOF_RULES } as const satisfies Record<string, Rule>

export type RuleId = keyof typeof RULES

export const RULE_IDS = Object.keys(RULES) as RuleId[]

export const groupOf = (rule: RuleId): RuleGroup => RULES[rule].group
