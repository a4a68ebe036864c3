/** The faces that ship: what they cover, what of them is loaded, and that each lies beside its licence. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import faces from '../../assets/fonts/faces.json' with { type: 'json' }
import { COMMON_CHARACTERS, fontFile, withFallbacks } from '../../src/adapters/font-files.ts'
import { loadShaper } from '../../src/adapters/harfbuzz.ts'
import { facesOf } from '../../src/core/doc/faces-of.ts'
import { gb2312 } from '../support/gb2312.ts'
import { openShaper, openTemplate, rebuildSample } from '../support/real-page.ts'

const built = (file: string) => join(import.meta.dirname, '../../out/fonts', file)
const readCommon = async (face: string) => new Uint8Array(readFileSync(built(fontFile(face, 'common'))))

describe('GB/T 2312', () => {
  it('is 6763 Han characters and 682 others, all of them common', () => {
    const { han, others } = gb2312()
    expect([han.length, others.length]).toEqual([6763, 682])
    expect([...han, ...others].filter((character) => !COMMON_CHARACTERS.has(character))).toEqual([])
  })

  it('is covered whole by every face', async () => {
    const shaper = await openShaper('common')
    const { han, others } = gb2312()
    const lacking = faces.map(({ id }) => [
      id,
      [...han, ...others].filter((each) => shaper.shape(id, each, []).missing !== undefined).join(''),
    ])
    expect(lacking).toEqual(faces.map(({ id }) => [id, '']))
  })
})

describe('a face beyond GB/T 2312', () => {
  it('leads by its fallbacks to one that has the characters of names', async () => {
    const shaper = await openShaper('common')
    expect(shaper.shape('fang-400', '垚', []).missing).toBe('垚')
    for (const { id } of faces) {
      for (const character of '垚燊䶮镕喆玥') {
        const having = withFallbacks([id]).filter((face) => !shaper.shape(face, character, []).missing)
        expect(having, `${id} ${character}`).not.toEqual([])
      }
    }
  })
})

describe('loading', () => {
  it('reads for a page what its template names and no more', async () => {
    const read: string[] = []
    const reader = (face: string) => {
      read.push(face)
      return readCommon(face)
    }
    const shaper = await loadShaper(reader, facesOf(openTemplate()))
    expect(read).not.toContain('fang-400')
    expect(() => shaper.shape('fang-400', '版', [])).toThrow('no face named fang-400 is loaded')

    // The first style that names it brings it, with what it falls back on, each file once.
    await Promise.all([shaper.load(['fang-400']), shaper.load(['fang-400', 'song-400'])])
    expect(read.filter((face) => face === 'fang-400')).toEqual(['fang-400'])
    expect(new Set(read).size).toBe(read.length)
    expect(shaper.shape('fang-400', '版', []).advance).toBe(1)
  })

  it('asks again for a file that could not be read', async () => {
    let broken = true
    const shaper = await loadShaper((face) => {
      if (broken) throw new Error('no disk')
      return readCommon(face)
    }, [])
    await expect(shaper.load(['hei-500'])).rejects.toThrow('no disk')
    broken = false
    await shaper.load(['hei-500'])
    expect(shaper.shape('hei-500', '版', []).advance).toBe(1)
  })

  it('finds the faces of a document in its styles', async () => {
    const { doc } = await rebuildSample()
    expect(facesOf(doc).sort()).toEqual(['hei-500', 'hei-700', 'kai-500', 'song-400', 'song-700', 'song-900'])
    const marked = { ...doc.characterStyles, poem: { face: 'fang-400' }, raised: { sizePt: 5 } }
    expect(facesOf({ ...doc, characterStyles: marked })).toContain('fang-400')
  })
})

describe('licences', () => {
  it.each(faces.map(({ id }) => id))('%s lies beside its own', (id) => {
    const licence = readFileSync(built(`${id}.licence.txt`), 'utf8')
    expect(licence).toMatch(id === 'fang-400' ? /embed this font/ : /SIL Open Font License/i)
  })
})
