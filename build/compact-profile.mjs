#!/usr/bin/env node
/**
 * Makes assets/icc/tr002_225s_small.icc out of tr002_225s.icc: the same characterisation and the same separation,
 * in a fifth of the bytes, for pages that carry no picture to be converted by whoever prints them.
 *
 * What goes: the measurement data (`targ`, `DevD`, `CIED`), the perceptual and the saturation table (all intents
 * use the colorimetric one), and the last bits of the tables: curves have 65 points, Lab is stored to 0.2 in L
 * and 0.5 in a and b, ink to 0.4 %. tests/print/compact-profile.test.ts says how far colours move.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const KEPT = ['desc', 'cprt', 'wtpt', 'bkpt', 'A2B0', 'A2B1', 'A2B2', 'B2A0', 'B2A1', 'B2A2', 'gamt']
const CURVE_POINTS = 65
/** Steps of a table's 16-bit values (ICC.1:2001-04 §6.5.8): Lab has 652.8 to the unit of L, 256 to one of a and b. */
const LAB_STEP = 128
const INK_STEP = 256
const CURVE_STEP = 64

/** @param {Uint8Array} bytes an ICC v2 profile with `mft2` tables */
export function compactProfile(bytes) {
  const tags = tagsOf(bytes)
  const made = new Map()
  for (const name of KEPT) {
    const source = name.replace(/^(A2B|B2A)./, '$11')
    if (!made.has(source)) made.set(source, compactTag(source, tags.get(source)))
  }
  const body = KEPT.map((name) => [name, made.get(name.replace(/^(A2B|B2A)./, '$11'))])
  return assemble(bytes.subarray(0, 128), body)
}

function tagsOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tags = new Map()
  for (let i = 0; i < view.getUint32(128); i++) {
    const at = 132 + 12 * i
    const start = view.getUint32(at + 4)
    const name = String.fromCharCode(...bytes.subarray(at, at + 4))
    tags.set(name, bytes.subarray(start, start + view.getUint32(at + 8)))
  }
  return tags
}

function compactTag(name, bytes) {
  if (name.startsWith('A2B')) return compactTable(bytes, LAB_STEP)
  if (name.startsWith('B2A') || name === 'gamt') return compactTable(bytes, INK_STEP)
  return bytes
}

/** An `mft2` table (§6.5.8) with shorter curves and coarser values. */
function compactTable(bytes, step) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [inputs, outputs, grid] = bytes.subarray(8, 11)
  const [inPoints, outPoints] = [view.getUint16(48), view.getUint16(50)]
  const colours = grid ** inputs * outputs
  const read = (at, count) => Array.from({ length: count }, (_, i) => view.getUint16(at + 2 * i))
  const curves = (at, count, points) =>
    Array.from({ length: count }, (_, i) => shorten(read(at + 2 * points * i, points))).flat()
  const colourAt = 52 + 2 * inPoints * inputs
  const values = [
    ...curves(52, inputs, inPoints),
    ...read(colourAt, colours).map((value) => rounded(value, step)),
    ...curves(colourAt + 2 * colours, outputs, outPoints),
  ]
  const result = new Uint8Array(52 + 2 * values.length)
  result.set(bytes.subarray(0, 48))
  const out = new DataView(result.buffer)
  out.setUint16(48, CURVE_POINTS)
  out.setUint16(50, CURVE_POINTS)
  values.forEach((value, i) => {
    out.setUint16(52 + 2 * i, value)
  })
  return result
}

function shorten(curve) {
  return Array.from({ length: CURVE_POINTS }, (_, i) => {
    const at = (i / (CURVE_POINTS - 1)) * (curve.length - 1)
    const [low, share] = [Math.floor(at), at % 1]
    const value = curve[low] * (1 - share) + (curve[low + 1] ?? 0) * share
    const end = i === 0 || i === CURVE_POINTS - 1
    return end ? Math.round(value) : rounded(value, CURVE_STEP)
  })
}

/** The ends stay where they are: paper is paper, and no ink is none. */
const rounded = (value, step) => (value >= 65535 ? 65535 : Math.min(65535, Math.round(value / step) * step))

/** Whole rows of the table's grid, so that the PDF writer may predict each from the one before. */
const ROW = 54

function assemble(header, tags) {
  const places = new Map()
  let end = 132 + 12 * tags.length
  for (const [, bytes] of tags) {
    if (places.has(bytes)) continue
    places.set(bytes, end)
    end += Math.ceil(bytes.length / 4) * 4
  }
  while (end % ROW !== 0) end += 4
  const result = new Uint8Array(end)
  const view = new DataView(result.buffer)
  result.set(header)
  view.setUint32(0, end)
  view.setUint32(128, tags.length)
  tags.forEach(([name, bytes], i) => {
    const at = 132 + 12 * i
    result.set(
      [...name].map((c) => c.charCodeAt(0)),
      at,
    )
    view.setUint32(at + 4, places.get(bytes))
    view.setUint32(at + 8, bytes.length)
  })
  for (const [bytes, place] of places) result.set(bytes, place)
  return result
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = join(dirname(fileURLToPath(import.meta.url)), '../assets/icc')
  writeFileSync(
    join(folder, 'tr002_225s_small.icc'),
    compactProfile(new Uint8Array(readFileSync(join(folder, 'tr002_225s.icc')))),
  )
}
