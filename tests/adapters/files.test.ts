import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readForOpening, writeAtomically, writeProblem } from '../../src/adapters/files.ts'
import { readOnlyFolder } from '../support/read-only-folder.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-files-'))
})
afterEach(() => {
  chmodSync(folder, 0o755)
  rmSync(folder, { recursive: true })
})

const bytes = (text: string) => new TextEncoder().encode(text)
const fsError = (code: string) => Object.assign(new Error(code), { code })

describe('writing', () => {
  it('replaces the old file and leaves nothing else', async () => {
    const path = join(folder, 'page.pdf')
    writeFileSync(path, 'old')
    expect(await writeAtomically(path, bytes('new'))).toBeUndefined()
    expect(readFileSync(path, 'utf8')).toBe('new')
    expect(readdirSync(folder)).toEqual(['page.pdf'])
  })

  it('says that the folder is gone, and makes none', async () => {
    const error = await writeAtomically(join(folder, 'none', 'page.pdf'), bytes('new'))
    expect(error).toMatchObject({ code: 'folder-not-found', params: { file: 'page.pdf' } })
    expect(readdirSync(folder)).toEqual([])
  })

  it('keeps a folder that has the name, and no half of the file', async () => {
    const error = await writeAtomically(folder, bytes('new'))
    expect(error?.code).toBeDefined()
    expect(readdirSync(folder)).toEqual([])
  })

  it('writes nothing into a folder that it may not write to', async () => {
    const path = join(readOnlyFolder(folder), 'page.pdf')
    expect(await writeAtomically(path, bytes('new'))).toMatchObject({ code: 'not-writable' })
    expect(existsSync(path)).toBe(false)
  })

  it('follows a link to the file behind it', async () => {
    writeFileSync(join(folder, 'page.pdf'), 'old')
    symlinkSync(join(folder, 'page.pdf'), join(folder, 'link.pdf'))
    expect(await writeAtomically(join(folder, 'link.pdf'), bytes('new'))).toBeUndefined()
    expect(readFileSync(join(folder, 'page.pdf'), 'utf8')).toBe('new')
    expect(lstatSync(join(folder, 'link.pdf')).isSymbolicLink()).toBe(true)
  })

  it.each([
    ['EACCES', 'not-writable'],
    ['EROFS', 'not-writable'],
    ['ENOSPC', 'disk-full'],
    ['EBUSY', 'file-in-use'],
    ['EIO', 'write-failed'],
  ])('names %s %s', (code, expected) => {
    expect(writeProblem(fsError(code), 'a.pdf').code).toBe(expected)
  })
})

describe('reading', () => {
  it('gives the name without its folder, and the bytes', async () => {
    writeFileSync(join(folder, '第08版.txt'), '正文')
    const answer = await readForOpening(join(folder, '第08版.txt'))
    expect(answer).toMatchObject({ ok: true, name: '第08版.txt' })
    if (answer.ok) expect(new TextDecoder().decode(answer.bytes)).toBe('正文')
  })

  it('says what is missing or is no file', async () => {
    expect(await readForOpening(join(folder, 'none.txt'))).toMatchObject({
      ok: false,
      error: { code: 'file-not-found', params: { file: 'none.txt' } },
    })
    expect(await readForOpening(folder)).toMatchObject({ ok: false, error: { code: 'file-not-a-file' } })
  })
})
