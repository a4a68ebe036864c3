#!/usr/bin/env node
/**
 * Draws what is checked in of pictures, from what they are drawn from: the program's icon in every size and format
 * that systems ask for (from assets/icons/banxin.svg), and the sample page as the welcome shows it (from docs/page08.png).
 *
 *   node build/make-icons.mjs
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createCanvas, loadImage } from '@napi-rs/canvas'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const ICONS = join(ROOT, 'assets/icons')
const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256]
/** Apple's names of the PNGs in an icns, with their sizes. */
const ICNS_TYPES = {
  icp4: 16,
  icp5: 32,
  ic07: 128,
  ic08: 256,
  ic09: 512,
  ic10: 1024,
  ic11: 32,
  ic12: 64,
  ic13: 256,
  ic14: 512,
}
const WELCOME_WIDTH = 620

async function draw(svg, size) {
  const sized = svg.toString('utf8').replace(/<svg([^>]*)>/, (_all, attributes) => {
    const rest = attributes.replace(/\s(width|height)="[^"]*"/g, '')
    return `<svg${rest} width="${size}" height="${size}">`
  })
  const canvas = createCanvas(size, size)
  canvas.getContext('2d').drawImage(await loadImage(Buffer.from(sized)), 0, 0, size, size)
  return canvas.encode('png')
}

/** An .ico of PNGs, as Windows reads them since Vista. */
function icoOf(images) {
  const head = Buffer.alloc(6 + 16 * images.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(images.length, 4)
  let offset = head.length
  images.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([head, ...images.map(({ png }) => png)])
}

function icnsOf(images) {
  const parts = images.map(({ type, png }) => {
    const head = Buffer.alloc(8)
    head.write(type, 0, 'ascii')
    head.writeUInt32BE(png.length + 8, 4)
    return Buffer.concat([head, png])
  })
  const head = Buffer.alloc(8)
  head.write('icns', 0, 'ascii')
  head.writeUInt32BE(
    parts.reduce((sum, part) => sum + part.length, 8),
    4,
  )
  return Buffer.concat([head, ...parts])
}

async function drawSample() {
  const page = await loadImage(join(ROOT, 'docs/page08.png'))
  const canvas = createCanvas(WELCOME_WIDTH, Math.round((page.height * WELCOME_WIDTH) / page.width))
  const context = canvas.getContext('2d')
  context.imageSmoothingQuality = 'high'
  context.drawImage(page, 0, 0, canvas.width, canvas.height)
  return canvas.encode('webp', 70)
}

async function main() {
  const svg = readFileSync(join(ICONS, 'banxin.svg'))
  const sizes = [...new Set([...LINUX_SIZES, ...Object.values(ICNS_TYPES)])]
  const pngs = new Map(await Promise.all(sizes.map(async (size) => [size, await draw(svg, size)])))
  mkdirSync(join(ICONS, 'linux'), { recursive: true })
  for (const size of LINUX_SIZES) writeFileSync(join(ICONS, 'linux', `${size}x${size}.png`), pngs.get(size))
  writeFileSync(join(ICONS, 'banxin.ico'), icoOf(ICO_SIZES.map((size) => ({ size, png: pngs.get(size) }))))
  const icns = Object.entries(ICNS_TYPES).map(([type, size]) => ({ type, png: pngs.get(size) }))
  writeFileSync(join(ICONS, 'banxin.icns'), icnsOf(icns))
  writeFileSync(join(ROOT, 'assets/samples/page08-small.webp'), await drawSample())
}

await main()
