import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findElectron, isBuilt, lacksDisplay, readArguments, runtimeSettings } from '../../build/start.mjs'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'banxin-start-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Writes an empty or given file, changed at the given second. */
function put(name: string, { text = '', second = 0 } = {}) {
  const file = join(folder, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  utimesSync(file, second, second)
}

describe('arguments', () => {
  test('a file is meant from where the person stands; the rest is passed on', () => {
    const exists = (path: string) => path === '/home/wang/page08.txt'
    expect(
      readArguments(['page08.txt', '--lang=zh-CN', 'gone.txt', '--headless'], '/home/wang', exists),
    ).toEqual({
      headless: true,
      appArguments: ['/home/wang/page08.txt', '--lang=zh-CN', 'gone.txt'],
    })
  })
})

describe('the display', () => {
  test.each([
    ['linux', {}, false, true],
    ['linux', {}, true, false],
    ['linux', { DISPLAY: ':0' }, false, false],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, false, false],
    ['darwin', {}, false, false],
  ])('%s %o headless=%s', (platform, env, headless, lacks) => {
    expect(lacksDisplay({ platform, env: env as NodeJS.ProcessEnv, headless })).toBe(lacks)
  })
})

describe('the build', () => {
  const bundles = [
    'out/main/index.js',
    'out/preload/index.cjs',
    'out/renderer/index.html',
    'out/cli/common-fonts.js',
  ]

  function putSources(second: number) {
    put('src/main/index.ts', { second })
    put('package.json', { second: 1 })
    for (const path of ['src', 'src/main']) utimesSync(join(folder, path), 1, 1)
  }

  test('is fresh when all bundles are newer than all sources', () => {
    putSources(5)
    for (const name of bundles) put(name, { second: 10 })
    expect(isBuilt(folder)).toBe(true)
  })

  test('is stale when one source is newer than the oldest bundle', () => {
    putSources(15)
    for (const [index, name] of bundles.entries()) put(name, { second: 10 + index * 10 })
    expect(isBuilt(folder)).toBe(false)
  })

  test('is missing when one bundle is', () => {
    putSources(5)
    for (const name of bundles.slice(1)) put(name, { second: 10 })
    expect(isBuilt(folder)).toBe(false)
  })
})

describe('Electron’s binary', () => {
  test('is not there before the download, nor when only path.txt is', () => {
    expect(findElectron(folder, {} as NodeJS.ProcessEnv)).toBeNull()
    put('path.txt', { text: 'electron' })
    expect(findElectron(folder, {} as NodeJS.ProcessEnv)).toBeNull()
  })

  test('is found in dist, or in the folder that the environment names', () => {
    put('path.txt', { text: 'electron' })
    put('dist/electron')
    put('elsewhere/electron')
    expect(findElectron(folder, {} as NodeJS.ProcessEnv)).toBe(join(folder, 'dist', 'electron'))
    const env = { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'elsewhere') } as unknown as NodeJS.ProcessEnv
    expect(findElectron(folder, env)).toBe(join(folder, 'elsewhere', 'electron'))
  })
})

describe('what the runtime needs', () => {
  const env = { DISPLAY: ':0', HOME: '/root' } as unknown as NodeJS.ProcessEnv

  test('real Electron gets no sandbox as root, and only then', () => {
    expect(runtimeSettings({ real: true, headless: false, isRoot: true, env }).switches).toEqual([
      '--no-sandbox',
    ])
    expect(runtimeSettings({ real: true, headless: false, isRoot: false, env }).switches).toEqual([])
  })

  test('the stand-in sees no display when it shall be headless', () => {
    expect(runtimeSettings({ real: false, headless: true, isRoot: true, env })).toEqual({
      switches: [],
      env: { HOME: '/root' },
    })
  })
})
