/** A drawn page with its gold, and which field of which article each short text of it is. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MARKS, squash } from '../../src/core/language/characters.ts'

export interface GoldArticle {
  kind: string
  section?: string
  kicker?: string
  headline?: string
  deck?: string
  byline?: string
  credit?: string
  paragraphs: { kind: 'body' | 'subhead'; text: string }[]
  captions: { text: string }[]
}

export interface DrawnPage {
  name: string
  text: string
  articles: GoldArticle[]
  sources: string[]
}

export const FIELDS = ['headline', 'kicker', 'deck', 'section', 'byline', 'credit'] as const
export type GoldRole = (typeof FIELDS)[number] | 'caption' | 'body' | 'other'

export interface GoldPlace {
  role: GoldRole
  /** The articles it may belong to: more than one when their words are the same. */
  articles: number[]
  /** It is the whole of the field. */
  whole: boolean
}

export function readPage(folder: string, name: string): DrawnPage {
  const read = (file: string) => readFileSync(join(folder, name, file), 'utf8')
  const { articles } = JSON.parse(read('gold.json'))
  return { name, text: read('dump.txt'), articles, sources: JSON.parse(read('meta.json')).sources ?? [] }
}

const bare = (text: string) =>
  squash(text)
    .replace(new RegExp(`^[${MARKS}]+`, 'u'), '')
    .replace(/^[（(](.*)[）)]$/u, '$1')

/** What a text of the dump is by the gold. `display`: it is a line of display type. */
export function goldOf(text: string, { articles }: DrawnPage, display: boolean): GoldPlace {
  const solid = bare(text)
  const candidates: { role: GoldRole; article: number; field: string; rank: number }[] = []
  const add = (role: GoldRole, article: number, field: string | undefined, rank: number) => {
    const whole = bare(field ?? '')
    if (whole === '' || solid === '') return
    if (whole === solid) candidates.push({ role, article, field: whole, rank })
    else if (whole.includes(solid)) candidates.push({ role, article, field: whole, rank: rank + 10 })
    else if (solid.length > whole.length && whole.length >= 6 && solid.includes(whole) && role === 'caption')
      candidates.push({ role, article, field: whole, rank: rank + 15 })
  }
  articles.forEach((article, i) => {
    for (const role of FIELDS) add(role, i, article[role], 1)
    for (const caption of article.captions) add('caption', i, caption.text, display ? 2 : 0)
    for (const paragraph of article.paragraphs) {
      const short = paragraph.kind === 'subhead'
      add('body', i, paragraph.text, display && !short ? 4 : 3)
    }
  })
  const best = Math.min(...candidates.map(({ rank }) => rank))
  const chosen = candidates.filter(({ rank }) => rank === best)
  const [first] = chosen
  if (!first) return { role: 'other', articles: [], whole: false }
  const same = chosen.filter(({ role }) => role === first.role)
  return { role: first.role, articles: same.map(({ article }) => article), whole: best < 10 }
}

/** The ids of the sources of some of a page's articles; of all of them where it cannot be told whose a text is. */
export const touchedBy = (page: DrawnPage, articles: readonly (number | undefined)[]): string[] =>
  articles.length === 0 || articles.some((i) => i === undefined || i < 0)
    ? page.sources
    : articles.map((i) => page.sources[i!]!)
