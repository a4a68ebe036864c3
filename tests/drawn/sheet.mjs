/** A page as HTML: its parts, its style sheet, and the stacks that the browser measures and places. */

import { drawFurniture } from './furniture.mjs'
import { paintOrder } from './order.mjs'
import { articleParts, displayLine } from './parts.mjs'
import { planPage } from './plan.mjs'

const BOX_PADDING = 0.8

/**
 * @param {object[]} articles leads first, in gold shape
 * @returns {{ css: string, html: string, cells: object[][], articles: object[], furniture: object, margin: object }}
 *   `cells` by band: edges in px and the ids of the parts stacked there; `articles` in reading order, with page ids
 */
export function drawSheet(rng, habits, articles) {
  const { width, bands } = planPage(rng, habits, articles)
  const emPx = (habits.bodyPt * 4) / 3
  const reading = bands.flat().flatMap((cell) => cell.articles.map((article) => ({ article, cell })))
  const made = reading.map(({ article, cell }, i) => {
    const numbered = { ...article, id: `a${i + 1}` }
    const measure = cell.boxed ? cell.measure - 2 * BOX_PADDING : cell.measure
    const parts = articleParts(rng, habits, numbered, measure, cell.columns)
    parts.forEach((part, k) => {
      part.id = `${numbered.id}-${k}`
      part.width = (part.role === 'caption' ? captionMeasure(rng, measure, cell.columns) : measure) * emPx
    })
    return { article: numbered, cell, parts, source: article.source }
  })
  const furniture = drawFurniture(rng)
  const folio = folioParts(rng, habits, furniture, width * emPx)
  const painted = paintOrder(rng, habits, made, folio)
  const cells = bands.map((band) =>
    band.map((cell) => ({
      x: cell.x * emPx,
      padding: cell.boxed ? BOX_PADDING * emPx : 0,
      boxed: cell.boxed,
      width: cell.measure * emPx,
      stacks: made.filter((entry) => entry.cell === cell).map(({ parts }) => stack(rng, parts)),
    })),
  )
  return {
    css: styleOf(habits, emPx),
    html: painted.map(partHtml).join('\n'),
    cells,
    folio: folio.map(({ id, x, right, y }) => ({ id, x, right, y })),
    articles: made.map(({ article }) => article),
    sources: made.map(({ source }) => source),
    furniture,
    width: width * emPx,
  }
}

/** A picture, and the caption under it, is as wide as its cell, or as a column or two of a lead. */
function captionMeasure(rng, measure, columns) {
  const column = measure / columns
  if (columns > 1) return column * rng.int(1, column > 13 ? 1 : 2)
  return measure * rng.pick([1, 1, 1, 0.85, 0.7])
}

/** What stands from top to bottom: parts, and pictures (heights in px) above the captions. */
function stack(rng, parts) {
  const items = []
  const captionsFirst = rng.chance(0.5)
  const captions = parts.filter((part) => part.role === 'caption')
  const rest = parts.filter((part) => part.role !== 'caption')
  const pictures = captions.flatMap(({ id, width }) => [{ picture: rng.int(60, 160), width }, { id }])
  const body = rest.findIndex((part) => part.role === 'body')
  for (const [i, part] of rest.entries()) {
    if (captionsFirst && i === body) items.push(...pictures)
    items.push({ id: part.id })
  }
  if (!captionsFirst || body < 0) items.push(...pictures)
  return items
}

const partHtml = ({ id, cls, html, width, scale }) => {
  const size = scale ? `;font-size:${scale.toFixed(3)}em` : ''
  return `<div class="part" id="${id}" style="${width ? `width:${width.toFixed(2)}px` : ''}${size}"><div class="${cls}">${html}</div></div>`
}

/** The folio in one of its three arrangements: section and number, date, staff, mail, paper. */
function folioParts(rng, habits, { section, number, date, staff, mail, paper }, widthPx) {
  const twice = (text) => displayLine(rng, { ...habits, splitRate: 0 }, text, habits.doubled)
  const name = `<span class="folio-name">${twice(section)}</span>`
  const page = `<span class="folio-name">${twice(number)}</span>`
  const day = `<span class="folio-date">${date}</span>`
  const parts = []
  const add = (html, place) =>
    parts.push({ id: `f${parts.length}`, role: 'folio', cls: 'folio', html, ...place })
  if (habits.mast === 'seed') add(`${name}${page}${day}`, { x: 0, y: 0 })
  if (habits.mast === 'split') {
    add(day, { x: 0, y: 6 })
    add(`${name}${page}`, { x: widthPx * 0.36, y: 0 })
  }
  if (habits.mast === 'right') {
    add(`${page}${name}`, { x: 0, y: 0 })
    add(day, { x: widthPx * 0.35, y: 9 })
  }
  if (staff)
    add(`<span class="folio-staff">${staff.replace(/ {2}/g, '&nbsp; ')}</span>`, { right: widthPx, y: 2 })
  if (mail) add(`<span class="folio-staff">${mail}</span>`, { right: widthPx, y: 20 })
  if (paper) add(`<span class="folio-paper">${paper}</span>`, { x: widthPx * 0.62, y: rng.pick([2, 9]) })
  return parts
}

function styleOf(h, emPx) {
  const [dx, dy] = h.offset
  return `
    .sheet { font: ${emPx.toFixed(3)}px/${h.leadingPx}px ${h.bodyFont}; text-autospace: ${h.spaceDigits ? 'normal' : 'no-autospace'} }
    .body { text-wrap: ${h.optimalBreaks ? 'pretty' : 'wrap'} }
    .line { text-align: ${h.centred ? 'center' : 'left'} }
    .copy { left: ${dx}em; top: ${dy}em }
    .headline { font-family: ${h.headFont} } .headline.brief { font-family: ${h.briefFont} }
    .kicker { font-family: ${h.kickerFont} }
    .byline { text-align: ${h.centred ? 'center' : 'left'} }
    .caption { font-size: ${h.captionPt}em; font-family: ${h.captionFont} }
    .subhead { text-align: ${h.subheadCentred ? 'center' : 'left'}; text-indent: ${h.subheadCentred ? 0 : 2}em }
    .credit { font-family: ${h.creditFont} }`
}
