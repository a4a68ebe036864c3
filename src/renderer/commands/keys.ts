/**
 * Keys to commands, by `KeyboardEvent.code`: the place of the key, which an input method or a layout does not
 * change. Nothing runs while an input method composes.
 */
import { COMMANDS, type CommandId } from '../../shared/ipc.ts'

export interface KeyPress {
  code: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
  isComposing: boolean
  keyCode: number
}

/** Where the focus is: on the page, in a list or on nothing; elsewhere; where text is typed. */
export type Place = 'canvas' | 'list' | 'other' | 'text'

const SINGLE_ON_CANVAS_ONLY: readonly CommandId[] = ['select.next', 'select.previous']
const ALL = Object.keys(COMMANDS) as CommandId[]

export function commandFor(press: KeyPress, place: Place, mac: boolean): CommandId | undefined {
  if (press.isComposing || press.keyCode === 229) return undefined
  return ALL.find((id) => {
    const keys: readonly string[] | undefined = COMMANDS[id].keys
    return keys?.some((key) => matches(key, press, mac) && mayRun(id, key, place))
  })
}

function mayRun(id: CommandId, key: string, place: Place): boolean {
  if (key.includes('Mod+') || /F\d+$/.test(key)) return true
  if (SINGLE_ON_CANVAS_ONLY.includes(id)) return place === 'canvas'
  return place === 'canvas' || place === 'list'
}

function matches(key: string, press: KeyPress, mac: boolean): boolean {
  const parts = key.split('+')
  const mod = parts.includes('Mod')
  if (press.code !== parts.at(-1)) return false
  if (press.shiftKey !== parts.includes('Shift') || press.altKey) return false
  return press.ctrlKey === (mod && !mac) && press.metaKey === (mod && mac)
}

/** `Mod+Shift+KeyS` as people read it: `Ctrl Shift S`, on macOS `⇧⌘S`. */
export function keyLabel(key: string, mac: boolean): string {
  const parts = key.split('+').map((part) => part.replace(/^(Key|Digit)/, ''))
  if (!mac) return parts.map((part) => WORDS[part] ?? part).join(' ')
  const order = ['Shift', 'Mod']
  const modifiers = order.filter((part) => parts.includes(part)).map((part) => MAC_SIGNS[part])
  const last = parts.at(-1) ?? ''
  return [...modifiers, WORDS[last] ?? last].join('')
}

const WORDS: Record<string, string> = {
  Mod: 'Ctrl',
  Equal: '+',
  Minus: '−',
  NumpadAdd: '+',
  NumpadSubtract: '−',
  Slash: '/',
  Quote: "'",
  Escape: 'Esc',
}

const MAC_SIGNS: Record<string, string> = { Mod: '⌘', Shift: '⇧' }

export const firstKey = (id: CommandId, mac: boolean): string | undefined => {
  const key = COMMANDS[id].keys?.[0]
  return key === undefined ? undefined : keyLabel(key, mac)
}
