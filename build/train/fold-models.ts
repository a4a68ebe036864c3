/**
 * Models for pages whose articles must not have been seen: `fold-models PAGES OUT FOLDS` writes `OUT/1/` and so on,
 * each adapted to the pages without the articles of that fold.
 */
import { join } from 'node:path'
import { dealFolds } from '../../tests/bench/reconstruction/folds.ts'
import { adaptModels, lessonsOf, withoutArticles } from './adapt.ts'
import { readDrawnPages, readOwnModels, writeModels } from './model-files.ts'

const [folder = '', out = '', folds = '5'] = process.argv.slice(2)
const pages = readDrawnPages(folder)
const own = readOwnModels()
const lessons = lessonsOf(pages)
dealFolds(
  pages.flatMap(({ sources }) => sources),
  Number(folds),
).forEach((ids, fold) => {
  writeModels(join(out, `${fold + 1}`), adaptModels(own, withoutArticles(lessons, new Set(ids))))
})
