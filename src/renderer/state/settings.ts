/** Choices that outlive the window: language, theme, what is shown. */

import type { Language } from '../../shared/messages.ts'
import { main } from '../bridge.ts'
import { giveKeys } from '../commands/keys.ts'
import { type OwnKeys, storedKeys, storeKeys } from '../commands/own-keys.ts'
import { app, isDark, type Switches, type Theme } from './app-state.ts'

const KEY = 'banxin.settings'

interface Settings {
  language: Language
  theme: Theme
  show: Switches
}

export function setLanguage(language: Language): void {
  app.set({ language })
}

export function setTheme(theme: Theme): void {
  app.set({ theme })
}

export function toggle(name: keyof Switches, on?: boolean): void {
  app.set(({ show }) => ({ show: { ...show, [name]: on ?? !show[name] } }))
}

/** Gives commands keys of their own, now and from now on. */
export function setOwnKeys(ownKeys: OwnKeys): void {
  giveKeys(ownKeys)
  storeKeys(ownKeys)
  app.set({ ownKeys })
}

/** Reads what was stored, then keeps document, storage and main process in step with the state. */
export function startSettings(): void {
  app.set(stored())
  const ownKeys = storedKeys()
  giveKeys(ownKeys)
  app.set({ ownKeys })
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  app.set({ systemDark: dark.matches })
  dark.addEventListener('change', () => app.set({ systemDark: dark.matches }))
  let last: Settings | undefined
  const follow = () => {
    const state = app.get()
    document.documentElement.dataset.theme = isDark(state) ? 'dark' : 'light'
    const { language, theme, show } = state
    if (last && language === last.language && theme === last.theme && show === last.show) return
    if (language !== last?.language) {
      document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
      void main.ask('app:language', language)
    }
    last = { language, theme, show }
    localStorage.setItem(KEY, JSON.stringify(last))
  }
  follow()
  app.subscribe(follow)
}

function stored(): Partial<Settings> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    if (typeof value !== 'object' || value === null) return {}
    const { language, theme, show } = value as Partial<Settings>
    return {
      ...(language === 'zh' || language === 'en' ? { language } : {}),
      ...(theme === 'light' || theme === 'dark' ? { theme } : {}),
      ...(typeof show === 'object' && show ? { show: { ...app.get().show, ...show } } : {}),
    }
  } catch {
    // Settings that cannot be read are as good as none.
    return {}
  }
}
