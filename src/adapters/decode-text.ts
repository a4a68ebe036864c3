import type { DecodeWith } from '../core/source/read-source.ts'

/** Strict decoding by the platform's own decoder, the same in Node and in the window. */
export const decodeText: DecodeWith = (encoding, bytes) => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
