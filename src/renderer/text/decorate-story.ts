/** What the story editor shows of a story besides its text: styles, doubtful marks, what found no room. */
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { PageModel } from '../state/page-model.ts'
import type { Say } from '../state/words.ts'
import { findingsOf } from './mark-findings.ts'
import { positionOf } from './places.ts'
import { styleName } from './style-names.ts'
import { caretsOf } from './text-geometry.ts'

const key = new PluginKey<DecorationSet>('story-decorations')

/** Set on a transaction that brings decorations. */
export const DECORATIONS = key

/** Between two looks at the page decorations go along with their text. */
export const decorationsPlugin = (): Plugin =>
  new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, set) => (tr.getMeta(key) as DecorationSet | undefined) ?? set.map(tr.mapping, tr.doc),
    },
    props: { decorations: (state) => key.getState(state) },
  })

/** `doc` is the text that the page has: while it is composed the editor keeps what it shows. */
export function decorateStory(doc: Node, page: PageModel, story: string, say: Say): DecorationSet {
  const decorations: Decoration[] = []
  doc.forEach((paragraph, position) => {
    const name = styleName(String(paragraph.attrs.style), say)
    decorations.push(Decoration.node(position, position + paragraph.nodeSize, { 'data-style-name': name }))
  })
  for (const { paragraph, start, end, fix } of findingsOf(page.doc, story)) {
    const from = positionOf(doc, { paragraph, offset: start })
    const to = positionOf(doc, { paragraph, offset: end })
    decorations.push(Decoration.inline(from, to, { class: fix === undefined ? 'mark-doubt' : 'mark-fault' }))
  }
  const from = oversetFrom(doc, page, story)
  if (from !== undefined) {
    decorations.push(
      Decoration.widget(from, () => oversetSign(say('editor.from-here')), { side: -1, key: 'overset' }),
      Decoration.inline(from, doc.content.size, { class: 'overset-text' }),
    )
  }
  return DecorationSet.create(doc, decorations)
}

function oversetSign(text: string): HTMLElement {
  const sign = document.createElement('span')
  sign.className = 'overset-sign'
  sign.contentEditable = 'false'
  sign.setAttribute('aria-hidden', 'true')
  sign.dataset.text = text
  return sign
}

/** Behind the last character that is on the page. */
function oversetFrom(doc: Node, page: PageModel, story: string): number | undefined {
  if ((page.stories.get(story)?.oversetCharacters ?? 0) === 0) return undefined
  const last = caretsOf(page, story).lines.at(-1)?.line
  return last ? positionOf(doc, { paragraph: last.paragraph, offset: last.end }) : 1
}
