/** The tools whose text dumps the bench imitates: pdf.js (two ways), mutool and pdftotext (two ways). */

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Opens the extractors.
 * @param {string} [pdfjsFolder] where `pdfjs-dist` is installed, if not beside this file
 * @returns {Promise<(name: string, pdf: Buffer) => Promise<string>>} the dump as the tool writes it
 */
export async function openExtractors(pdfjsFolder) {
  const { getDocument } = await import(
    pdfjsFolder
      ? pathToFileURL(join(pdfjsFolder, 'legacy/build/pdf.mjs')).href
      : 'pdfjs-dist/legacy/build/pdf.mjs'
  )
  const items = async (pdf) => {
    const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
    const { items: found } = await (await document.getPage(1)).getTextContent()
    await document.loadingTask.destroy()
    return found
  }
  const tools = {
    pdfjs: async (pdf) => (await items(pdf)).map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join(''),
    'pdfjs-y': async (pdf) => linesByHeight(await items(pdf)),
    mutool: (pdf) => run(pdf, 'mutool', (file) => ['draw', '-q', '-F', 'txt', file]),
    'pdftotext-raw': (pdf) => run(pdf, 'pdftotext', (file) => ['-raw', file, '-']),
    pdftotext: (pdf) => run(pdf, 'pdftotext', (file) => [file, '-']),
  }
  return (name, pdf) => tools[name](pdf)
}

/** The short way many scripts go: a new line wherever an item stands at another height. */
function linesByHeight(items) {
  let text = ''
  let last
  for (const { str, transform } of items) {
    const y = transform[5]
    if (last !== undefined && Math.abs(y - last) >= 1) text += '\n'
    text += str
    last = y
  }
  return text
}

function run(pdf, tool, args) {
  const folder = mkdtempSync(join(tmpdir(), 'drawn-'))
  try {
    const file = join(folder, 'page.pdf')
    writeFileSync(file, pdf)
    return execFileSync(tool, args(file), {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What the fonts' character maps say for some glyphs, and the character meant; Kangxi radicals have a normal form. */
const MEANT = new Map(
  [
    '⼾户',
    '㬵胶',
    '―—',
    '‒–',
    '〜～',
    '∕／',
    '⺟母',
    '⺠民',
    '⻁虎',
    '⻄西',
    '⻅见',
    '⻆角',
    '⻉贝',
    '⻋车',
    '⻓长',
    '⻔门',
    '⻘青',
    '⻙韦',
    '⻚页',
    '⻛风',
    '⻜飞',
  ]
    .concat([
      '⻝食',
      '⻢马',
      '⻣骨',
      '⻤鬼',
      '⻥鱼',
      '⻦鸟',
      '⻧卤',
      '⻨麦',
      '⻩黄',
      '⻬齐',
      '⻮齿',
      '⻰龙',
      '⻳龟',
      '⺎兀',
    ])
    .map((pair) => [...pair]),
)

/** Undoes the radicals and look-alikes that these fonts put for common characters. */
function wholeCharacters(text) {
  return text.replace(
    /[\u2012-\u3b35]/g,
    (c) => MEANT.get(c) ?? (c >= '\u2f00' && c <= '\u2fdf' ? c.normalize('NFKC') : c),
  )
}

/**
 * A dump as it is stored: no form feed, no radicals; `blank` puts an empty line after every line that
 * does not end in a digit, as a common export does. mutool keeps its own empty lines.
 */
export function storedDump(text, extractor, blank) {
  const plain = wholeCharacters(text.replace(/\f/g, ''))
  if (extractor === 'mutool') return plain
  if (!blank) return extractor === 'pdftotext' ? plain : `${printedLines(plain).join('\n')}\n`
  return printedLines(plain)
    .map((line) => line + (/\d\s*$/.test(line) ? '\n' : '\n\n'))
    .join('')
}

const printedLines = (text) => text.split('\n').filter((line) => line.trim())
