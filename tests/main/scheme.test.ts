import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'

vi.mock('electron', () => ({ protocol: {} }))

const { fileOf } = await import('../../src/main/scheme.ts')

const folders = { renderer: join('/', 'app', 'renderer'), fonts: join('/', 'app', 'fonts') }
const file = (address: string) => fileOf(address, folders)

describe('what app://bundle serves', () => {
  it('finds the window and its assets', () => {
    expect(file('app://bundle/index.html')).toBe(join(folders.renderer, 'index.html'))
    expect(file('app://bundle/assets/index.js?v=1')).toBe(join(folders.renderer, 'assets', 'index.js'))
  })

  it('finds fonts in their own folder', () => {
    expect(file('app://bundle/fonts/song-400.ttf')).toBe(join(folders.fonts, 'song-400.ttf'))
  })

  it.each([
    'app://bundle/fonts/%2e%2e%2fsecret.ttf',
    'app://bundle/a%2f..%2f..%2fsecret.html',
    'app://bundle/..%5csecret.html',
    'app://bundle/.hidden/a.html',
    'app://bundle/a%00.html',
    'app://bundle/%E0%A4%A.html',
    'app://elsewhere/index.html',
    'https://bundle/index.html',
    'app://bundle/passwd',
    'app://bundle/',
  ])('refuses %s', (address) => {
    expect(file(address)).toBeUndefined()
  })

  it.each(['app://bundle/../secret.html', 'app://bundle/%2e%2e/%2e%2e/secret.html'])(
    'keeps %s inside its folder',
    (address) => {
      expect(file(address)).toBe(join(folders.renderer, 'secret.html'))
    },
  )
})
