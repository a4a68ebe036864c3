/**
 * A story as ProseMirror knows it: paragraphs of text, the names of nodes and marks being those of the live
 * document's XML, so that y-prosemirror writes nothing that the document does not have.
 */
import { type DOMOutputSpec, Schema } from 'prosemirror-model'

const emOf = (element: HTMLElement): number => Number(element.dataset.em) || 0

/** Copyfit records travel with the text they are for: `print` as printed, `hand` by 收一行 and 放一行. */
const copyfitMark = (name: 'print' | 'hand') => ({
  attrs: { em: { default: 0 } },
  parseDOM: [
    { tag: `span[data-copyfit="${name}"]`, getAttrs: (element: HTMLElement) => ({ em: emOf(element) }) },
  ],
  toDOM: ({ attrs }: { attrs: Record<string, unknown> }): DOMOutputSpec => [
    'span',
    { 'data-copyfit': name, 'data-em': String(attrs.em) },
    0,
  ],
})

export const storySchema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: {
      content: 'text*',
      // `from` is where the text came from in the source; the parts of a paragraph that is split both keep it.
      attrs: { style: { default: '' }, from: { default: null } },
      parseDOM: [{ tag: 'p', getAttrs: (element: HTMLElement) => ({ style: element.dataset.style ?? '' }) }],
      toDOM: ({ attrs }): DOMOutputSpec => ['p', { 'data-style': String(attrs.style) }, 0],
    },
    text: {},
  },
  marks: {
    style: {
      attrs: { name: { default: '' } },
      parseDOM: [
        {
          tag: 'span[data-character]',
          getAttrs: (element: HTMLElement) => ({ name: element.dataset.character ?? '' }),
        },
      ],
      toDOM: ({ attrs }): DOMOutputSpec => ['span', { 'data-character': String(attrs.name) }, 0],
    },
    print: copyfitMark('print'),
    hand: copyfitMark('hand'),
  },
})
