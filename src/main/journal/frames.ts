/**
 * The journal's file: `BXJ1`, then frames of [length][crc32][kind and bytes], numbers little-endian. It only grows, so
 * a crash can damage nothing but its end, and the sums say where the good part ends.
 */
import { crc32 } from '../../core/doc/crc32.ts'

/** Of the main process's own facts, as JSON; or of the window, which alone can read its bytes. */
export type FrameKind = 'fact' | 'entry'

export interface Frame {
  kind: FrameKind
  bytes: Uint8Array
}

export const MAGIC = Buffer.from('BXJ1')
const KINDS: readonly FrameKind[] = ['fact', 'entry']
const HEAD = 8
/** A whole page with its dump is a few megabytes. */
const MAX_FRAME_BYTES = 256 * 1024 * 1024

export function encodeFrame({ kind, bytes }: Frame): Buffer {
  const frame = Buffer.allocUnsafe(HEAD + 1 + bytes.length)
  frame[HEAD] = KINDS.indexOf(kind)
  frame.set(bytes, HEAD + 1)
  frame.writeUInt32LE(bytes.length + 1, 0)
  frame.writeUInt32LE(crc32(frame.subarray(HEAD)), 4)
  return frame
}

/** All whole frames, and where the last of them ends; what follows was being written when the process died. */
export function readFrames(file: Uint8Array): { frames: Frame[]; end: number } {
  const buffer = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const frames: Frame[] = []
  if (!buffer.subarray(0, MAGIC.length).equals(MAGIC)) return { frames, end: 0 }
  let end = MAGIC.length
  while (end + HEAD < buffer.length) {
    const length = buffer.readUInt32LE(end)
    const next = end + HEAD + length
    if (length === 0 || length > MAX_FRAME_BYTES || next > buffer.length) break
    const content = buffer.subarray(end + HEAD, next)
    const kind = KINDS[content[0] as number]
    if (crc32(content) !== buffer.readUInt32LE(end + 4) || kind === undefined) break
    frames.push({ kind, bytes: new Uint8Array(content.subarray(1)) })
    end = next
  }
  return { frames, end }
}
