/** What text views put on the clipboard and take from it. */
import { Fragment, type Mark, type Node, Slice } from 'prosemirror-model'
import { cleanText, type PastedParagraph, type PastedPiece, readHtml } from './pasted-html.ts'
import { storySchema } from './schema.ts'

/** Our own format: a slice of a story as JSON. */
const OWN_FORMAT = 'application/x-banxin-text'

/** The styles of the page that pasted text may take. */
export interface PasteSetting {
  paragraphStyles: ReadonlySet<string>
  characterStyles: ReadonlySet<string>
  /** The style of the paragraph that it is pasted into. */
  style: string
}

/** A heading, or a short paragraph that is bold all over, becomes a subhead in body text. */
const SUBHEAD = 'subhead'
const BODY = 'body'
const SHORT = 30
/** What pages call a style for stress; where there is none stress is dropped. */
const BOLD_NAMES = ['strong', 'bold', '粗体', '加粗', '着重']
const ITALIC_NAMES = ['emphasis', 'italic', '楷体', '强调']

/** The first format that holds text; undefined where none does. */
export function readClipboard(data: DataTransfer, plain: boolean, setting: PasteSetting): Slice | undefined {
  const text = data.getData('text/plain')
  if (!plain) {
    const own = ownSlice(data.getData(OWN_FORMAT), setting)
    if (own) return own
    const html = data.getData('text/html')
    const pasted = html === '' ? [] : readHtml(html)
    if (pasted.length > 0) return sliceOf(pasted.map((each) => paragraphOf(each, setting)))
  }
  const paragraphs = textParagraphs(text)
  return paragraphs.length === 0
    ? undefined
    : sliceOf(paragraphs.map((each) => paragraphOf(plainParagraph(each), setting)))
}

const plainParagraph = (text: string): PastedParagraph => ({
  heading: false,
  pieces: [{ text, bold: false, italic: false }],
})

/** Lines of plain text as paragraphs, without blank ones; a single line keeps its blanks. */
export function textParagraphs(text: string): string[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/)
  if (lines.length === 1) return [cleanText(text)].filter((line) => line !== '')
  return lines.map((line) => cleanText(line).trim()).filter((line) => line !== '')
}

/** Open at both ends, so that the first and the last paragraph join with what stands there. */
const sliceOf = (paragraphs: Node[]): Slice => new Slice(Fragment.from(paragraphs), 1, 1)

function paragraphOf(pasted: PastedParagraph, setting: PasteSetting): Node {
  const style = styleOf(pasted, setting)
  const texts = pasted.pieces.map((piece) => storySchema.text(piece.text, marksOf(piece, style, setting)))
  return storySchema.node('paragraph', { style }, texts)
}

function styleOf({ heading, pieces }: PastedParagraph, { paragraphStyles, style }: PasteSetting): string {
  if (style !== BODY || !paragraphStyles.has(SUBHEAD)) return style
  const text = pieces.map((piece) => piece.text).join('')
  const stressed = text.length <= SHORT && !/[。！？；]$/.test(text) && pieces.every(({ bold }) => bold)
  return heading || stressed ? SUBHEAD : style
}

function marksOf({ bold, italic }: PastedPiece, style: string, { characterStyles }: PasteSetting): Mark[] {
  if (style === SUBHEAD) return []
  const wanted = [...(bold ? BOLD_NAMES : []), ...(italic ? ITALIC_NAMES : [])]
  const name = wanted.find((each) => characterStyles.has(each))
  return name === undefined ? [] : [storySchema.mark('style', { name })]
}

/** What another page copied: styles that this page lacks are dropped. Undefined where it is none of ours. */
function ownSlice(json: string, setting: PasteSetting): Slice | undefined {
  if (json === '') return undefined
  try {
    const slice = Slice.fromJSON(storySchema, JSON.parse(json))
    slice.content.forEach((node) => {
      node.check()
    })
    return new Slice(fitted(slice.content, setting), slice.openStart, slice.openEnd)
  } catch {
    return undefined
  }
}

function fitted(content: Fragment, setting: PasteSetting): Fragment {
  const nodes: Node[] = []
  content.forEach((node) => {
    if (node.isText) nodes.push(node.mark(node.marks.filter((mark) => isKnown(mark, setting))))
    else {
      const known = setting.paragraphStyles.has(String(node.attrs.style))
      const style = known ? node.attrs.style : setting.style
      // Where it came from is told of the original, not of copies.
      nodes.push(node.type.create({ style }, fitted(node.content, setting)))
    }
  })
  return Fragment.from(nodes)
}

/** Copyfit is for the place that the text had. */
const isKnown = (mark: Mark, { characterStyles }: PasteSetting): boolean =>
  mark.type.name === 'style' && characterStyles.has(String(mark.attrs.name))

/** Writes a slice in all formats. */
export function writeClipboard(data: DataTransfer, slice: Slice): void {
  data.clearData()
  data.setData('text/plain', slice.content.textBetween(0, slice.content.size, '\n'))
  data.setData('text/html', htmlOf(slice))
  data.setData(OWN_FORMAT, JSON.stringify(slice.toJSON()))
}

function htmlOf({ content }: Slice): string {
  const parts: string[] = []
  content.forEach((node) => {
    parts.push(node.isText ? escaped(node.text ?? '') : `<p>${escaped(node.textContent)}</p>`)
  })
  return parts.join('')
}

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (each) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[each] ?? each)
