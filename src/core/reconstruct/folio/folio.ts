import { squash } from '../../language/characters.ts'
import type { AnnotatedText } from '../lines/annotated-text.ts'
import type { PageFields } from '../types.ts'
import type { Atom } from './folio-atoms.ts'
import { chooseFolioLines } from './folio-choice.ts'
import { type MastBlock, readFields } from './folio-fields.ts'
import { describeFolioLine, type FolioLine, mastOf } from './folio-lines.ts'

export interface Folio {
  page: PageFields
  furniture: { text: AnnotatedText; rule: 'folio' | 'paper-name' }[]
  shadows: AnnotatedText[]
  /** The lines that are not the folio's. */
  rest: AnnotatedText[]
}

/**
 * Takes the folio out of a page's lines, before anything else: its short lines would become heads.
 *
 * A line of a folio is read whole or not at all: as atoms (`folio-atoms`: dates, labelled names, addresses) and a
 * mast (`folio-mast`: section, page number, paper's name). Lines that can be nothing else are taken wherever they
 * stand; the others join them by nearness (`folio-choice`, `folio-search`).
 */
export function takeFolio(lines: readonly AnnotatedText[]): Folio {
  const described = lines.map(describeFolioLine)
  const chosen = chooseFolioLines(described)
  const blocks = inBlocks(described, chosen)
  const copies = new Set<number>()
  const masts: MastBlock[] = blocks.map((block) => {
    const mast = mastOf(block)
    for (const place of mast.copies) copies.add(place)
    return mast
  })
  const atoms = blocks.flatMap((block) => atomsOnce(block, copies))
  const { page, paperNames } = readFields(atoms, masts)
  const named = new Set(paperNames.flatMap((name) => name.places))

  const taken = blocks.flat()
  const folioTexts = taken.map(({ text }) =>
    text.filter((_, i) => !named.has(text.places[i]!) && !copies.has(text.places[i]!)).trim(),
  )
  const shadows = taken.flatMap(({ text, shadow }) => [
    shadow,
    text.filter((_, i) => copies.has(text.places[i]!)).withoutBlanks(),
  ])
  return {
    page,
    furniture: [
      ...folioTexts.filter((text) => text.length > 0).map((text) => ({ text, rule: 'folio' as const })),
      ...paperNames.map((text) => ({ text, rule: 'paper-name' as const })),
    ],
    shadows: shadows.filter((shadow) => shadow.length > 0),
    rest: lines.filter((_, i) => !chosen.has(i)),
  }
}

function inBlocks(lines: readonly FolioLine[], chosen: ReadonlySet<number>): FolioLine[][] {
  const blocks: FolioLine[][] = []
  lines.forEach((line, i) => {
    if (!chosen.has(i)) return
    if (chosen.has(i - 1)) blocks.at(-1)!.push(line)
    else blocks.push([line])
  })
  return blocks
}

/** The atoms of lines that stand together; one that is printed twice in a row goes to `copies` the second time. */
function atomsOnce(block: readonly FolioLine[], copies: Set<number>): Atom[] {
  const atoms: Atom[] = []
  let before = ''
  for (const line of block) {
    for (const atom of line.atoms) {
      const text = line.text.slice(atom.start, atom.end)
      const spelt = squash(text.text)
      if (spelt !== before) atoms.push(atom)
      else for (const place of text.places) copies.add(place)
      before = spelt
    }
  }
  return atoms
}
