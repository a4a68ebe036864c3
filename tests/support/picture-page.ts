/** A page that has nothing but pictures, in rows, each in a frame of its own. */
import { createHash } from 'node:crypto'
import { inspectPicture } from '../../src/adapters/pictures/header.ts'
import { placePictureInFrame } from '../../src/core/doc/place-picture.ts'
import type { PageDoc, PictureFrame } from '../../src/core/doc/schema.ts'
import type { TestPicture } from './pictures.ts'

/** Frames are as wide to the height as the pictures; in pt. */
const CELL = { width: 150, height: 100, gap: 15, left: 100, top: 120, columns: 5 }

type Placement = NonNullable<PictureFrame['placement']>
const FILL: Placement = { fit: 'fill', zoom: 1, dx: 0, dy: 0, rotation: 0 }

export const cellOf = (index: number) => ({
  x: CELL.left + (index % CELL.columns) * (CELL.width + CELL.gap),
  y: CELL.top + Math.floor(index / CELL.columns) * (CELL.height + CELL.gap),
  width: CELL.width,
  height: CELL.height,
})

export function picturePage(doc: PageDoc, pictures: readonly TestPicture[], placement: Placement = FILL) {
  const frames = Object.fromEntries(
    pictures.map((_, i) => [
      `p${i}`,
      { kind: 'picture' as const, ...cellOf(i), order: String(i).padStart(3, '0') },
    ]),
  )
  let page: PageDoc = { ...doc, stories: {}, articles: {}, frames }
  const files = new Map<string, Uint8Array>()
  pictures.forEach(({ file, bytes }, i) => {
    const facts = inspectPicture(bytes, file)
    if (!facts.ok) throw new Error(JSON.stringify(facts.error))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    files.set(sha256, bytes)
    const placed = placePictureInFrame(page, `p${i}`, { sha256, name: file, ...facts.value }, placement)
    if (!placed.ok) throw new Error(JSON.stringify(placed.error))
    page = placed.value
  })
  return { page, files }
}
