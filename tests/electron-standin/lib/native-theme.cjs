'use strict'

const { EventEmitter } = require('node:events')

const SOURCES = ['system', 'light', 'dark']
const pages = new Set()

function applyTo(page, source) {
  const features = source === 'system' ? [] : [{ name: 'prefers-color-scheme', value: source }]
  page.command('Emulation.setEmulatedMedia', { features })
}

class NativeTheme extends EventEmitter {
  #source = 'system'

  get themeSource() {
    return this.#source
  }

  set themeSource(source) {
    if (!SOURCES.includes(source)) throw new TypeError(`Error processing argument: themeSource ${source}`)
    if (source === this.#source) return
    this.#source = source
    for (const page of pages) applyTo(page, source)
    this.emit('updated')
  }

  /** The stand-in does not ask the desktop: `system` is light. */
  get shouldUseDarkColors() {
    return this.#source === 'dark'
  }

  get shouldUseDarkColorsForSystemIntegratedUI() {
    return this.shouldUseDarkColors
  }

  get shouldUseHighContrastColors() {
    return false
  }

  get shouldUseInvertedColorScheme() {
    return false
  }

  get inForcedColorsMode() {
    return false
  }

  get prefersReducedTransparency() {
    return false
  }
}

const nativeTheme = new NativeTheme()

/** Keeps `prefers-color-scheme` of the page at the theme. */
function followTheme(page) {
  pages.add(page)
  page.once('gone', () => pages.delete(page))
  if (nativeTheme.themeSource !== 'system') applyTo(page, nativeTheme.themeSource)
}

module.exports = { nativeTheme, followTheme }
