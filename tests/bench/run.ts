/** Accuracy and speed beside peers: all parts, or those that are named. Each rewrites its section of the results. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { PARTS, type PartName } from './parts.ts'

const RESULTS = 'tests/bench/results.md'
const HEAD = '# Bench: page 08'

const names = Object.keys(PARTS) as PartName[]
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !names.includes(name as PartName))
if (unknown.length > 0)
  throw new Error(`no part of the bench: ${unknown.join(', ')}; there are ${names.join(', ')}`)
for (const name of asked.length > 0 ? (asked as PartName[]) : names) {
  const { title, tables } = PARTS[name]
  const before = conditions()
  const lines = [`## ${title}`, '', ...(await tables()), '', before]
  process.stdout.write(`${lines.join('\n')}\n\n`)
  keep(title, lines)
}

/** What else the machine was busy with. Under `chrt -f` no other program takes the processor between two instructions. */
function conditions(): string {
  const load = `Load before: ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores`
  return isRealTime() ? `${load}; run with real-time priority (\`chrt -f 10\`).` : `${load}.`
}

/** proc(5): the 41st field is the scheduling policy, 1 for SCHED_FIFO; the second, in brackets, may hold blanks. */
function isRealTime(): boolean {
  const file = '/proc/self/stat'
  if (!existsSync(file)) return false
  const fields = readFileSync(file, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return fields[38] === '1'
}

/** Puts a section in the place of the one before it, or at the end. */
function keep(title: string, lines: readonly string[]): void {
  const before = existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : ''
  const sections = new Map(
    before
      .split(/^## /m)
      .slice(1)
      .map((text) => [text.slice(0, text.indexOf('\n')), `## ${text.trimEnd()}`]),
  )
  sections.set(title, lines.join('\n'))
  const order = names.map((name) => PARTS[name].title)
  const kept = order.flatMap((each) => sections.get(each) ?? [])
  const intro = `${HEAD}\n\nNode ${process.version}, ${cpus().length} cores. Printed by \`npm run bench\`.`
  writeFileSync(RESULTS, `${[intro, ...kept].join('\n\n')}\n`)
}
