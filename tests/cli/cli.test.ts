/** The command line as a person meets it: what it prints, what it leaves behind, how it ends. */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { testPictures } from '../support/pictures.ts'
import { readOnlyFolder } from '../support/read-only-folder.ts'
import { runBanxin, SAMPLE } from '../support/run-banxin.ts'
import { tool } from '../support/tools.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'banxin-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const banxin = (...args: string[]) => runBanxin(folder, ...args)

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** Every command that fails on its input says so in one line and exits with 1. */
function expectOneComplaint(run: ReturnType<typeof banxin>, ...parts: string[]): void {
  expect(run.code).toBe(1)
  expect(run.complaints).toHaveLength(1)
  for (const part of ['banxin: ', ...parts]) expect(run.complaints[0]).toContain(part)
  expect(run.out).toBe('')
}

describe('the way from dump to PDF', () => {
  it('reconstructs to JSON on stdout', () => {
    const { code, out, complaints } = banxin('reconstruct', SAMPLE)
    expect([code, complaints]).toEqual([0, []])
    const result = JSON.parse(out)
    expect(result.schema).toBe('banxin.reconstruction/1')
    expect(
      result.articles.map(
        (article: { headline?: string; section?: string }) => article.headline ?? article.section,
      ),
    ).toEqual([
      '长春高新区：为可持续振兴开新局',
      '百亿元级半导体集群启航',
      '企业跨市迁移登记“零跑动”',
      '园区动态',
    ])
  })

  it('rebuilds a page and exports it, the same bytes each time', () => {
    for (const name of ['one', 'two']) {
      expect(banxin('rebuild', SAMPLE, '-o', `${name}.banxin`)).toMatchObject({ code: 0, complaints: [] })
      expect(banxin('export', `${name}.banxin`, '-o', `${name}.pdf`, '--standard', 'x4')).toMatchObject({
        code: 0,
        complaints: [],
      })
    }
    const read = (name: string) => readFileSync(join(folder, name))
    expect(read('one.banxin').equals(read('two.banxin'))).toBe(true)
    expect(read('one.pdf').equals(read('two.pdf'))).toBe(true)
    expect(read('one.pdf').subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('exports for another press, by its name or by its profile', () => {
    banxin('rebuild', SAMPLE, '-o', 'press.banxin')
    const profile = join(root, 'assets/icc/tr002_225s_small.icc')
    const done = { code: 0, complaints: [] }
    const to = (name: string, ...flags: string[]) => banxin('export', 'press.banxin', '-o', name, ...flags)
    expect(
      to('x1a.pdf', '--standard', 'x1a', '--condition', 'ifra26', '--marks', '--bleed', '3'),
    ).toMatchObject(done)
    expect(to('own.pdf', '--profile', profile)).toMatchObject(done)
    expectOneComplaint(to('no.pdf', '--condition', 'ifra26'), 'IFRA26', '--profile')
    expectOneComplaint(to('no.pdf', '--profile', SAMPLE), 'page08.txt', 'ICC profile')
    expect(existsSync(join(folder, 'no.pdf'))).toBe(false)
  })

  it('places a picture and prints it', async () => {
    const photo = (await testPictures()).find((picture) => picture.file === 'turned-6.jpg')
    const picture = file('turned-6.jpg', photo?.bytes ?? '')
    banxin('rebuild', SAMPLE, '-o', 'bare.banxin')
    const place = ['place', 'bare.banxin', '-o', 'photo.banxin', '--frame']
    expectOneComplaint(banxin(...place, 'a1-body-1', picture), 'a1-body-1', 'a4-picture-1')
    expect(banxin(...place, 'a4-picture-1', picture, '--fit', 'fit')).toMatchObject({
      code: 0,
      complaints: [],
    })
    const print = ['export', 'photo.banxin', '-o', 'photo.pdf', '--standard', 'x1a']
    expectOneComplaint(banxin(...print), 'turned-6.jpg', '58 ppi')
    const done = banxin(...print, '--allow-overset')
    expect(done).toMatchObject({ code: 0, complaints: [] })
    expect(tool('pdfimages', '-list', join(folder, 'photo.pdf'))).toMatch(/cmyk +4 +8 +jpeg/)
  }, 90_000)

  it('measures fidelity, in words and as JSON', () => {
    expect(banxin('fidelity', SAMPLE).out.split('\n')[0]).toBe('197 / 220 lines, 220 with 6 copyfit records')
    const json = JSON.parse(banxin('fidelity', SAMPLE, '--json').out)
    expect(json).toMatchObject({ lines: 220, matched: 197, matchedWithCopyfit: 220 })
    expect(json.stories[0]).toMatchObject({ measureEm: 12, lines: 140 })
    expect(json.stories[0].misses[0]).toEqual({ printed: expect.any(String), composed: expect.any(String) })
  })

  it('reads the same page from UTF-16 and GB 18030', () => {
    const text = readFileSync(SAMPLE, 'utf8')
    const expected = JSON.parse(banxin('reconstruct', SAMPLE).out).articles
    const utf16 = file('utf16.txt', Buffer.from(`\ufeff${text}`, 'utf16le'))
    expect(JSON.parse(banxin('reconstruct', utf16).out).articles).toEqual(expected)
  })
})

describe('bad input', () => {
  it.each(['reconstruct', 'fidelity'])('%s says what is wrong with the file', (command) => {
    expectOneComplaint(banxin(command, 'nowhere.txt'), 'nowhere.txt', 'not found')
    expectOneComplaint(banxin(command, file('empty.txt', '')), 'empty.txt', 'no text')
    expectOneComplaint(banxin(command, file('blank.txt', '\n \n')), 'blank.txt', 'no text')
    expectOneComplaint(
      banxin(command, file('picture.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0))),
      'not a text',
    )
    expectOneComplaint(banxin(command, file('numbers.txt', '12 34\n56\n')), 'numbers.txt', 'No story')
    expectOneComplaint(
      banxin(
        command,
        file(
          'broken.txt',
          Buffer.concat([Buffer.from('长春高新区\n持续振兴\n开新局\n'), Buffer.from([0xff, 0xfe, 0xe5])]),
        ),
      ),
      'line 4',
    )
  })

  it('says that a folder is no dump', () => {
    expectOneComplaint(banxin('fidelity', folder), 'not a file')
  })

  it('rebuild leaves nothing where it fails', () => {
    expectOneComplaint(banxin('rebuild', file('empty2.txt', ''), '-o', 'never.banxin'), 'empty2.txt')
    expectOneComplaint(banxin('rebuild', SAMPLE, '-o', 'no/such/folder/page.banxin'), 'page.banxin')
    expectOneComplaint(banxin('rebuild', SAMPLE, '-o', 'never.banxin', '--template', 'tabloid'), 'tabloid')
    expect(existsSync(join(folder, 'never.banxin'))).toBe(false)
  })

  it('keeps the old file when the new one cannot be written', () => {
    const target = join(folder, 'as-folder.banxin')
    mkdirSync(target, { recursive: true })
    expectOneComplaint(banxin('rebuild', SAMPLE, '-o', target), 'as-folder.banxin')
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('says that a folder is read-only', () => {
    const locked = readOnlyFolder(folder)
    expectOneComplaint(banxin('rebuild', SAMPLE, '-o', join(locked, 'page.banxin')), 'No permission')
    expect(existsSync(join(locked, 'page.banxin'))).toBe(false)
  })

  it('leaves no half file where writing stops on the way', () => {
    const target = join(folder, 'half.banxin')
    const command = `ulimit -f 8; exec "${process.execPath}" "${join(root, 'out/cli/banxin.js')}" rebuild "${SAMPLE}" -o "${target}"`
    const run = spawnSync('sh', ['-c', command], { encoding: 'utf8' })
    expect(run.status).toBe(1)
    expect(run.stderr).toContain('half.banxin')
    expect(readdirSync(folder).filter((name) => name.includes('half'))).toEqual([])
  })

  it.skipIf(process.platform === 'win32')('never puts a file in the place of a pipe or a device', () => {
    const pipe = join(folder, 'pipe.banxin')
    execFileSync('mkfifo', [pipe])
    expectOneComplaint(banxin('rebuild', SAMPLE, '-o', pipe), 'pipe.banxin')
    expect(statSync(pipe).isFIFO()).toBe(true)
  })

  it('export refuses what is no page', () => {
    expectOneComplaint(banxin('export', SAMPLE, '-o', 'no.pdf'), 'page08.txt')
    copyFileSync(SAMPLE, join(folder, 'fake.banxin'))
    expectOneComplaint(banxin('export', 'fake.banxin', '-o', 'no.pdf'), 'fake.banxin')
    expect(existsSync(join(folder, 'no.pdf'))).toBe(false)
  })

  it('says once how much text found no room, and prints it only as a proof', () => {
    const dump = file('long.txt', readFileSync(SAMPLE, 'utf8').repeat(4))
    const rebuilt = banxin('rebuild', dump, '-o', 'long.banxin')
    expect(rebuilt.code).toBe(0)
    expect(rebuilt.complaints.filter((line) => line.includes('found no room'))).toHaveLength(1)
    const refused = banxin('export', 'long.banxin', '-o', 'long.pdf')
    expect(refused.code).toBe(1)
    expect(refused.complaints.filter((line) => line.includes('found no room'))).toHaveLength(1)
    expect(refused.complaints.length).toBeLessThanOrEqual(7)
    expect(existsSync(join(folder, 'long.pdf'))).toBe(false)
    expect(banxin('export', 'long.banxin', '-o', 'long.pdf', '--allow-overset').code).toBe(0)
  }, 90_000)

  it('preflight tells what is wrong, and ends with 2 where an error stands against printing', () => {
    banxin('rebuild', SAMPLE, '-o', 'checked.banxin')
    const clean = banxin('preflight', 'checked.banxin')
    expect([clean.code, clean.complaints]).toEqual([0, []])
    expect(clean.out).toContain('picture-empty')
    const profile = JSON.parse(readFileSync(join(root, 'assets/preflight/newsprint.json'), 'utf8'))
    file('strict.json', JSON.stringify({ ...profile, id: 'strict', rules: { 'picture-empty': 'error' } }))
    const strict = banxin('preflight', 'checked.banxin', '--json', '--profile', 'strict.json')
    expect(strict.code).toBe(2)
    expect(JSON.parse(strict.out)).toMatchObject({
      schema: 'banxin.preflight-report/1',
      profile: 'strict',
      errors: 2,
      blocking: 2,
    })
    const refused = banxin('export', 'checked.banxin', '-o', 'strict.pdf', '--preflight', 'strict.json')
    expect([refused.code, existsSync(join(folder, 'strict.pdf'))]).toEqual([1, false])
    file('broken.json', '{"schema":"banxin.preflight/1"}')
    expectOneComplaint(banxin('preflight', 'checked.banxin', '--profile', 'broken.json'), 'broken.json')
  }, 90_000)

  it('names a character that no font has, and writes no PDF', () => {
    const dump = readFileSync(SAMPLE, 'utf8')
      .replace('振兴作出', '振\u{e123}作出')
      .replace('兴作出新贡献', '\u{e123}作出新贡献')
    expect(banxin('rebuild', file('private.txt', dump), '-o', 'private.banxin').code).toBe(0)
    const run = banxin('export', 'private.banxin', '-o', 'private.pdf')
    expect(run.code).toBe(1)
    expect(run.complaints.join('\n')).toContain('\u{e123}')
    expect(existsSync(join(folder, 'private.pdf'))).toBe(false)
  })
})

describe('bad usage', () => {
  it.each([
    [[], 'a command is missing'],
    [['print'], 'unknown command print'],
    [['rebuild', 'a.txt'], '-o is missing'],
    [['reconstruct'], 'one input file'],
    [['reconstruct', 'a', 'b'], 'one input file'],
    [['reconstruct', '.'], '-o OUTFOLDER is missing'],
    [['reconstruct', '.', '-o', 'x', '--jobs', 'all'], '--jobs takes 1 to 256, not all'],
    [['reconstruct', SAMPLE, '-o', 'x'], 'page08.txt is none'],
    [['fidelity', 'a', '--xml'], '--xml'],
    [['export', 'a', '-o', 'b', '--bleed', 'wide'], '--bleed'],
    [['export', 'a', '-o', 'b', '--standard', 'x3'], '--standard takes x4 or x1a'],
    [['export', 'a', '-o', 'b', '--condition', 'fogra39'], '--condition takes tr002 or ifra26'],
  ])('%j exits with 64', (args, words) => {
    const run = banxin(...args)
    expect(run.code).toBe(64)
    expect(run.complaints[0]).toContain(words)
    expect(run.complaints.join('\n')).toContain('banxin rebuild')
  })

  it('shows how it is used when asked', () => {
    expect(banxin('--help')).toMatchObject({ code: 0, complaints: [] })
  })
})
