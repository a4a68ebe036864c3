/** What the export dialog asks, and how it is remembered: for each page of the paper, whatever its date. */
import type { PageDoc } from '../../core/doc/schema.ts'
import type { MarkKinds } from '../../core/pdf/mark-kinds.ts'
import type { PictureSettings } from '../../core/pdf/picture.ts'
import { DEFAULT_EXPORT, type ExportOptions, fileTitle } from '../../core/pipeline/export-options.ts'

export interface ExportForm {
  /** A proof is PDF/X-4 that may lack overset text. */
  standard: 'x4' | 'x1a' | 'proof'
  /** A registered name, or the id of an imported profile. */
  condition: string
  pictures: PictureSettings
  bleedMm: number
  marks: MarkKinds
  tagged: boolean
}

export const DEFAULT_FORM: ExportForm = {
  standard: 'x4',
  condition: 'tr002',
  pictures: DEFAULT_EXPORT.pictures,
  bleedMm: DEFAULT_EXPORT.bleedMm,
  marks: DEFAULT_EXPORT.marks,
  tagged: false,
}

/** What PDF/X-1a cannot have is left out of it. */
export function optionsOf(form: ExportForm): ExportOptions {
  const { standard, pictures, bleedMm, marks, tagged } = form
  const x1a = standard === 'x1a'
  return {
    standard: x1a ? 'x1a' : 'x4',
    bleedMm,
    marks,
    tagged: tagged && !x1a,
    pictures: { ...pictures, keepRgb: pictures.keepRgb && !x1a },
    allowOverset: standard === 'proof',
    preflight: DEFAULT_EXPORT.preflight,
  }
}

/** 20250317-08-高新园区.pdf */
export function exportFileName(doc: PageDoc): string {
  const { date, number, section } = doc.meta
  if (date === undefined || number === undefined) return `${fileTitle(doc)}.pdf`
  const parts = [date.replaceAll('-', ''), number, section].filter((part) => part !== undefined)
  return `${parts.join('-').replace(/[\\/:*?"<>|\s]+/g, '-')}.pdf`
}

const KEY = 'banxin.export'
const MOST_PAGES = 60

interface Memory {
  last?: ExportForm
  pages?: Record<string, ExportForm>
}

const pageKey = ({ meta: { section = '', number = '' } }: PageDoc): string => `${section} ${number}`.trim()

/** As this page was exported last, else as any page was. */
export function rememberedForm(doc: PageDoc): ExportForm {
  const { last, pages } = memory()
  const form = pages?.[pageKey(doc)] ?? last
  if (!form) return DEFAULT_FORM
  // A form of an earlier version lacks what came since.
  return {
    ...DEFAULT_FORM,
    ...form,
    pictures: { ...DEFAULT_FORM.pictures, ...form.pictures },
    marks: { ...DEFAULT_FORM.marks, ...form.marks },
  }
}

export function rememberForm(doc: PageDoc, form: ExportForm): void {
  const others = Object.entries(memory().pages ?? {}).filter(([key]) => key !== pageKey(doc))
  const pages = Object.fromEntries([[pageKey(doc), form], ...others].slice(0, MOST_PAGES))
  localStorage.setItem(KEY, JSON.stringify({ last: form, pages } satisfies Memory))
}

function memory(): Memory {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof value === 'object' && value !== null ? (value as Memory) : {}
  } catch {
    // What cannot be read is as good as none.
    return {}
  }
}
