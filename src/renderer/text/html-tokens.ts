/**
 * HTML as tokens. The browser's own parser would do, but it holds inline styles and handlers of what is pasted
 * against the window's policy and complains of each; here nothing is made that could run.
 */

export type HtmlToken =
  | { kind: 'text'; text: string }
  | { kind: 'open'; name: string; attributes: ReadonlyMap<string, string>; empty: boolean }
  | { kind: 'close'; name: string }

/** Elements whose content is no markup. */
const RAW = new Set('script style title textarea xmp noembed noframes iframe'.split(' '))
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))

const TAG = /<(\/?)([a-zA-Z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/y
const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g
/** Comments, document types, processing instructions, and the conditions that Word writes. */
const DECLARATION = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>?/y

export function htmlTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = []
  let at = 0
  const text = (end: number) => {
    if (end > at) tokens.push({ kind: 'text', text: decodeEntities(html.slice(at, end)) })
  }
  for (let from = 0; ; ) {
    const next = html.indexOf('<', from)
    if (next < 0) break
    const declared = matchAt(DECLARATION, html, next)
    const tag = declared ? undefined : matchAt(TAG, html, next)
    const found = declared ?? tag
    if (!found) {
      from = next + 1
      continue
    }
    text(next)
    at = next + found[0].length
    from = at
    if (!tag) continue
    const name = (tag[2] ?? '').toLowerCase()
    if (tag[1] === '/') tokens.push({ kind: 'close', name })
    else {
      const empty = VOID.has(name) || (tag[3]?.trimEnd().endsWith('/') ?? false)
      tokens.push({ kind: 'open', name, attributes: attributesOf(tag[3] ?? ''), empty })
      if (RAW.has(name) && !empty) {
        at = endOfRaw(html, name, at)
        from = at
      }
    }
  }
  text(html.length)
  return tokens
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

const endOfRaw = (html: string, name: string, from: number): number => {
  const end = html.toLowerCase().indexOf(`</${name}`, from)
  return end < 0 ? html.length : end
}

function attributesOf(text: string): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase()
    if (!attributes.has(key)) attributes.set(key, decodeEntities(double ?? single ?? bare ?? ''))
  }
  return attributes
}

/** Those that text is likely to have; others stay as they are written. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  bull: '•',
  times: '×',
  divide: '÷',
  plusmn: '±',
  deg: '°',
  permil: '‰',
  yen: '¥',
  euro: '€',
  pound: '£',
  copy: '©',
  reg: '®',
  trade: '™',
  sup2: '²',
  sup3: '³',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  shy: '\u00ad',
  zwnj: '\u200c',
  zwj: '\u200d',
}

const decodeEntities = (text: string): string =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z][a-z\d]*));?/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole
    const code = Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
  })
