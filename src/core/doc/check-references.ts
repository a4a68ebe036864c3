/** What a schema can't say: every name and id that a document uses must be there. */
import type { Diagnostic } from '../diagnostics.ts'
import type { PageDoc } from './schema.ts'

/** Error `page-broken-reference` for each id or name that leads nowhere; `faces` are the ids of those at hand. */
export function checkReferences(doc: PageDoc, faces: readonly string[]): Diagnostic[] {
  const broken: Diagnostic[] = []
  const known = Object.fromEntries(faces.map((face) => [face, true]))
  const need = (kind: string, table: Record<string, unknown>, name: string | undefined, place: string) => {
    if (name === undefined || Object.hasOwn(table, name)) return
    broken.push({ code: 'page-broken-reference', severity: 'error', params: { kind, name, place } })
  }
  for (const [id, frame] of Object.entries(doc.frames)) {
    need('article', doc.articles, frame.article, id)
    if (frame.kind === 'text') need('story', doc.stories, frame.story, id)
    if (frame.kind === 'picture') need('asset', doc.assets ?? {}, frame.asset, id)
    if ('fill' in frame) need('swatch', doc.swatches, frame.fill, id)
    if ('stroke' in frame) need('swatch', doc.swatches, frame.stroke, id)
    if (frame.kind === 'text') need('swatch', doc.swatches, frame.columns?.ruleSwatch, id)
  }
  for (const [id, story] of Object.entries(doc.stories)) {
    need('preset', doc.presets, story.preset, id)
    for (const frame of story.frames) {
      const thread = doc.frames[frame]
      if (thread?.kind === 'text' && thread.story === id) continue
      broken.push({
        code: 'page-broken-reference',
        severity: 'error',
        params: { kind: 'frame', name: frame, place: id },
      })
    }
    for (const paragraph of story.paragraphs) {
      need('style', doc.paragraphStyles, paragraph.style, id)
      for (const run of paragraph.runs) need('style', doc.characterStyles, run.style, id)
    }
  }
  for (const [name, style] of Object.entries(doc.paragraphStyles)) {
    need('swatch', doc.swatches, style.swatch, name)
    need('preset', doc.presets, style.preset, name)
    need('face', known, style.face, name)
  }
  for (const [name, style] of Object.entries(doc.characterStyles)) {
    need('swatch', doc.swatches, style.swatch, name)
    need('face', known, style.face, name)
  }
  for (const [id, article] of Object.entries(doc.articles)) {
    for (const story of article.stories) need('story', doc.stories, story, id)
  }
  // Labels of empty frames and tints are the page's own words; composition takes them from these.
  for (const style of ['body', 'label', 'label-large']) need('style', doc.paragraphStyles, style, 'page')
  for (const swatch of ['picture-tint', 'ad-tint', 'frame-line']) need('swatch', doc.swatches, swatch, 'page')
  return broken
}
