/** Points of the page in the window, and what the panels say of what is selected. */
import { expect, type Locator, type Page } from 'playwright/test'
import { PNG } from 'pngjs'
import { placeAt } from './window.ts'

/** In px of the window. */
interface Point {
  x: number
  y: number
}

export interface PagePoints {
  /** Where a place of the page, in mm from the trim's corner, is in the window. */
  at(xMm: number, yMm: number): Point
  pxPerMm: number
}

/** Reads the scale from what the status bar says of two points; right until the view changes. */
export async function pagePoints(page: Page): Promise<PagePoints> {
  const box = await page.locator('.canvas-viewport').boundingBox()
  if (!box) throw new Error('no canvas')
  const [ax, ay] = [box.x + box.width * 0.25, box.y + box.height * 0.25]
  const [bx, by] = [box.x + box.width * 0.75, box.y + box.height * 0.75]
  const a = await placeAt(page, ax, ay)
  const b = await placeAt(page, bx, by)
  const pxPerMm = (bx - ax) / (b.x - a.x)
  return { pxPerMm, at: (xMm, yMm) => ({ x: ax + (xMm - a.x) * pxPerMm, y: ay + (yMm - a.y) * pxPerMm }) }
}

export interface PlaceMm {
  x: number
  y: number
  width: number
  height: number
}

/** The place of what is selected, as the fields have it. */
export async function placeOfSelected(page: Page): Promise<PlaceMm> {
  const read = async (field: string) => Number(await page.getByTestId(`place-${field}`).inputValue())
  return { x: await read('x'), y: await read('y'), width: await read('width'), height: await read('height') }
}

export const middleOf = ({ x, y, width, height }: PlaceMm): [number, number] => [
  x + width / 2,
  y + height / 2,
]

/** Selects a frame by its row in the outline: the nth of that name. */
export async function selectInOutline(page: Page, name: string, nth = 0): Promise<void> {
  await page.getByTestId('tab-outline').click()
  await outlineRow(page, name, nth).click()
  await expect(page.getByTestId('frame-name')).toHaveValue(name)
}

export const outlineRow = (page: Page, name: string, nth = 0): Locator =>
  page.getByTestId('outline').locator('.outline-row', { hasText: name }).nth(nth)

/** Presses the mouse at one point of the window, moves it and lets it go at another. */
export async function dragMouse(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
}

/** Presses, moves in steps and lets go, in mm of the page. */
export async function dragOnPage(
  page: Page,
  points: PagePoints,
  from: readonly [number, number],
  to: readonly [number, number],
  options: { keys?: string[]; hold?: boolean } = {},
): Promise<void> {
  const a = points.at(...from)
  const b = points.at(...to)
  await page.mouse.move(a.x, a.y)
  await page.mouse.down()
  await page.mouse.move((a.x + b.x) / 2, (a.y + b.y) / 2, { steps: 3 })
  for (const key of options.keys ?? []) await page.keyboard.down(key)
  await page.mouse.move(b.x, b.y, { steps: 3 })
  if (options.hold) return
  await page.mouse.up()
  for (const key of options.keys ?? []) await page.keyboard.up(key)
}

export async function historyNames(page: Page): Promise<string[]> {
  await page.getByTestId('tab-history').click()
  const rows = await page.getByTestId('history').getByRole('option').allTextContents()
  return rows.map((row) => row.replace(/^\d+/, '').replace(/现在$/, ''))
}

/** The page as its canvas shows it, without what lies over it. */
export async function pagePicture(page: Page): Promise<PNG> {
  const url = await page.evaluate(
    () => document.querySelector<HTMLCanvasElement>('.canvas-viewport canvas')?.toDataURL() ?? '',
  )
  return PNG.sync.read(Buffer.from(url.split(',')[1] ?? '', 'base64'))
}

/** A part painted anew may round a tone by one: that is not seen. */
const SEEN = 8

/** How many pixels of two pictures differ so that it is seen. */
export function pixelsApart(a: PNG, b: PNG): number {
  let count = 0
  for (let at = 0; at < a.data.length; at += 4) {
    const apart = [0, 1, 2].some((k) => Math.abs((a.data[at + k] ?? 0) - (b.data[at + k] ?? 0)) > SEEN)
    if (apart) count++
  }
  return count
}
