/**
 * What can be read of a page.json that is no longer JSON. A page is written with one space of indentation, so that
 * each record begins and ends on lines of its own: every record is read alone, and damage costs the record it lies in.
 */
import type { Json } from '../migrations/json.ts'
import type { Lost } from './lost.ts'

/** A member of the page, as `frames`, and one of a member, as `frames` → `a1-body`. */
const MEMBER = /^ "([^"]+)": (.*)$/
const RECORD = /^ {2}"([^"]+)": /

export function readRecords(text: string): { page: Json; lost: Lost[] } {
  const page: Json = {}
  const lost: Lost[] = []
  for (const [name, lines] of blocksOf(text.split('\n').slice(1), MEMBER)) {
    const whole = parseBlock(lines)
    if (whole !== undefined) page[name] = whole
    else if (!lines[0]?.endsWith('{')) lost.push({ kind: name, name: '' })
    else page[name] = readTable(name, lines.slice(1), lost)
  }
  return { page, lost }
}

function readTable(kind: string, lines: string[], lost: Lost[]): Json {
  const table: Json = {}
  for (const [name, block] of blocksOf(lines, RECORD)) {
    const record = parseBlock(block)
    if (record === undefined) lost.push({ kind, name })
    else table[name] = record
  }
  return table
}

/** Lines by the line that they follow and `start` matches. */
function blocksOf(lines: string[], start: RegExp): [name: string, lines: string[]][] {
  const blocks: [string, string[]][] = []
  for (const line of lines) {
    const name = start.exec(line)?.[1]
    if (name !== undefined) blocks.push([name, [line]])
    else blocks.at(-1)?.[1].push(line)
  }
  return blocks
}

/** A block's value. The last block of a table holds the ends of what the table stands in: without those. */
function parseBlock(lines: string[]): unknown {
  for (let end = lines.length; end >= lines.length - 3; end--) {
    const text = lines.slice(0, end).join('\n').trim().replace(/,$/, '')
    try {
      return Object.values(JSON.parse(`{${text}}`) as Json)[0]
    } catch {
      // Damaged, or one end too many.
    }
  }
  return undefined
}
