/**
 * The ledger of an archive, `banxin-archive.jsonl` in the output folder: a line for every page made, with the
 * hashes of its dump and its JSON and of the program that made it. A page whose line still holds is not made
 * again, whatever the clock says. While pages are made lines are only ever added, so that a run that is killed
 * leaves at worst half a line, which the next run drops.
 */
import { type FileHandle, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'

const LEDGER = 'banxin-archive.jsonl'

const Line = v.object({
  page: v.string(),
  program: v.string(),
  dump: v.string(),
  json: v.string(),
  articles: v.number(),
  doubts: v.number(),
})
export type LedgerLine = v.InferOutput<typeof Line>

export class Ledger {
  private readonly lines: ReadonlyMap<string, LedgerLine>
  private readonly file: FileHandle

  private constructor(lines: ReadonlyMap<string, LedgerLine>, file: FileHandle) {
    this.lines = lines
    this.file = file
  }

  /** Opens the folder's ledger, or begins one. Throws where the file can't be written. */
  static async open(folder: string): Promise<Ledger> {
    const path = join(folder, LEDGER)
    const text = await readFile(path, 'utf8').catch(() => '')
    const file = await open(path, 'a')
    // Half a line must not swallow the next one.
    if (text !== '' && !text.endsWith('\n')) await file.appendFile('\n')
    return new Ledger(readLines(text), file)
  }

  of(page: string): LedgerLine | undefined {
    return this.lines.get(page)
  }

  /** Throws where the line can't be written. */
  add(line: LedgerLine): Promise<void> {
    return this.file.appendFile(`${JSON.stringify(line)}\n`)
  }

  close(): Promise<void> {
    return this.file.close()
  }
}

/** The last line of each page counts; what is none is passed over. */
function readLines(text: string): Map<string, LedgerLine> {
  const lines = text.split('\n').flatMap((each) => {
    const line = v.safeParse(Line, jsonOf(each))
    return line.success ? [line.output] : []
  })
  return new Map(lines.map((line) => [line.page, line]))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
