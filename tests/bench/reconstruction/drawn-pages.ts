/** Pages with their gold, and what the reconstruction makes of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeText } from '../../../src/adapters/decode-text.ts'
import { reconstruct } from '../../../src/core/reconstruct/reconstruct.ts'
import type { Reconstruction } from '../../../src/core/reconstruct/types.ts'
import { readSource } from '../../../src/core/source/read-source.ts'
import type { PageText } from './page-text.ts'
import { type PageScore, scorePage } from './score.ts'

/** Below this share of unbroken paragraphs, in per cent, the extractor has mixed the columns. */
const IN_ORDER = 90

export interface GoldPage {
  name: string
  dump: Uint8Array
  gold: PageText
  extractor: string
  /** Whether the dump has its columns one after another. */
  inOrder: boolean
  /** The texts of the folio. */
  furniture: string[]
  /** For each article of the gold the id of the article it was drawn from. */
  sources: string[]
}

export interface ScoredPage {
  page: GoldPage
  found: Reconstruction
  score: PageScore
}

/** All pages of a folder, each a folder with `dump.txt`, `gold.json` and `meta.json`. */
export function readPages(folder: string): GoldPage[] {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'gold.json')))
  return names.sort().map((name) => {
    const file = (part: string) => join(folder, name, part)
    const meta = readJson(file('meta.json'))
    const gold: PageText = readJson(file('gold.json'))
    if (meta.sources.length !== gold.articles.length)
      throw new Error(`${file('meta.json')}: one source an article`)
    return {
      name,
      dump: readFileSync(file('dump.txt')),
      gold,
      extractor: meta.extractor,
      inOrder: meta.contiguous >= IN_ORDER,
      furniture: meta.furniture,
      sources: meta.sources,
    }
  })
}

/** The one printed page, read by hand. */
export function readPage08(): GoldPage {
  const gold: PageText = readJson('tests/drawn/page08.gold.json')
  return {
    name: 'page08',
    dump: readFileSync('assets/samples/page08.txt'),
    gold,
    extractor: 'printed',
    inOrder: true,
    furniture: ['编辑：组版：邮箱：'],
    sources: gold.articles.map((_, i) => `page08-${i + 1}`),
  }
}

const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'))

/** Throws where a page does not reconstruct: a page with articles always does. */
export function reconstructAndScore(page: GoldPage): ScoredPage {
  const source = readSource(page.dump, `${page.name}.txt`, decodeText)
  const result = source.ok ? reconstruct(source.value) : source
  if (!result.ok) throw new Error(`${page.name}: ${JSON.stringify(result.error)}`)
  return { page, found: result.value, score: scorePage(page.gold, result.value, page.furniture) }
}
