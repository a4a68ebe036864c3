/** `banxin reconstruct PAGE.banxin`: the reconstruction of the dump inside, as a person corrected it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { type BanxinFile, packPage, unpackPage } from '../../src/core/doc/banxin-file.ts'
import type { Correction, Reconstruction } from '../../src/core/reconstruct/types.ts'
import { runBanxin, SAMPLE } from '../support/run-banxin.ts'

const folder = mkdtempSync(join(tmpdir(), 'banxin-corrections-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const banxin = (...args: string[]) => runBanxin(folder, ...args)

const FACES = ['song-400', 'song-700', 'song-900', 'hei-500', 'hei-700', 'kai-500']

/** The rebuilt sample with something changed in its file. */
function changed(name: string, change: (file: BanxinFile) => BanxinFile): string {
  banxin('rebuild', SAMPLE, '-o', 'page.banxin')
  const file = unpackPage(readFileSync(join(folder, 'page.banxin')), 'page.banxin', FACES)
  if (!file.ok) throw new Error(file.error.code)
  writeFileSync(join(folder, name), packPage(change(file.value)))
  return name
}

it('prints the reconstruction of a page with its corrections', () => {
  const plain: Reconstruction = JSON.parse(banxin('reconstruct', SAMPLE).out)
  const doubt = plain.doubts.find(({ code }) => code === 'caption-or-headline')!
  const corrections: Correction[] = doubt.readings[1]!.corrections
  const run = banxin(
    'reconstruct',
    changed('corrected.banxin', (file) => ({ ...file, corrections })),
  )
  expect([run.code, run.complaints]).toEqual([0, []])
  const corrected: Reconstruction = JSON.parse(run.out)
  expect(corrected.articles[3]!.headline).toBe(plain.articles[3]!.captions[0]!.text)
  expect(corrected.doubts).toHaveLength(plain.doubts.length - 1)
})

it('says that a page has no dump', () => {
  const run = banxin(
    'reconstruct',
    changed('bare.banxin', ({ doc }) => ({ doc })),
  )
  expect([run.code, run.out]).toEqual([1, ''])
  expect(run.complaints.join()).toContain('bare.banxin')
  expect(run.complaints.join()).toContain('carries no source')
})
