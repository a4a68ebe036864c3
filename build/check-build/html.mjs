// A small scanner for the tags of a built index.html. It knows comments, quoted and bare attributes and raw text.

/** @typedef {{ name: string, attributes: Map<string, string>, at: number }} Tag */

const TAG =
  /<!--[\s\S]*?-->|<([a-z][\w-]*)((?:\s+[^\s=>/"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+))?|\s*\/)*)\s*>/gi
const ATTRIBUTE = /([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g
const RAW_TEXT = /^(script|style|title|textarea)$/i

const ENTITIES = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', '#39': "'", '#x27': "'" }
const decodeEntities = (text) =>
  text.replace(/&(#?\w+);/g, (whole, name) => ENTITIES[name.toLowerCase()] ?? whole)

function readAttributes(text) {
  const attributes = new Map()
  for (const [, name, double, single, bare] of text.matchAll(ATTRIBUTE)) {
    attributes.set(name.toLowerCase(), decodeEntities(double ?? single ?? bare ?? ''))
  }
  return attributes
}

/** @param {string} html @returns {Tag[]} the opening tags in their order */
export function tagsOf(html) {
  const tags = []
  TAG.lastIndex = 0
  for (let match = TAG.exec(html); match; match = TAG.exec(html)) {
    const [, name, attributes] = match
    if (!name) continue
    tags.push({ name: name.toLowerCase(), attributes: readAttributes(attributes ?? ''), at: match.index })
    if (RAW_TEXT.test(name)) TAG.lastIndex = endOfRawText(html, name, TAG.lastIndex)
  }
  return tags
}

function endOfRawText(html, name, from) {
  const end = html.slice(from).search(new RegExp(`</${name}`, 'i'))
  return end < 0 ? html.length : from + end
}
