/** The small profile is the shipped one made smaller, and colours stay where they were. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compactProfile } from '../../build/compact-profile.mjs'
import { tableOf } from '../support/icc-table.ts'

const icc = (name: string) =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../../assets/icc', `${name}.icc`)))
const whole = icc('tr002_225s')
const small = icc('tr002_225s_small')

/** Every combination of so many steps of each channel, 0..1. */
function* cube(channels: number, steps: number): Generator<number[]> {
  for (let i = 0; i < steps ** channels; i++)
    yield Array.from({ length: channels }, (_, c) => (Math.floor(i / steps ** c) % steps) / (steps - 1))
}

/** 16-bit Lab of version 2 (ICC.1:2001-04 §6.3.4.2): 0xFF00 is 100 of L; 256 to one of a and b. */
const lab = ([l = 0, a = 0, b = 0]: number[]) => [(l * 65535) / 652.8, (a * 65535) / 256, (b * 65535) / 256]

const distance = (a: number[], b: number[]) => Math.hypot(...a.map((value, i) => value - (b[i] ?? 0)))
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

describe('the small output profile', () => {
  it('is what the build makes of the whole one', () => {
    expect(Buffer.from(compactProfile(whole)).equals(Buffer.from(small))).toBe(true)
  })

  it('shows every ink as the whole one does, to half a ΔE', () => {
    const [a, b] = [tableOf(whole, 'A2B1'), tableOf(small, 'A2B1')]
    const away = [...cube(4, 8)].map((ink) => distance(lab(a.look(ink)), lab(b.look(ink))))
    expect(Math.max(...away)).toBeLessThan(0.6)
    expect(mean(away)).toBeLessThan(0.2)
  })

  it('separates as the whole one does, to one per cent of an ink', () => {
    const [a, b] = [tableOf(whole, 'B2A1'), tableOf(small, 'B2A1')]
    const away = [...cube(3, 24)].map((colour) => 100 * distance(a.look(colour), b.look(colour)))
    expect(Math.max(...away)).toBeLessThan(1)
    expect(mean(away)).toBeLessThan(0.2)
  })
})
