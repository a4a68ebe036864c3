/** A Composition as text, for goldens and for eyes: a frame a block, a line a line, places in pt. */
import type { ComposedLine, Composition, Ink, PageItem } from './composition.ts'

export function dumpComposition(composition: Composition): string {
  const head = `page ${n(composition.width)} × ${n(composition.height)}`
  const fits = Object.entries(composition.stories).map(
    ([id, fit]) =>
      `story ${id}: ${fit.lines} lines, overset ${fit.oversetLines} lines ${fit.oversetCharacters} characters`,
  )
  return [head, ...composition.items.flatMap(dumpItem), '', ...fits, ''].join('\n')
}

function dumpItem(item: PageItem): string[] {
  switch (item.kind) {
    case 'text':
      return [
        '',
        `text ${item.frame} ${place(item.box)}${item.story === undefined ? ' label' : ''}`,
        ...item.lines.map(dumpLine),
      ]
    case 'shape': {
      const fill = item.fill ? ` fill ${ink(item.fill)}` : ''
      const stroke = item.stroke ? ` stroke ${ink(item.stroke)} ${n(item.strokePt)}` : ''
      return ['', `shape ${item.frame} ${place(item.box)}${fill}${stroke}`]
    }
    case 'picture': {
      const at = item.transform.map(n).join(' ')
      return ['', `picture ${item.frame} ${place(item.box)} ${item.asset} ${n(item.ppi)} ppi [${at}]`]
    }
    case 'rule': {
      const { from, to } = item
      const ends = `${n(from.x)},${n(from.y)} → ${n(to.x)},${n(to.y)}`
      return ['', `rule ${item.frame} ${ends} ${ink(item.stroke)} ${n(item.strokePt)}`]
    }
  }
}

/** Where the line stands, how it was brought to its measure, its faces, and its text. */
function dumpLine(line: ComposedLine): string {
  const { squeezedEm, stretchEm, spacesEm, copyfitEm } = line.fit
  const fit = [
    squeezedEm > 0 ? `squeeze ${n(squeezedEm)}` : '',
    spacesEm > 0 ? `spaces ${n(spacesEm)}` : '',
    stretchEm > 0 ? `stretch ${n(stretchEm)}` : '',
    copyfitEm !== 0 ? `copyfit ${n(copyfitEm)}` : '',
  ].filter(Boolean)
  const text = line.runs.map((run) => `⟨${run.face} ${n(run.sizePt)}⟩${run.texts.join('')}`).join('')
  const place = `${n(line.x).padStart(8)} ${n(line.baseline).padStart(8)}`
  return `  ${place}  ${line.vertical ? '↓' : ''}${text}${fit.length > 0 ? `  [${fit.join(', ')}]` : ''}`
}

const place = (box: { x: number; y: number; width: number; height: number }): string =>
  `${n(box.x)},${n(box.y)} ${n(box.width)} × ${n(box.height)}`

const ink = ({ cmyk }: Ink): string => `c${cmyk[0]} m${cmyk[1]} y${cmyk[2]} k${cmyk[3]}`

const n = (value: number): string => String(Math.round(value * 1000) / 1000)
