/** Small facts that outlive the program, each a JSON file in the user's own folder. */
import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as v from 'valibot'
import { writeAtomically } from '../../adapters/files.ts'

/** `otherwise` for a file that is not there or is not what it should be: such facts are never worth a message. */
export async function readJsonFile<T>(
  path: string,
  schema: v.GenericSchema<unknown, T>,
  otherwise: T,
): Promise<T> {
  try {
    const parsed = v.safeParse(schema, JSON.parse(await readFile(path, 'utf8')))
    return parsed.success ? parsed.output : otherwise
  } catch {
    return otherwise
  }
}

const turns = new Map<string, Promise<unknown>>()

/** One write after the other; the last one stays. */
export function writeJsonFile(path: string, value: unknown): Promise<void> {
  const text = `${JSON.stringify(value, null, 1)}\n`
  const turn = (turns.get(path) ?? Promise.resolve()).then(async () => {
    await mkdir(dirname(path), { recursive: true })
    await writeAtomically(path, new TextEncoder().encode(text))
  })
  turns.set(path, turn)
  return turn.catch(() => undefined)
}
