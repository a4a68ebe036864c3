import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../src/shared/ipc.ts'
import { isMessage, message, problemText, type Text } from '../../src/shared/messages.ts'

const folder = join(import.meta.dirname, '../../src/shared')
const files = readdirSync(folder).filter((file) => /^messages-.*\.ts$/.test(file))
const all = (
  await Promise.all(files.map(async (file) => Object.values(await import(join(folder, file)))))
).flatMap((texts) => texts.flatMap((part) => Object.entries(part as Record<string, Text>)))

const values = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

describe('the catalogue', () => {
  it('says each thing once: of two texts under one key one would never be seen', () => {
    const sources = files.map((file) => readFileSync(join(folder, file), 'utf8'))
    const keys = sources.flatMap((source) => [...source.matchAll(/^ {2}'([^']+)':/gm)].map(([, key]) => key))
    expect(keys.length).toBeGreaterThan(500)
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
  })

  it('quotes the same values in both languages', () => {
    for (const [key, text] of all) expect(values(text.en), key).toEqual(values(text.zh))
  })

  it('has a name for every command', () => {
    for (const id of Object.keys(COMMANDS)) expect(isMessage(`command.${id}`), id).toBe(true)
  })

  it('keeps to the house words: no 请您, 抱歉, ！, 成功', () => {
    for (const [key, { zh }] of all) expect(zh, key).not.toMatch(/请您|抱歉|！|成功/)
  })

  it('fills in values', () => {
    expect(message('zh', 'stories.overset', { n: 12 })).toBe('溢流 12 字')
  })
})

describe('problems', () => {
  it('say what, where and what to do', () => {
    const text = problemText('zh', {
      code: 'source-encoding',
      severity: 'error',
      at: { file: 'a.txt', line: 214 },
      params: { encoding: 'utf-8' },
    })
    expect(text.what).toBe('读不出这份文件：不是 UTF-8 或 GB18030（第 214 行）')
    expect(text.todo).not.toBe('')
  })

  it('have words for every code that the program gives', () => {
    const rooms = ['core', 'adapters', 'cli', 'worker'].map((room) => join('src', room))
    const given = rooms.flatMap((room) => {
      const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((file) =>
        file.endsWith('.ts'),
      )
      const text = files.map((file) => readFileSync(join(room, file), 'utf8')).join('\n')
      return [...text.matchAll(/\b(?:fail|problem|refuse|report)\(\s*'([a-z][a-z-]+)'/g)].map(
        (match) => match[1],
      )
    })
    expect(given.length).toBeGreaterThan(20)
    expect(given.filter((code) => !isMessage(`problem.${code}`))).toEqual([])
  })

  it('name a code that has no words yet', () => {
    expect(problemText('en', { code: 'new-thing', severity: 'error' }).what).toContain('new-thing')
  })
})
