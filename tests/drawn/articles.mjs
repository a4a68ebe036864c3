/** Reads article files and deals them out, so that each is drawn about equally often. */

import { readFileSync } from 'node:fs'

const FIELDS = ['section', 'kicker', 'headline', 'deck', 'byline', 'credit']
const MARKER = /^[▶▲△▼▽◎○■□●◆◇★☆]\s*/u

/**
 * @param {string[]} files article arrays, or golds (`{ articles }`)
 * @param {number} [photosOneIn] of each file's photo stories one in so many is read, the first of them
 * @returns {object[]} articles in gold shape: captions as `{ text }`, bylines without a marker
 */
export function readArticles(files, photosOneIn = 1) {
  const seen = new Set()
  const articles = []
  for (const file of files) {
    const parsed = JSON.parse(readFileSync(file, 'utf8'))
    let photos = 0
    for (const article of Array.isArray(parsed) ? parsed : parsed.articles) {
      if (article.kind === 'photo' && photos++ % photosOneIn > 0) continue
      const clean = cleanArticle(article)
      const { source, ...content } = clean
      const key = JSON.stringify(content)
      if (seen.has(key)) continue
      seen.add(key)
      articles.push(clean)
    }
  }
  return articles
}

function cleanArticle(article) {
  const clean = { source: article.id, kind: article.kind }
  for (const field of FIELDS) {
    const text = article[field]?.trim()
    if (text) clean[field] = field === 'byline' ? text.replace(MARKER, '') : text
  }
  clean.paragraphs = (article.paragraphs ?? []).map(({ kind, text }) => ({ kind, text: text.trim() }))
  clean.captions = (article.captions ?? []).map((caption) => ({ text: (caption.text ?? caption).trim() }))
  return clean
}

/**
 * Makes the dealer of a run: each call takes the articles drawn least often so far.
 * @returns {(rng: object, leads: number, others: number) => { source: string }[]} leads first
 */
export function makeDealer(articles) {
  const drawn = new Map(articles.map((article) => [article, 0]))
  const take = (rng, pool, count) => {
    const ranked = pool.map((article) => [drawn.get(article) + 0.9 * rng.next(), article])
    const taken = ranked
      .sort((a, b) => a[0] - b[0])
      .slice(0, count)
      .map(([, article]) => article)
    for (const article of taken) drawn.set(article, drawn.get(article) + 1)
    return taken
  }
  const leads = articles.filter((article) => article.kind === 'lead')
  const others = articles.filter((article) => article.kind !== 'lead')
  return (rng, leadCount, otherCount) => [
    ...take(rng, leads, leadCount),
    ...rng.shuffle(take(rng, others, otherCount)),
  ]
}
