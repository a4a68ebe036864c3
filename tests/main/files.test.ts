import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compareWithDisk, factsOf } from '../../src/main/files/disk-facts.ts'
import { writePackage } from '../../src/main/files/package-folder.ts'
import { lockPathOf, PageLock } from '../../src/main/files/page-lock.ts'
import { PreferencesFile } from '../../src/main/files/preferences.ts'
import { Recents } from '../../src/main/files/recents.ts'
import { previousPathOf, savePage } from '../../src/main/files/save-page.ts'
import { watchFile } from '../../src/main/files/watch-file.ts'
import { FIRST_PLACE, placeFor } from '../../src/main/files/window-state.ts'
import { DEFAULT_PREFERENCES } from '../../src/shared/ipc-files.ts'
import { readOnlyFolder } from '../support/read-only-folder.ts'

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-desk-'))
  path = join(folder, '08.banxin')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const bytes = (text: string) => new TextEncoder().encode(text)
const text = (file: string) => readFileSync(file, 'utf8')
const known = async () => {
  const facts = await factsOf(path)
  if (!facts) throw new Error('no file')
  return facts
}

describe('saving a page', () => {
  it('replaces the file and keeps the version before it, and no other', async () => {
    writeFileSync(path, 'one')
    const first = await savePage(path, bytes('two'), await known())
    if (!first.ok) throw new Error('not saved')
    await savePage(path, bytes('three'), first.facts)
    expect(text(path)).toBe('three')
    expect(text(previousPathOf(path))).toBe('two')
    expect(readdirSync(folder).sort()).toEqual(['.08.banxin.bak', '08.banxin'])
  })

  it('never writes over what another program wrote', async () => {
    writeFileSync(path, 'one')
    const facts = await known()
    writeFileSync(path, 'theirs')
    expect(await savePage(path, bytes('mine'), facts)).toEqual({ ok: false, conflict: 'changed' })
    expect(text(path)).toBe('theirs')
    // Not even where size and time are as they were read a moment ago.
    writeFileSync(path, 'uno')
    utimesSync(path, new Date(), new Date(facts.modifiedMs + 1))
    expect(await savePage(path, bytes('mine'), facts)).toEqual({ ok: false, conflict: 'changed' })
  })

  it('is not held up by a time that is another, with the same content', async () => {
    writeFileSync(path, 'one')
    const facts = await known()
    utimesSync(path, new Date(0), new Date(0))
    expect(await savePage(path, bytes('two'), facts)).toMatchObject({ ok: true })
  })

  it('writes a file that was removed anew', async () => {
    writeFileSync(path, 'one')
    const facts = await known()
    rmSync(path)
    expect(await compareWithDisk(path, facts)).toBe('gone')
    expect(await savePage(path, bytes('two'), facts)).toMatchObject({ ok: true })
    expect(text(path)).toBe('two')
  })

  it('says what is wrong and leaves everything as it was where it may not write', async () => {
    const closed = readOnlyFolder(folder)
    const outcome = await savePage(join(closed, 'p.banxin'), bytes('x'))
    expect(outcome).toMatchObject({ ok: false, error: { code: 'not-writable' } })
    expect(await savePage(join(folder, 'none', 'p.banxin'), bytes('x'))).toMatchObject({
      ok: false,
      error: { code: 'folder-not-found' },
    })
  })
})

describe('the lock on a page', () => {
  const foreign = (lock: object, ageMs = 0) => {
    const file = lockPathOf(path)
    writeFileSync(file, JSON.stringify({ user: 'wang', since: '2025-03-17T14:02:00Z', token: 't', ...lock }))
    utimesSync(file, new Date(), new Date(Date.now() - ageMs))
  }

  it('is taken once, names its holder to the next, and goes when it is released', async () => {
    const first = await PageLock.take(path)
    expect(first.lock).toBeDefined()
    expect((await PageLock.take(path)).holder).toMatchObject({ host: hostname(), pid: process.pid })
    await first.lock?.release()
    expect(readdirSync(folder)).toEqual([])
    const again = await PageLock.take(path)
    expect(again.lock).toBeDefined()
    await again.lock?.release()
  })

  it('of a process that is gone is nobody’s', async () => {
    foreign({ host: hostname(), pid: 2 ** 22 + 1 })
    const { lock } = await PageLock.take(path)
    expect(lock).toBeDefined()
    await lock?.release()
  })

  it('of another machine holds while it is refreshed, also by a clock that runs ahead', async () => {
    foreign({ host: 'elsewhere', pid: 1 })
    expect((await PageLock.take(path)).holder).toMatchObject({ host: 'elsewhere', user: 'wang' })
    foreign({ host: 'elsewhere', pid: 1 }, -3_600_000)
    expect((await PageLock.take(path)).holder).toBeDefined()
    foreign({ host: 'elsewhere', pid: 1 }, 600_000)
    const { lock } = await PageLock.take(path)
    expect(lock).toBeDefined()
    await lock?.release()
  })

  it('that cannot be read is nobody’s', async () => {
    writeFileSync(lockPathOf(path), '{"host":')
    const { lock } = await PageLock.take(path)
    expect(lock).toBeDefined()
    await lock?.release()
  })

  it('cannot be taken where nothing can be written, and nobody holds it there', async () => {
    expect(await PageLock.take(join(readOnlyFolder(folder), 'p.banxin'))).toEqual({})
  })

  it('removes the half of a save that died, and nothing else', async () => {
    const half = join(folder, '.08.banxin.0a1b2c3d.tmp')
    const others = ['.09.banxin.0a1b2c3d.tmp', '.08.banxin.notes.tmp']
    for (const each of [half, ...others.map((name) => join(folder, name))]) writeFileSync(each, 'x')
    const { lock } = await PageLock.take(path)
    await lock?.release()
    expect(readdirSync(folder).sort()).toEqual(others.sort())
  })
})

describe('watching a file', () => {
  const change = (act: () => void) =>
    new Promise<void>((resolve) => {
      const stop = watchFile(path, () => {
        stop()
        resolve()
      })
      setTimeout(act, 300)
    })

  it('notices writing, replacing and removing', async () => {
    writeFileSync(path, 'one')
    await change(() => writeFileSync(path, 'two'))
    await change(() => void savePage(path, bytes('three')))
    await change(() => rmSync(path))
  })
})

describe('a package', () => {
  const files = [
    { path: '08.pdf', bytes: bytes('%PDF') },
    { path: 'pictures/park.jpg', bytes: bytes('jpg') },
  ]

  it('is a folder with everything in it, and never another’s', async () => {
    writeFileSync(path, 'font')
    const content = { files, copies: [{ from: path, path: 'fonts/song.ttf' }] }
    expect(await writePackage(folder, '高新园区 08 版', content)).toMatchObject({ ok: true })
    expect(await writePackage(folder, '高新园区 08 版', content)).toEqual({
      ok: true,
      path: join(folder, '高新园区 08 版 2'),
    })
    expect(readdirSync(join(folder, '高新园区 08 版'), { recursive: true }).sort()).toEqual(
      ['08.pdf', 'fonts', 'fonts/song.ttf', 'pictures', 'pictures/park.jpg'].sort(),
    )
  })

  it('is not there at all when a part of it is missing', async () => {
    const content = { files, copies: [{ from: join(folder, 'none.ttf'), path: 'fonts/none.ttf' }] }
    expect(await writePackage(folder, 'page', content)).toMatchObject({ ok: false })
    expect(readdirSync(folder)).toEqual([])
  })

  it('has no path that leads out of it', async () => {
    for (const bad of ['../x', '/x', 'a/../../x', 'C:x', '.hidden', 'a\\b', 'x\u0000']) {
      const content = { files: [{ path: bad, bytes: bytes('x') }], copies: [] }
      await expect(writePackage(folder, 'page', content)).rejects.toThrow(/not a path/)
    }
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('recent files', () => {
  it('are the latest first, once each, and outlive the program', async () => {
    writeFileSync(path, 'x')
    const recents = new Recents(join(folder, 'recents.json'))
    await recents.add(path, '一')
    await recents.add(join(folder, 'gone.banxin'), '二')
    await recents.add(path, '高新园区 08 版')
    const again = await new Recents(join(folder, 'recents.json')).list()
    expect(again.map(({ title, there }) => [title, there])).toEqual([
      ['高新园区 08 版', true],
      ['二', false],
    ])
    await recents.forget(path)
    expect(await recents.has(path)).toBe(false)
  })

  it('are none where the list is damaged', async () => {
    writeFileSync(join(folder, 'recents.json'), '[{"path":7}]')
    expect(await new Recents(join(folder, 'recents.json')).list()).toEqual([])
  })
})

describe('preferences', () => {
  it('take what is valid, keep it, and fall back on the rest', async () => {
    const file = join(folder, 'user', 'preferences.json')
    const preferences = new PreferencesFile(file)
    await preferences.load({ language: 'en' })
    expect(preferences.now).toEqual({ ...DEFAULT_PREFERENCES, language: 'en' })
    preferences.change({ units: 'pt', theme: 'purple' as never })
    await expect.poll(() => existsSync(file)).toBe(true)
    const again = new PreferencesFile(file)
    await again.load({ language: 'zh' })
    expect(again.now).toEqual({ ...DEFAULT_PREFERENCES, language: 'en', units: 'pt' })
    expect(statSync(file).isFile()).toBe(true)
  })
})

describe('the place of a window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1080 }
  const place = { x: 100, y: 60, width: 1440, height: 900, maximized: true }

  it('is where the last one stood, a step further for each that is open', () => {
    expect(placeFor(place, [screen], 0)).toEqual(place)
    expect(placeFor(place, [screen], 2)).toMatchObject({ x: 156, y: 116 })
  })

  it('is the system’s choice at first, and where no screen shows it any more', () => {
    expect(placeFor(FIRST_PLACE, [screen], 0)).toEqual(FIRST_PLACE)
    for (const away of [{ x: 5000 }, { y: -500 }, { x: -1400 }, { y: 1075 }]) {
      expect(placeFor({ ...place, ...away }, [screen], 0)).toEqual({
        width: 1440,
        height: 900,
        maximized: true,
      })
    }
  })
})

it('folders are not pages', async () => {
  mkdirSync(path)
  expect(await savePage(path, bytes('x'))).toMatchObject({ ok: false, error: { code: 'not-a-regular-file' } })
})
