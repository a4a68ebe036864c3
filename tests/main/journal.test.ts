import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { factsOf, hashOf } from '../../src/main/files/disk-facts.ts'
import type { JournalHeader } from '../../src/main/journal/facts.ts'
import { findJournals, readEntriesOf, readKept, removeJournal } from '../../src/main/journal/found.ts'
import { encodeFrame, MAGIC, readFrames } from '../../src/main/journal/frames.ts'
import { JOURNAL, Journal } from '../../src/main/journal/journal.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'banxin-journal-'))
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(root, { recursive: true })
})

const bytes = (text: string) => new TextEncoder().encode(text)
const header: JournalHeader = {
  fact: 'header',
  name: '高新园区 08 版',
  startedAt: '2025-03-17T14:02:00+08:00',
}
const none = new Set<string>()
const entriesOf = async (id: string) =>
  (await readEntriesOf(root, id))?.map((each) => new TextDecoder().decode(each))
const fileOf = (id: string) => join(root, id, JOURNAL)

describe('frames', () => {
  const frames = ['一', '', '三'.repeat(1000)].map((text) => ({ kind: 'entry' as const, bytes: bytes(text) }))
  const file = Buffer.concat([MAGIC, ...frames.map(encodeFrame)])

  it('come back as they were written', () => {
    expect(readFrames(file)).toEqual({ frames, end: file.length })
  })

  it('end at the last whole one, wherever the file is cut', () => {
    const ends = frames.map(
      (_, i) => MAGIC.length + Buffer.concat(frames.slice(0, i + 1).map(encodeFrame)).length,
    )
    for (let length = 0; length < file.length; length += 7) {
      const whole = ends.filter((end) => end <= length).length
      expect(readFrames(file.subarray(0, length)).frames, `${length} bytes`).toHaveLength(whole)
    }
  })

  it('end before the first whose bytes are others', () => {
    const broken = Buffer.from(file)
    broken[file.length - 1] = 0
    expect(readFrames(broken).frames).toHaveLength(2)
  })

  it('cannot claim more than there is', () => {
    const claim = Buffer.concat([MAGIC, Buffer.from([0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 1, 2])])
    expect(readFrames(claim)).toEqual({ frames: [], end: MAGIC.length })
    expect(readFrames(Buffer.from('PK'))).toEqual({ frames: [], end: 0 })
  })
})

describe('a journal', () => {
  it('is found with all its entries when its process is gone', async () => {
    const journal = await Journal.begin(root, header, [bytes('state')])
    await Promise.all([journal.append(bytes('一')), journal.append(bytes('二'))])
    const [found] = await findJournals(root, none, Date.now())
    expect(found).toMatchObject({ id: journal.id, header, entries: 2, disk: 'none', torn: false })
    expect(await entriesOf(journal.id)).toEqual(['state', '一', '二'])
    await journal.close()
  })

  it('has an entry on the disk when the promise of it is kept, within a tenth of a second', async () => {
    const journal = await Journal.begin(root, header, [bytes('state')])
    await journal.append(bytes('一'))
    expect(readFrames(readFileSync(fileOf(journal.id))).frames.at(-1)?.bytes).toEqual(bytes('一'))
    await journal.close()
  })

  it('with nothing to recover leaves nothing behind', async () => {
    const journal = await Journal.begin(root, header, [bytes('state')])
    await journal.close()
    expect(await findJournals(root, none, Date.now())).toEqual([])
    expect(readdirSync(root)).toEqual([])
  })

  it('in use is not found', async () => {
    const journal = await Journal.begin(root, header, [bytes('state')])
    await journal.append(bytes('一'))
    expect(await findJournals(root, new Set([journal.id]), Date.now())).toEqual([])
    expect(await entriesOf(journal.id)).toHaveLength(2)
    await journal.remove()
    expect(readdirSync(root)).toEqual([])
  })

  it('goes on after a torn end, which is cut off', async () => {
    const first = await Journal.begin(root, header, [bytes('state')])
    await first.append(bytes('一'))
    await first.close()
    appendFileSync(fileOf(first.id), encodeFrame({ kind: 'entry', bytes: bytes('torn') }).subarray(0, 11))
    expect((await findJournals(root, none, Date.now()))[0]).toMatchObject({ entries: 1, torn: true })
    const again = await Journal.resume(root, first.id)
    await again.append(bytes('二'))
    await again.close()
    expect(await entriesOf(first.id)).toEqual(['state', '一', '二'])
    expect((await findJournals(root, none, Date.now()))[0]).toMatchObject({ torn: false })
  })

  it('begins anew after a save, with what came since, once and in order', async () => {
    const journal = await Journal.begin(root, header, [bytes('state')])
    await journal.append(bytes('一'))
    const waiting = journal.append(bytes('二'))
    await journal.restart(header, [bytes('state 2'), bytes('二')])
    await waiting
    await journal.append(bytes('三'))
    await journal.close()
    expect(await entriesOf(journal.id)).toEqual(['state 2', '二', '三'])
  })

  it('writes an entry that failed with the next, and over its half', async () => {
    const journal = await Journal.begin(root, header, [bytes('state')])
    const handle = await import('node:fs/promises').then(({ open }) => open(fileOf(journal.id), 'r'))
    const prototype = Object.getPrototypeOf(handle) as FileHandle
    await handle.close()
    const full = vi
      .spyOn(prototype, 'datasync')
      .mockRejectedValueOnce(Object.assign(new Error(), { code: 'ENOSPC' }))
    await expect(journal.append(bytes('一'))).rejects.toMatchObject({ code: 'ENOSPC' })
    full.mockRestore()
    await journal.append(bytes('二'))
    await journal.close()
    expect(await entriesOf(journal.id)).toEqual(['state', '一', '二'])
  })

  it('keeps pictures by their hash, and gives none that is another', async () => {
    const journal = await Journal.begin(root, header, [bytes('state')])
    const picture = bytes('picture')
    await journal.keep(picture)
    expect(await readKept(root, journal.id, hashOf(picture))).toEqual(picture)
    writeFileSync(join(root, journal.id, hashOf(picture)), 'other')
    expect(await readKept(root, journal.id, hashOf(picture))).toBeUndefined()
    expect(await readKept(root, journal.id, '../../etc/passwd')).toBeUndefined()
    expect(await readEntriesOf(root, '../etc')).toBeUndefined()
    await journal.remove()
  })

  it('is kept for thirty days, and for longer by a clock that was set back', async () => {
    const journal = await Journal.begin(root, header, [bytes('state')])
    await journal.append(bytes('一'))
    await journal.close()
    const day = 24 * 3600 * 1000
    utimesSync(fileOf(journal.id), new Date(), new Date(Date.now() - 29 * day))
    expect(await findJournals(root, none, Date.now())).toHaveLength(1)
    expect(await findJournals(root, none, Date.now() - 4000 * day)).toHaveLength(1)
    expect(await findJournals(root, none, Date.now() + 2 * day)).toHaveLength(0)
  })

  it('that cannot be read at all is removed, and nothing else is', async () => {
    const journal = await Journal.begin(root, header, [bytes('state')])
    await journal.append(bytes('一'))
    await journal.close()
    truncateSync(fileOf(journal.id), 9)
    writeFileSync(join(root, 'notes.txt'), 'x')
    expect(await findJournals(root, none, Date.now())).toEqual([])
    expect(readdirSync(root)).toEqual(['notes.txt'])
    await removeJournal(root, '../notes.txt')
    expect(readdirSync(root)).toEqual(['notes.txt'])
  })
})

describe('the file of a page, beside its journal,', () => {
  let path = ''
  const begin = async () => {
    path = join(root, 'page.file')
    writeFileSync(path, 'old')
    const file = await factsOf(path)
    if (!file) throw new Error('no facts')
    const journal = await Journal.begin(join(root, 'j'), { ...header, file: { path, ...file } }, [
      bytes('state'),
    ])
    await journal.append(bytes('一'))
    await journal.append(bytes('二'))
    return journal
  }
  const found = async (journal: Journal) => {
    await journal.close()
    return (await findJournals(join(root, 'j'), none, Date.now()))[0]
  }

  it('is the same, changed, or gone', async () => {
    const journal = await begin()
    expect(await found(journal)).toMatchObject({ disk: 'same', entries: 2 })
    writeFileSync(path, 'new')
    expect(await found(journal)).toMatchObject({ disk: 'changed', entries: 2 })
    writeFileSync(path, 'old')
    expect(await found(journal)).toMatchObject({ disk: 'same' })
    rmSync(path)
    expect(await found(journal)).toMatchObject({ disk: 'gone', entries: 2 })
  })

  it('that was saved just before the crash has its entries, and only those', async () => {
    const journal = await begin()
    await journal.saving({ fact: 'saving', path, sha256: hashOf(bytes('saved')), entries: 2 })
    // The save did not come through: all is still to be recovered.
    expect(await found(journal)).toMatchObject({ disk: 'same', entries: 2 })
    writeFileSync(path, 'saved')
    expect(await found(journal)).toMatchObject({ disk: 'same', entries: 1 })
  })

  it('that has all entries leaves nothing to recover', async () => {
    const journal = await begin()
    await journal.saving({ fact: 'saving', path, sha256: hashOf(bytes('saved')), entries: 3 })
    writeFileSync(path, 'saved')
    expect(await found(journal)).toBeUndefined()
  })
})
