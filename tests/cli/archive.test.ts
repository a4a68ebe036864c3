/** An archive from the first run to the last: made, changed, broken off and gone on with. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { readOnlyFolder } from '../support/read-only-folder.ts'

const root = join(import.meta.dirname, '../..')
const PAGE = readFileSync(join(root, 'assets/samples/page08.txt'), 'utf8')
const LEDGER = 'banxin-archive.jsonl'
const top = mkdtempSync(join(tmpdir(), 'banxin-archive-'))
afterAll(() => rmSync(top, { recursive: true, force: true }))

type Files = Record<string, string | Uint8Array>

/** A new archive of these dumps, and the command that works in its folder: dumps in `in`, results in `out`. */
function archive(files: Files) {
  const folder = mkdtempSync(join(top, 'a-'))
  const path = (name: string) => join(folder, name)
  const put = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(path(name)), { recursive: true })
    writeFileSync(path(name), content)
  }
  mkdirSync(path('in'))
  for (const [name, content] of Object.entries(files)) put(`in/${name}`, content)
  return {
    path,
    put,
    read: (name: string) => readFileSync(path(name), 'utf8'),
    results: () =>
      readdirSync(path('out'), { recursive: true, encoding: 'utf8' }).filter(isFileIn(path('out'))),
    run: (...args: string[]) => told(spawnSync(process.execPath, program(args), settings(folder))),
    start: () => spawn(process.execPath, program(['--jobs=2']), settings(folder)),
  }
}

const isFileIn = (folder: string) => (name: string) => statSync(join(folder, name)).isFile()
const program = (args: string[]) => {
  const all = args.some((arg) => !arg.startsWith('--')) ? args : ['in', '-o', 'out', ...args]
  return [join(root, 'out/cli/banxin.js'), 'reconstruct', ...all]
}
const settings = (cwd: string) => ({
  cwd,
  encoding: 'utf8' as const,
  env: { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: '' },
})

function told(run: { status: number | null; stdout: string; stderr: string }) {
  const complaints = run.stderr.split('\n').filter((line) => line.startsWith('banxin: '))
  const counts = /(\d+) done, (\d+) up to date, (\d+) failed/.exec(run.stdout)
  const [done, upToDate, failed] = counts?.slice(1).map(Number) ?? []
  return { code: run.status, complaints, done, upToDate, failed, out: run.stdout, progress: run.stderr }
}

const pages = (count: number): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`${1000 + i}.txt`, PAGE.replaceAll('2025', `${1000 + i}`)]),
  )

const BAD: Files = {
  'bad/empty.txt': '',
  'bad/line.txt': '科'.repeat(1_700_000),
  'bad/numbers.txt': '12 34\n56\n',
  'bad/picture.txt': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0),
}

describe('an archive', () => {
  it('becomes one JSON a page, the same that one page gives; what is no page is said and passed over', () => {
    const { run, read, results } = archive({
      '08.txt': PAGE,
      '2025/03/utf16.TXT': Buffer.from(`\ufeff${PAGE}`, 'utf16le'),
      'notes.md': PAGE,
      '.trash/old.txt': PAGE,
      ...BAD,
    })
    const first = run('--jobs=2')
    expect(first).toMatchObject({ code: 2, done: 2, upToDate: 0, failed: 4 })
    const made = ['08', '2025/03/utf16'].map((name) => JSON.parse(read(`out/${name}.json`)))
    const [articles, doubts] = [made.flatMap((page) => page.articles), made.flatMap((page) => page.doubts)]
    expect(first.out).toContain(`${articles.length}, ${doubts.length} doubts`)
    expect(results().sort()).toEqual(['08.json', '2025/03/utf16.json', LEDGER].sort())
    expect(read('out/08.json')).toBe(run('in/08.txt').out)

    expect(first.complaints).toHaveLength(4)
    for (const [file, reason] of [
      ['bad/empty.txt', 'no text'],
      ['bad/line.txt', ''],
      ['bad/numbers.txt', 'No story'],
      ['bad/picture.txt', 'not a text'],
    ] as const)
      expect(first.complaints.filter((line) => line.includes(file) && line.includes(reason))).toHaveLength(1)
    expect(first.progress).toContain('6 / 6\n')
  })

  it('is made again only where a dump, a result or the program is another', () => {
    const { run, path, put, read } = archive({ ...pages(5), 'sub/p.txt': PAGE })
    expect(run()).toMatchObject({ code: 0, done: 6, upToDate: 0, failed: 0 })
    const made = ['1000', '1001', '1002'].map((name) => read(`out/${name}.json`))
    expect(run()).toMatchObject({ code: 0, done: 0, upToDate: 6 })

    // The clock says nothing: one dump is new in its date only, another in its text only.
    utimesSync(path('in/1000.txt'), new Date(), new Date())
    put('in/1001.txt', PAGE.replaceAll('长春', '吉林'))
    utimesSync(path('in/1001.txt'), new Date(0), new Date(0))
    truncateSync(path('out/1002.json'), 1000)
    rmSync(path('out/1003.json'))
    expect(run()).toMatchObject({ code: 0, done: 3, upToDate: 3 })
    expect(read('out/1000.json')).toBe(made[0])
    expect(read('out/1001.json')).toContain('吉林高新区')
    expect(read('out/1002.json')).toBe(made[2])
    expect(existsSync(path('out/1003.json'))).toBe(true)

    const ofAnother = read(`out/${LEDGER}`).replace(/("page":"sub\/p.txt","program":")\w+/, '$1before')
    put(`out/${LEDGER}`, ofAnother)
    expect(run()).toMatchObject({ done: 1, upToDate: 5 })
    expect(run('--force')).toMatchObject({ code: 0, done: 6, upToDate: 0 })
  })

  it('never takes the place of a file that is no result, but of any result that is', () => {
    const { run, put, read } = archive({ 'package.txt': PAGE, 'p.txt': PAGE })
    put('out/package.json', '{ "name": "mine" }')
    put('out/p.json', '{ "schema": "banxin.reconstruction/1", "page": {}')
    const { complaints, ...rest } = run()
    expect(rest).toMatchObject({ code: 2, done: 1, failed: 1 })
    expect(complaints[0]).toContain('package.json')
    expect(read('out/package.json')).toBe('{ "name": "mine" }')
    expect(JSON.parse(read('out/p.json')).articles).toHaveLength(4)
  })

  it('refuses both of two dumps that would become the same JSON', () => {
    const { run, results } = archive({ 'x/p.txt': PAGE, 'x/p.TXT': PAGE, 'x/q.txt': PAGE })
    const { code, done, failed, complaints } = run()
    expect({ code, done, failed }).toEqual({ code: 2, done: 1, failed: 2 })
    for (const line of complaints) expect(line).toMatch(/x\/p\.txt.*x\/p\.json|x\/p\.TXT.*x\/p\.json/)
    expect(results().sort()).toEqual([LEDGER, 'x/q.json'])
  })

  it.skipIf(process.platform === 'win32')('follows links, and reads no folder twice', () => {
    const { run, path, results } = archive({ 'a/p.txt': PAGE })
    mkdirSync(path('elsewhere'))
    writeFileSync(path('elsewhere/q.txt'), PAGE)
    symlinkSync(path('elsewhere'), path('in/link'))
    symlinkSync('..', path('in/a/loop'))
    symlinkSync('gone.txt', path('in/a/broken.txt'))
    symlinkSync('self.txt', path('in/a/self.txt'))
    const { code, done, complaints } = run()
    expect({ code, done }).toEqual({ code: 2, done: 2 })
    expect(complaints.map((line) => /a\/\w+(\.txt)?/.exec(line)?.[0]).sort()).toEqual([
      'a/broken.txt',
      'a/loop',
      'a/self.txt',
    ])
    expect(results().sort()).toEqual(['a/p.json', LEDGER, 'link/q.json'])
  })

  it.skipIf(process.platform === 'win32')('says what it may not read; root may read all', () => {
    const { run, path } = archive({ 'p.txt': PAGE, 'locked.txt': PAGE, 'closed/q.txt': PAGE })
    chmodSync(path('in/locked.txt'), 0)
    chmodSync(path('in/closed'), 0)
    const { code, done, complaints } = run()
    chmodSync(path('in/closed'), 0o700)
    const all = process.getuid?.() === 0
    expect({ code, done, complaints: complaints.length }).toEqual(
      all ? { code: 0, done: 3, complaints: 0 } : { code: 2, done: 1, complaints: 2 },
    )
    for (const line of complaints) expect(line).toMatch(/No permission to read (locked.txt|closed)/)
  })

  it('is refused as a whole where there is nothing to read or nowhere to write', () => {
    const { run, path, put } = archive({ 'p.txt': PAGE })
    put('file', '')
    mkdirSync(path('empty'))
    const refused: [string[], string][] = [
      [['in', '-o', 'in/out'], 'in/out is the folder of the dumps, or inside it'],
      [['in', '-o', 'in'], 'in is the folder of the dumps'],
      [['in', '-o', 'file'], 'file is not a folder'],
      [['in', '-o', 'file/out'], 'file/out'],
      [['in', '-o', join(readOnlyFolder(path('.')), 'out')], 'No permission to write'],
      [['empty', '-o', 'out'], 'no .txt file in empty'],
      [['nowhere', '-o', 'out'], 'nowhere was not found'],
    ]
    for (const [args, reason] of refused) {
      const { code, complaints } = run(...args)
      expect(code, args.join(' ')).toBe(1)
      expect(complaints, args.join(' ')).toEqual([expect.stringContaining(reason)])
    }
    expect(existsSync(path('out'))).toBe(false)
    expect(readdirSync(path('in'))).toEqual(['p.txt'])
  })
})

describe('a run that is broken off', () => {
  const COUNT = 60
  const ended = (child: ChildProcess) =>
    new Promise((done) => child.on('exit', (code, signal) => done(signal ?? code)))

  async function breakOff(signal: NodeJS.Signals) {
    const each = archive(pages(COUNT))
    const child = each.start()
    const end = ended(child)
    const jsons = () => readdirSync(each.path('out')).filter((name) => /^\d+\.json$/.test(name))
    while (!existsSync(each.path('out')) || jsons().length < 5) await wait(5)
    child.kill(signal)
    const how = await end
    const made = jsons()
    expect(made.length).toBeLessThan(COUNT)
    for (const name of made)
      expect(JSON.parse(each.read(`out/${name}`)).schema).toBe('banxin.reconstruction/1')
    return { ...each, how, made: made.length }
  }

  it('by kill -9 goes on where it was, and leaves nothing half-written', async () => {
    const { how, made, run, path, put, results } = await breakOff('SIGKILL')
    expect(how).toBe('SIGKILL')
    put('out/.1059.json.1a2b3c4d.tmp', '{ "schema":')
    appendFileSync(path(`out/${LEDGER}`), '{"page":"1059.txt","prog')
    const { code, done, upToDate } = run()
    expect(code).toBe(0)
    expect((done ?? 0) + (upToDate ?? 0)).toBe(COUNT)
    // A JSON that was written and not yet entered is made once more: one for each of the two threads at most.
    expect(upToDate).toBeGreaterThanOrEqual(made - 2)
    expect(results()).toHaveLength(COUNT + 1)
    expect(run()).toMatchObject({ code: 0, done: 0, upToDate: COUNT })
  })

  it.skipIf(process.platform === 'win32')(
    'by Ctrl+C ends its pages at work, says so, and goes on',
    async () => {
      const { how, made, run, results } = await breakOff('SIGINT')
      expect(how).toBe(130)
      expect(results()).toHaveLength(made + 1)
      expect(run()).toMatchObject({ code: 0, done: COUNT - made, upToDate: made })
    },
  )
})
