/**
 * Logical structure in reading order (ISO 32000-1 §14.7, §14.8): a section an article, an element a paragraph. What is
 * drawn of a paragraph is marked content; everything else is an artifact.
 */
import {
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'

export type StructureTag = 'H1' | 'H2' | 'H3' | 'P' | 'Caption'

export interface ReadingSection {
  title: string
  parts: ReadingPart[]
}

export interface ReadingPart {
  story: string
  /** One for each paragraph of the story. */
  tags: StructureTag[]
}

/** Numbers the marked content of a page while it is drawn, and builds the tree from it afterwards. */
export class Structure {
  private readonly tags = new Map<string, StructureTag>()
  private readonly marked = new Map<string, number[]>()
  private count = 0

  constructor(private readonly sections: readonly ReadingSection[]) {
    for (const { parts } of sections)
      for (const { story, tags } of parts)
        for (const [paragraph, tag] of tags.entries()) this.tags.set(keyOf(story, paragraph), tag)
  }

  /** The operator that opens marked content for a paragraph's lines. */
  open(story: string | undefined, paragraph: number): string {
    const key = keyOf(story ?? '', paragraph)
    const tag = this.tags.get(key)
    if (story === undefined || tag === undefined) return ARTIFACT
    const id = this.count++
    this.marked.set(key, [...(this.marked.get(key) ?? []), id])
    return `/${tag} <</MCID ${id}>> BDC`
  }

  addTo(pdf: PDFDocument, page: PDFPage): void {
    const { context, catalog } = pdf
    const root = context.nextRef()
    const top = context.nextRef()
    const parents: PDFRef[] = []
    const sections = this.sections.map(({ title, parts }) => {
      const section = context.nextRef()
      const kids = parts.flatMap(({ story, tags }) =>
        tags.flatMap((tag, paragraph) => {
          const ids = this.marked.get(keyOf(story, paragraph))
          if (ids === undefined) return []
          const element = { Type: 'StructElem', S: tag, P: section, Pg: page.ref, K: ids }
          const ref = context.register(context.obj(element))
          for (const id of ids) parents[id] = ref
          return [ref]
        }),
      )
      const entries = { Type: 'StructElem', S: 'Sect', P: top, T: PDFHexString.fromText(title), K: kids }
      context.assign(section, context.obj(entries))
      return section
    })
    context.assign(top, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: sections }))
    const parentTree = context.register(context.obj({ Nums: [0, parents] }))
    const tree = { Type: 'StructTreeRoot', K: [top], ParentTree: parentTree, ParentTreeNextKey: 1 }
    context.assign(root, context.obj(tree))
    catalog.set(PDFName.of('StructTreeRoot'), root)
    catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
    catalog.set(PDFName.of('Lang'), PDFString.of('zh-CN'))
    catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }))
    page.node.set(PDFName.of('StructParents'), PDFNumber.of(0))
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
  }
}

/** What is on the page and not to be read: tints, rules, the folio, printer's marks. */
export const ARTIFACT = '/Artifact BMC'

const keyOf = (story: string, paragraph: number): string => `${story} ${paragraph}`
