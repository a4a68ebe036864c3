/** The drawn pages set by each preset: how many lines come out loose, or tighter than the preset allows. */
import { decodeText } from '../../../src/adapters/decode-text.ts'
import { LOOSE_EM } from '../../../src/core/compose/break-lines.ts'
import { composePage } from '../../../src/core/compose/composer.ts'
import { draftComposer } from '../../../src/core/compose/draft-composer.ts'
import type { PageDoc, Story } from '../../../src/core/doc/schema.ts'
import { draftPage } from '../../../src/core/draft/draft-page.ts'
import type { Template } from '../../../src/core/draft/template.ts'
import type { Shaper } from '../../../src/core/fonts.ts'
import { refineMeasures } from '../../../src/core/pipeline/refine-measures.ts'
import { reconstruct } from '../../../src/core/reconstruct/reconstruct.ts'
import { readSource } from '../../../src/core/source/read-source.ts'
import { type GoldPage, readPages } from '../reconstruction/drawn-pages.ts'

export interface LineCount {
  name: string
  /** Lines of body text and captions on the pages; only full ones can be loose. */
  lines: number
  full: number
  loose: number
  tight: number
}

const PRESETS = ['kjrb', 'gb', 'clreq']

/** Each preset without copyfit, and the house's also with the copyfit that the rebuild infers. */
export function countDrawnLines(template: Template, shaper: Shaper): LineCount[] {
  const docs = readPages('tests/drawn/pages').map((page) => drafted(page, template, shaper))
  const rows = PRESETS.map((preset) => {
    const free = docs.map((doc) => withText(doc, (story) => freeRunning(story, preset)))
    return countLines(preset, free, shaper)
  })
  return [...rows, countLines('kjrb, with inferred copyfit', docs, shaper)]
}

function drafted(page: GoldPage, template: Template, shaper: Shaper): PageDoc {
  const source = readSource(page.dump, `${page.name}.txt`, decodeText)
  const read = source.ok ? reconstruct(source.value) : source
  if (!read.ok) throw new Error(`${page.name}: ${JSON.stringify(read.error)}`)
  return draftPage(refineMeasures(read.value, template, shaper), template, draftComposer(shaper)).doc
}

const isText = ({ role }: Story): boolean => role === 'body' || role === 'caption'

const withText = (doc: PageDoc, change: (story: Story) => Story): PageDoc => ({
  ...doc,
  stories: Object.fromEntries(
    Object.entries(doc.stories).map(([id, story]) => [id, isText(story) ? change(story) : story]),
  ),
})

const freeRunning = (story: Story, preset: string): Story => ({
  ...story,
  preset,
  paragraphs: story.paragraphs.map((paragraph) => ({ ...paragraph, copyfit: [] })),
})

function countLines(name: string, docs: readonly PageDoc[], shaper: Shaper): LineCount {
  const count: LineCount = { name, lines: 0, full: 0, loose: 0, tight: 0 }
  for (const doc of docs) {
    const isOurs = (id: string | undefined) => {
      const story = id === undefined ? undefined : doc.stories[id]
      return story !== undefined && isText(story)
    }
    const { items, diagnostics } = composePage(doc, shaper)
    const lines = items.flatMap((item) => (item.kind === 'text' && isOurs(item.story) ? item.lines : []))
    const full = lines.filter(({ last }) => !last)
    count.lines += lines.length
    count.full += full.length
    count.loose += full.filter(({ fit }) => fit.stretchEm > LOOSE_EM).length
    count.tight += diagnostics.filter(({ code, at }) => TIGHT.has(code) && isOurs(at?.story)).length
  }
  return count
}

const TIGHT = new Set(['line-overfull', 'line-forced'])
