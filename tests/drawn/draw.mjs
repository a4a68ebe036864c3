#!/usr/bin/env node
/**
 * Draws newspaper pages from articles, extracts their text with several tools, and writes dump and gold:
 *
 *   node tests/drawn/draw.mjs --articles a.json,b.json --pages 40 --seed 1 --out DIR
 *     [--kinds seed,natural] [--extractors pdfjs:2,mutool:1] [--photos 3] [--chromium PATH] [--pdfjs FOLDER] [--pdf]
 *
 * `--photos 3` leaves out two of three photo stories. DIR/pNNN holds dump.txt, gold.json and meta.json; `--pdf` keeps page.pdf too.
 * The same seed, articles and browser give the same pages.
 */

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeDealer, readArticles } from './articles.mjs'
import { openExtractors, storedDump } from './extract.mjs'
import { drawHabits } from './habits.mjs'
import { openPress } from './press.mjs'
import { goldOf, metaOf } from './record.mjs'
import { makeRng } from './rng.mjs'
import { drawSheet } from './sheet.mjs'

const { values: options } = parseArgs({
  options: {
    articles: { type: 'string' },
    pages: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    kinds: { type: 'string' },
    extractors: { type: 'string' },
    photos: { type: 'string', default: '1' },
    chromium: { type: 'string', default: process.env.CHROMIUM ?? '/usr/bin/chromium' },
    pdfjs: { type: 'string', default: process.env.PDFJS },
    pdf: { type: 'boolean', default: false },
  },
})

/** `a:2,b` as `{ a: 2, b: 1 }`. */
const weights = (list) =>
  list &&
  Object.fromEntries(list.split(',').map((entry) => [entry.split(':')[0], Number(entry.split(':')[1] ?? 1)]))

const deal = makeDealer(readArticles(options.articles.split(','), Number(options.photos)))
const extract = await openExtractors(options.pdfjs)
const press = await openPress(options.chromium)
const seed = Number(options.seed)

for (let i = 1; i <= Number(options.pages); i++) {
  const rng = makeRng(Math.imul(seed, 0x9e3779b1) + i)
  const habits = drawHabits(rng, weights(options.extractors), weights(options.kinds))
  const leads = habits.broad ? rng.int(1, 2) : 1
  const others = habits.broad ? rng.int(9, 16) : rng.int(4, 10)
  const sheet = drawSheet(rng, habits, deal(rng, leads, others))
  const pdf = await press.print(sheet)
  const dump = storedDump(await extract(habits.extractor, pdf), habits.extractor, habits.blank)
  const folder = join(options.out, `p${String(i).padStart(3, '0')}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'dump.txt'), dump)
  writeFileSync(join(folder, 'gold.json'), `${JSON.stringify(goldOf(sheet), null, 1)}\n`)
  writeFileSync(join(folder, 'meta.json'), `${JSON.stringify(metaOf(sheet, habits, dump))}\n`)
  if (options.pdf) writeFileSync(join(folder, 'page.pdf'), pdf)
}
await press.close()
