/** Choices that outlive the window: the main process keeps the preferences, the window what it shows. */
import {
  DEFAULT_PREFERENCES,
  INTERFACE_SCALES,
  type InterfaceScale,
  type Preferences,
} from '../../shared/ipc-files.ts'
import type { Language } from '../../shared/messages.ts'
import { main } from '../bridge.ts'
import { scaledView, setInterfaceScale } from '../canvas/view.ts'
import { giveKeys } from '../commands/keys.ts'
import { type OwnKeys, storedKeys, storeKeys } from '../commands/own-keys.ts'
import { editor } from '../editor/editor-state.ts'
import { type AppState, app, isDark, type Switches, type Theme } from './app-state.ts'

const KEY = 'banxin.settings'

export const setLanguage = (language: Language): void => changePreferences({ language })
export const setTheme = (theme: Theme): void => changePreferences({ theme })

/** For all windows: each is told by the main process. */
export function changePreferences(change: Partial<Preferences>): void {
  takePreferences({ ...app.get().preferences, ...change })
  void main.ask('preferences:set', change)
}

/** The size of the interface that is one step larger or smaller. */
const scaleBeside = (scale: InterfaceScale, step: 1 | -1): InterfaceScale | undefined =>
  INTERFACE_SCALES[INTERFACE_SCALES.indexOf(scale) + step]

export const canScale = ({ preferences }: Pick<AppState, 'preferences'>, step: 1 | -1): boolean =>
  scaleBeside(preferences.scale, step) !== undefined

export function scaleInterface(step: 1 | -1): void {
  const scale = scaleBeside(app.get().preferences.scale, step)
  if (scale !== undefined) changePreferences({ scale })
}

export function takePreferences(preferences: Preferences): void {
  const { language, theme, units, scale } = preferences
  const before = app.get().preferences.scale
  setInterfaceScale(scale / 100)
  // The page keeps its size on the screen: it is the interface that grows round it.
  if (scale !== before)
    app.set(({ view, viewport }) => ({ view: scaledView(view, viewport, before / scale) }))
  if (units !== app.get().preferences.units) editor.set({ rulerUnit: units })
  app.set({ preferences, language, theme })
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

/** Reads what was stored, then keeps document and storage in step with the state. */
export function startSettings(): void {
  takePreferences(preferencesOfAddress())
  const ownKeys = storedKeys()
  giveKeys(ownKeys)
  app.set(({ show }) => ({ show: { ...show, ...storedSwitches() }, ownKeys }))
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  app.set({ systemDark: dark.matches })
  dark.addEventListener('change', () => app.set({ systemDark: dark.matches }))
  let last: Switches | undefined
  const follow = () => {
    const state = app.get()
    // Set again, even to the same, either would have the whole window styled anew: with every stroke.
    const root = document.documentElement
    const theme = isDark(state) ? 'dark' : 'light'
    const lang = state.language === 'zh' ? 'zh-CN' : 'en'
    if (root.dataset.theme !== theme) root.dataset.theme = theme
    if (root.lang !== lang) root.lang = lang
    if (last === state.show) return
    last = state.show
    localStorage.setItem(KEY, JSON.stringify({ show: last }))
  }
  follow()
  app.subscribe(follow)
}

/** The main process puts them into the address, so that the first frame has the right colours and words. */
function preferencesOfAddress(): Preferences {
  try {
    const stored: unknown = JSON.parse(new URLSearchParams(location.search).get('preferences') ?? '{}')
    return { ...DEFAULT_PREFERENCES, ...(stored as Partial<Preferences>) }
  } catch {
    return DEFAULT_PREFERENCES
  }
}

function storedSwitches(): Partial<Switches> {
  try {
    const { show }: { show?: Partial<Switches> } = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return typeof show === 'object' ? show : {}
  } catch {
    // Settings that cannot be read are as good as none.
    return {}
  }
}
