import type { DecodeWith } from '../../../src/core/source/read-source.ts'

/** The strict decoder that every runtime has. */
export const decodeWith: DecodeWith = (encoding, bytes) => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
