/** What is written beside a dump: the gold and the notes on how the page was drawn. */

const flat = (text) => text.replace(/\s+/gu, '')

/** The page and its articles, letter for letter. */
export function goldOf({ furniture, articles }) {
  return {
    schema: 'banxin.reconstruction/1',
    page: furniture.gold,
    articles: articles.map(
      ({ id, kind, section, kicker, headline, deck, byline, credit, paragraphs, captions }) => ({
        id,
        kind,
        section,
        kicker,
        headline,
        deck,
        byline,
        credit,
        paragraphs,
        captions,
      }),
    ),
    unplaced: [],
  }
}

/** The notes, in the shape of the studied pages. */
export function metaOf({ furniture, articles, sources }, habits, dump) {
  const lines = dump.split('\n').filter((line) => line.trim())
  const paragraphs = articles.flatMap((article) => article.paragraphs)
  const whole = flat(dump)
  const [first] = furniture.section.split('·')
  const unbroken = paragraphs.filter(({ text }) => whole.includes(flat(text))).length
  return {
    typesetter: 'chromium',
    extractor: habits.extractor,
    blank: habits.blank || habits.extractor === 'mutool',
    doubled: habits.doubled,
    doubledSeen: habits.doubled && whole.split(furniture.section).length > 2,
    sameLine: habits.doubled && lines.some((line) => flat(line).includes(`${first}${first}`)),
    order: habits.order,
    spacedLines: lines.filter(isSpaced).length,
    broad: habits.broad,
    credit: habits.credit,
    mast: habits.mast,
    articles: articles.length,
    chars: articles.reduce((sum, a) => sum + flat(a.paragraphs.map((p) => p.text).join('')).length, 0),
    contiguous: paragraphs.length ? Math.round((100 * unbroken) / paragraphs.length) : 100,
    sources,
    furniture: [
      furniture.section,
      furniture.number,
      furniture.date,
      furniture.staff,
      furniture.mail,
      furniture.paper,
    ].filter(Boolean),
  }
}

/** Whether a line's letters were spread: three characters alone in a row. */
function isSpaced(line) {
  return /(?:^|\s)\S\s+\S\s+\S(?:\s|$)/u.test(line)
}
