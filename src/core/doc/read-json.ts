/** JSON from a file that may be hostile. */
import { strFromU8 } from 'fflate'

/** A page's records are a dozen deep. */
const MAX_DEPTH = 64

/** Undefined for what is no JSON, or is nested deeper than any page. */
export function parseJson(bytes: Uint8Array): unknown {
  const text = strFromU8(bytes)
  if (isTooDeep(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** By hand, because an expression over a string of many megabytes may run out of its own stack. */
function isTooDeep(text: string): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (inString) {
      if (character === '\\') at++
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{' || character === '[') depth++
    else if (character === '}' || character === ']') depth--
    if (depth > MAX_DEPTH) return true
  }
  return false
}
