import { expect, it } from 'vitest'
import { type CaptionLine, goesOn } from '../../../src/core/reconstruct/roles/caption-joins.ts'

const line = (text: string, more: Partial<CaptionLine> = {}): CaptionLine => ({
  text,
  begins: false,
  marked: false,
  widest: 14,
  ...more,
})

it('a caption goes on where its line is full and its sentence is open', () => {
  expect(goesOn(line('光伏羊在板下吃草，板间的苜蓿'), line('已经返青。'))).toBe(true)
})

it('a caption goes on to its photographer', () => {
  const caption = '洛坪光伏基地的光伏羊在板下吃草'
  expect(goesOn(line(caption, { widest: 16 }), line('夏未央 摄', { begins: true }))).toBe(true)
  expect(goesOn(line(`${caption}。`, { widest: 16 }), line('（储良 摄）'))).toBe(true)
})

it('another caption begins behind a photographer', () => {
  expect(
    goesOn(line('光伏羊在板下吃草。 夏未央 摄'), line('望津港的无人集卡正在装船。', { begins: true })),
  ).toBe(false)
})

it('another caption begins at a mark', () => {
  expect(
    goesOn(line('光伏羊在板下吃草。'), line('▲望津港的无人集卡。', { begins: true, marked: true })),
  ).toBe(false)
})
