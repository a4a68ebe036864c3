/** Reconstructs and scores the pages of a folder by the models of `MODELS`: `fold-run FOLDER`, JSON on stdout. */
import { judgeDecisions } from './decisions.ts'
import { readPages, reconstructAndScore } from './drawn-pages.ts'

const [folder = ''] = process.argv.slice(2)
const pages = readPages(folder).map((page) => {
  const { found, score } = reconstructAndScore(page)
  return { score, decisions: judgeDecisions(page.gold, found, score) }
})
process.stdout.write(JSON.stringify(pages))
