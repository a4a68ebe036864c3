/** What the window asks of the engine about laying out: proposals, new pages, articles, templates. */
import type { PictureItem } from '../core/compose/composition.ts'
import type { Diagnostic } from '../core/diagnostics.ts'
import type { PictureFiles } from '../core/doc/banxin-file.ts'
import type { PageDoc } from '../core/doc/schema.ts'
import type { Offer } from '../core/draft/again/offers.ts'
import type { Proposal } from '../core/draft/layout/types.ts'
import type { Correction, PageFields } from '../core/reconstruct/types.ts'

/** Templates of the desk's own come with every request, as they are stored: the engine checks them. */
interface WithTemplates {
  templates: readonly unknown[]
}

export type LayoutAsk =
  | ({ kind: 'propose'; doc: PageDoc; corrections: Correction[] } & WithTemplates)
  /** Ways out for a page that is too full, as its best proposal says. */
  | ({ kind: 'offer-ways'; doc: PageDoc; proposal: Proposal } & WithTemplates)
  /** Texts, dumps and pages whose articles are put on the page, not yet laid out. */
  | ({ kind: 'add-articles'; doc: PageDoc; files: { name: string; bytes: Uint8Array }[] } & WithTemplates)
  | ({ kind: 'new-page'; template: string; fields: PageFields; adShare: number } & WithTemplates)
  /** These articles go to a page of their own, laid out; the rest is laid out too. */
  | ({ kind: 'split-page'; doc: PageDoc; articles: string[]; pictures: PictureFiles } & WithTemplates)
  | ({ kind: 'apply-template'; doc: PageDoc; template: string; corrections: Correction[] } & WithTemplates)
  | ({ kind: 'make-template'; doc: PageDoc; name: string; title: TemplateTitle } & WithTemplates)
  | ({ kind: 'list-templates' } & WithTemplates)

export type LayoutReply =
  | { kind: 'proposed'; pages: ProposedPage[]; diagnostics: Diagnostic[] }
  | { kind: 'ways'; offers: Offer[] }
  /** With the files of the pictures that came along. */
  | { kind: 'added'; doc: PageDoc; articles: string[]; pictures: PictureFiles }
  | { kind: 'page-made'; bytes: Uint8Array; fileName: string; rest?: PageDoc }
  | { kind: 'page-changed'; doc: PageDoc; diagnostics: Diagnostic[] }
  | { kind: 'template-made'; template: object }
  | { kind: 'templates'; list: TemplateFacts[] }

export interface ProposedPage {
  proposal: Proposal
  /** The page as it would be. */
  doc: PageDoc
  /** All frames stand as they do on the page now. */
  asNow: boolean
  thumbnail: Thumbnail
}

/** A small picture of a page, its pixels as a canvas takes them. */
export interface Thumbnail {
  width: number
  height: number
  rgba: Uint8ClampedArray<ArrayBuffer>
  /** Fields in the picture for the window to draw: it has their previews. */
  pictures: PictureItem[]
  /** Pixels per pt. */
  scale: number
}

interface TemplateTitle {
  zh: string
  en: string
}

/** What a list of templates shows; `own` ones can be deleted. */
export interface TemplateFacts {
  name: string
  title: TemplateTitle
  own: boolean
  widthPt: number
  heightPt: number
  left: number
  top: number
  columns: number
  columnPt: number
  gutterPt: number
  rows: number
  leadingPt: number
  folioRows: number
  bodyPt: number
  columnEm: number
}
