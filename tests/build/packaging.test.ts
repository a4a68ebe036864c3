/** What the installers are made of, by electron-builder's own matching of files, without downloading Electron. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules, createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import config from '../../build/electron-builder.config.mjs'

const require = createRequire(import.meta.url)
const root = join(import.meta.dirname, '../..')
const builder = (path: string) => require(join(root, 'node_modules/app-builder-lib/out', path))
const { getMainFileMatchers, getFileMatchers } = builder('fileMatcher.js')
const { validateConfiguration } = builder('util/config/config.js')

interface Matcher {
  from: string
  to: string
  patterns: string[]
  createFilter(): (file: string, stat: object) => boolean
  isEmpty(): boolean
}

const debugLogger = { isEnabled: false, add: () => undefined }
const expand = (text: string) => text
const info = { projectDir: root, buildResourcesDir: config.directories?.buildResources, config, debugLogger }
const mainMatchers: Matcher[] = getMainFileMatchers(
  root,
  '/app',
  expand,
  {},
  { info },
  join(root, 'dist'),
  false,
)
const resources: Matcher[] = getFileMatchers(config, 'extraResources', '/resources', {
  macroExpander: expand,
  customBuildOptions: {},
  globalOutDir: join(root, 'dist'),
  defaultSrc: root,
})

const file = { isDirectory: () => false, isFile: () => true }
const isPacked = (path: string) => mainMatchers.some((each) => each.createFilter()(join(root, path), file))

describe('the packaged app', () => {
  it('has a configuration that electron-builder accepts', async () => {
    await expect(validateConfiguration(structuredClone(config), debugLogger)).resolves.toBeUndefined()
  })

  it.each([
    'out/main/index.js',
    'out/preload/index.cjs',
    'out/renderer/index.html',
    'out/renderer/assets/window-x.js',
    'out/renderer/assets/noto-serif-sc-99-400-normal.woff2',
    'package.json',
  ])('holds %s', (path) => expect(isPacked(path)).toBe(true))

  it.each([
    'out/cli/banxin.js',
    'out/test/unit.json',
    'out/fonts/song-400.ttf',
    'src/main/index.ts',
    'tests/e2e/window.ts',
    'tests/electron-standin/boot.cjs',
    'node_modules/react/index.js',
    'node_modules/@napi-rs/canvas/index.js',
    'docs/page08.png',
    'build/start.mjs',
    '.git/config',
  ])('leaves out %s', (path) => expect(isPacked(path)).toBe(false))

  it('holds every file of the three bundles, where they are built', () => {
    for (const folder of ['out/main', 'out/preload', 'out/renderer']) {
      if (!existsSync(join(root, folder))) continue
      for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue
        const path = join(entry.parentPath, entry.name).slice(root.length + 1)
        expect(isPacked(path), path).toBe(true)
      }
    }
  })

  it('needs no package beside its bundles', () => {
    const main = join(root, 'out/main/index.js')
    if (!existsSync(main)) return
    const imports = readFileSync(main, 'utf8').matchAll(/^import .*? from "(?:node:)?([^"]+)"/gm)
    const packages = [...imports]
      .map(([, name = '']) => name)
      .filter((name) => !builtinModules.includes(name))
    expect(packages).toEqual(['electron'])
  })

  it('has its fonts, its sample and the licences beside it', () => {
    const target = (path: string) =>
      resources.flatMap((each) => {
        if (!join(root, path).startsWith(each.from)) return []
        const inside = each.isEmpty() || each.createFilter()(join(root, path), file)
        return inside ? [join(each.to, join(root, path).slice(each.from.length))] : []
      })
    expect(target('out/fonts/song-400.common.ttf')).toEqual(['/resources/fonts/song-400.common.ttf'])
    expect(target('out/fonts/song-400.licence.txt')).toHaveLength(1)
    expect(target('assets/samples/page08.txt')).toEqual(['/resources/samples/page08.txt'])
    expect(target('NOTICE')).toEqual(['/resources/NOTICE'])
    expect(target('package-lock.json')).toEqual([])
    // Main looks for them there.
    const index = readFileSync(join(root, 'src/main/index.ts'), 'utf8')
    expect(index).toContain("join(process.resourcesPath, 'fonts')")
    expect(index).toContain("join(process.resourcesPath, 'samples', 'page08.txt')")
  })

  it('has an icon for every system', () => {
    const signature = (path: string, length: number) =>
      readFileSync(join(root, path)).subarray(0, length).toString('latin1')
    expect(signature(String(config.win?.icon), 4)).toBe('\u0000\u0000\u0001\u0000')
    expect(signature(String(config.mac?.icon), 4)).toBe('icns')
    const sizes = readdirSync(join(root, String(config.linux?.icon)))
    for (const size of [16, 32, 48, 128, 256, 512]) expect(sizes).toContain(`${size}x${size}.png`)
  })

  it('opens .banxin files', () => {
    expect(config.fileAssociations).toMatchObject([{ ext: 'banxin', role: 'Editor' }])
    expect(readFileSync(join(root, 'src/main/index.ts'), 'utf8')).toContain("app.on('open-file'")
  })
})

describe('the fuses', () => {
  it('are as safe as they go', () => {
    expect(config.electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    })
    // Their integrity check needs the archive.
    expect(config.asar).toBe(true)
  })

  it('are contradicted by no line of the code', () => {
    const contradictions: [string, RegExp][] = [
      ['runAsNode', /ELECTRON_RUN_AS_NODE|child_process|utilityProcess/],
      ['enableNodeOptionsEnvironmentVariable', /NODE_OPTIONS/],
      ['grantFileProtocolExtraPrivileges', /file:\/\/|loadFile\(/],
    ]
    for (const folder of ['src/main', 'src/preload']) {
      for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
        if (!name.endsWith('.ts')) continue
        const text = readFileSync(join(root, folder, name), 'utf8')
        for (const [fuse, pattern] of contradictions)
          expect(pattern.test(text), `${name} against ${fuse}`).toBe(false)
      }
    }
  })
})
