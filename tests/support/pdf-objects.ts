import { tool } from './tools.ts'

type Dictionary = Record<string, unknown>

/** A PDF's objects as qpdf reads them: the dictionary of every object that has one. */
export function dictionariesOf(file: string): Dictionary[] {
  const json = JSON.parse(tool('qpdf', '--json=2', '--json-stream-data=none', file))
  const entries = Object.values(json.qpdf[1]) as { value?: Dictionary; stream?: { dict: Dictionary } }[]
  return entries.map(({ value, stream }) => value ?? stream?.dict ?? {})
}
