/** A corrected reconstruction can be laid out, whatever was corrected. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { layOutPage } from '../../../src/core/pipeline/rebuild-page.ts'
import { reconstruct } from '../../../src/core/reconstruct/reconstruct.ts'
import { applyCorrections } from '../../../src/core/review/apply-corrections.ts'
import { openShaper, openSource, openTemplate, sampleBytes } from '../../support/real-page.ts'
import { Wishes, wish } from '../review/wishes.ts'

const settings = { seed: Number(process.env.SEED ?? 20250317), numRuns: 40 }
console.log(`corrected page: SEED=${settings.seed}`)

it('lays out every article that the corrections leave', async () => {
  const shaper = await openShaper()
  const template = openTemplate()
  const source = openSource(sampleBytes())
  const read = reconstruct(source)
  if (!read.ok) throw new Error(read.error.code)
  const wishes = new Wishes(source, read.value)
  fc.assert(
    fc.property(fc.array(wish, { minLength: 1, maxLength: 25 }), (made) => {
      const corrections = made.map((each) => wishes.correction(each))
      const { reconstruction } = applyCorrections(source, read.value, corrections)
      const { doc, composition } = layOutPage(source, reconstruction, template, shaper)
      expect(Object.keys(doc.articles)).toEqual(reconstruction.articles.map(({ id }) => id))
      expect(Object.keys(composition.stories).sort()).toEqual(Object.keys(doc.stories).sort())
    }),
    settings,
  )
}, 60_000)

it('lays out a page from which everything was put aside', async () => {
  const shaper = await openShaper()
  const source = openSource(sampleBytes())
  const read = reconstruct(source)
  if (!read.ok) throw new Error(read.error.code)
  const text = source.lines.flatMap((line, i) =>
    line.trim() ? [{ line: i + 1, start: 0, end: line.length }] : [],
  )
  const { reconstruction } = applyCorrections(source, read.value, [{ kind: 'place', text, as: 'unplaced' }])
  expect(reconstruction.articles).toEqual([])
  expect(layOutPage(source, reconstruction, openTemplate(), shaper).doc.articles).toEqual({})
})
