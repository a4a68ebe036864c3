/** The document's outline: a bookmark an article (ISO 32000-1 §12.3.3), by destination and never by action. */
import { type PDFDocument, PDFHexString, PDFName, type PDFPage } from '@cantoo/pdf-lib'
import type { Pt } from '../units.ts'
import { n } from './content-stream.ts'
import type { Placement } from './page-boxes.ts'

export interface Bookmark {
  title: string
  /** In page space. */
  x: Pt
  y: Pt
}

export function addOutline(
  pdf: PDFDocument,
  page: PDFPage,
  bookmarks: readonly Bookmark[],
  { originX, originY }: Placement,
): void {
  if (bookmarks.length === 0) return
  const { context } = pdf
  const root = context.nextRef()
  const refs = bookmarks.map(() => context.nextRef())
  bookmarks.forEach(({ title, x, y }, i) => {
    const item = context.obj({
      Title: PDFHexString.fromText(title),
      Parent: root,
      Dest: [page.ref, 'XYZ', Number(n(originX + x)), Number(n(originY - y)), null],
      ...(i > 0 && { Prev: refs[i - 1] }),
      ...(i < refs.length - 1 && { Next: refs[i + 1] }),
    })
    context.assign(refs[i] as (typeof refs)[number], item)
  })
  context.assign(
    root,
    context.obj({ Type: 'Outlines', First: refs[0], Last: refs.at(-1), Count: refs.length }),
  )
  pdf.catalog.set(PDFName.of('Outlines'), root)
}
