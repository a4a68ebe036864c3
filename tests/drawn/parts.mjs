/**
 * An article as the parts a page is built of. A part is one placed box of type;
 * its `role` says what moves with what when the dump's order is made.
 */

import { breakHead, emWidth, pieces } from './heads.mjs'

const escapeHtml = (text) => text.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c])
const DATELINE = /^(?:新华社|本报|晨报|[^，。：“]{2,6}报)?[^，。：“（]{0,12}?(?:讯|电)(?=[ （“]|$)/u

/** Characters from which a credit may break over lines. */
const LONG_CREDIT = 12

/** One line of display type, its doubled pieces painted twice. */
export function displayLine(rng, habits, line, doubled) {
  const gap = '<i class="gap"></i>'
  if (!doubled) return escapeHtml(line).replace(/\s+/gu, gap)
  return pieces(rng, line, habits.splitRate)
    .map((piece) =>
      /^\s/u.test(piece)
        ? gap
        : `<span class="twice">${escapeHtml(piece)}<span class="copy">${escapeHtml(piece)}</span></span>`,
    )
    .join('')
}

const lines = (rng, habits, list, doubled) =>
  list.map((line) => `<div class="line">${displayLine(rng, habits, line, doubled)}</div>`).join('')

/** Ties characters together here and there, so that lines break early and are spread. */
function bodyText(rng, habits, text) {
  const chars = [...text]
  let out = ''
  for (let i = 0; i < chars.length; ) {
    const length = rng.int(3, 6)
    const run = chars.slice(i, i + length).join('')
    if (rng.chance(habits.tieRate / 100) && /^[\u4e00-\u9fff]+$/u.test(run)) {
      out += `<span class="tie">${run}</span>`
      i += length
    } else out += escapeHtml(chars[i++])
  }
  return out
}

function paragraphHtml(rng, habits, { kind, text }, tail) {
  if (kind === 'subhead') return `<p class="subhead">${escapeHtml(text)}</p>`
  const dateline = habits.boldDateline ? (text.match(DATELINE)?.[0] ?? '') : ''
  const start = dateline ? `<b>${dateline}</b>` : ''
  return `<p>${start}${bodyText(rng, habits, text.slice(dateline.length))}${tail}</p>`
}

/** The credit as the page prints it: what follows the last paragraph, or a line of its own. */
function creditHtml(habits, credit) {
  if (!credit) return { tail: '', own: '' }
  const text = escapeHtml(credit)
  if (habits.credit === 'own') return { tail: '', own: `<p class="credit own">${text}</p>` }
  if (habits.credit === 'paren' && !/^[（(]/u.test(credit)) return { tail: `（${text}）`, own: '' }
  const cls = credit.length > LONG_CREDIT ? 'credit' : 'credit inline'
  return { tail: ` <span class="${cls}">${text}</span>`, own: '' }
}

function bodyHtml(rng, habits, article) {
  const { tail, own } = creditHtml(habits, article.credit)
  const last = article.paragraphs.length - 1
  return (
    article.paragraphs.map((p, i) => paragraphHtml(rng, habits, p, i === last ? tail : '')).join('') + own
  )
}

/**
 * Size of a headline, in em of the body: as large as its cell holds on one line,
 * unless that is too small; then it runs over more lines.
 */
function headScale(rng, article, measure) {
  const lead = article.kind === 'lead'
  const least = lead ? rng.pick([2.1, 2.33, 2.6]) : rng.pick([1.4, 1.55, 1.55, 1.7])
  const most = lead ? rng.pick([2.6, 3.1, 3.6, 4.2]) : rng.pick([1.7, 1.85, 2.2])
  const fitting = measure / (emWidth(article.headline) + 0.4)
  return fitting < least ? least : Math.min(fitting, most)
}

/**
 * @param {object} article in gold shape, with its page `id`
 * @param {number} measure width of its cell, em of the body
 * @param {number} columns its body runs in
 * @returns {{ role: string, art: string, cls: string, html: string, scale?: number }[]} in the order they stand on the page
 */
export function articleParts(rng, habits, article, measure, columns) {
  const parts = []
  const lead = article.kind === 'lead'
  const add = (role, cls, html, scale) => parts.push({ role, art: article.id, cls, html, scale })
  const doubledHead = habits.doubled && (lead || habits.doubledHeads)
  const doubledKicker = habits.doubledKickers
  const partAtSpace = rng.chance(0.3)
  if (article.section) {
    const doubled = habits.doubledSections
    add('section', 'section', lines(rng, habits, [article.section], doubled))
  }
  const kicker = () => {
    if (!article.kicker) return
    const scale = lead && measure > 40 ? 1.7 : 1.2
    const broken = breakHead(rng, article.kicker, measure / scale, false)
    add('head', 'kicker', lines(rng, habits, broken, doubledKicker), scale)
  }
  if (!habits.kickerAfter) kicker()
  if (article.headline) {
    const scale = headScale(rng, article, measure)
    const broken = breakHead(rng, article.headline, measure / scale - 0.3, partAtSpace)
    add('head', lead ? 'headline' : 'headline brief', lines(rng, habits, broken, doubledHead), scale)
  }
  if (habits.kickerAfter) kicker()
  if (article.deck) {
    const scale = lead ? 1.2 : 1
    add(
      'head',
      'deck',
      lines(rng, habits, breakHead(rng, article.deck, measure / scale - 0.3, false), false),
      scale,
    )
  }
  if (article.byline) {
    const marker = lead || rng.chance(0.4) ? habits.marker : ''
    const shown = article.section && marker ? marker.trimEnd() : marker
    add('byline', 'byline', escapeHtml(shown + article.byline))
  }
  if (article.paragraphs.length) {
    add('body', `body cols${columns}`, bodyHtml(rng, habits, article))
  }
  const pictureCredit = article.paragraphs.length ? '' : article.credit
  const credited = rng.chance(0.7) ? 0 : article.captions.length - 1
  article.captions.forEach((caption, i) => {
    const mark = lead || article.headline ? habits.captionMark : ''
    const after =
      pictureCredit && i === credited ? `<p class="credit own">${escapeHtml(pictureCredit)}</p>` : ''
    add('caption', 'caption', mark + bodyText(rng, habits, caption.text) + after)
  })
  return parts
}
