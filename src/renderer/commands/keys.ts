/**
 * Keys to commands, by `KeyboardEvent.code`: the place of the key, which an input method or a layout does not
 * change. Nothing runs while an input method composes.
 */
import { COMMANDS, type CommandId, type CommandSpec, isOfStage } from '../../shared/ipc.ts'
import type { Stage } from '../state/app-state.ts'
import type { OwnKeys } from './own-keys.ts'

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

const ALL = Object.keys(COMMANDS) as CommandId[]

export function commandFor(press: KeyPress, place: Place, mac: boolean, stage: Stage): CommandId | undefined {
  if (press.isComposing || press.keyCode === 229) return undefined
  return ALL.find((id) => {
    const spec: CommandSpec = COMMANDS[id]
    if (!isOfStage(spec, stage) || spec.bySystem) return false
    return keysOn(id, mac).some((key) => matches(key, press, mac) && mayRun(id, key, place))
  })
}

let own: OwnKeys = {}

/** Those that a person gave take the place of a command's; an empty list takes its keys away. */
export function giveKeys(keys: OwnKeys): void {
  own = keys
}

/** On macOS a stage is changed by Control: Option with a figure types a sign. */
export function keysOn(id: CommandId, mac: boolean): readonly string[] {
  const given = own[id]
  if (given) return given
  const keys: readonly string[] = (COMMANDS[id] as CommandSpec).keys ?? []
  const ofMac = keys.filter((key) => key.includes('Ctrl+'))
  if (mac) return ofMac.length > 0 ? ofMac : keys
  return keys.filter((key) => !ofMac.includes(key))
}

function mayRun(id: CommandId, key: string, place: Place): boolean {
  if ((COMMANDS[id] as CommandSpec).onCanvas) return place === 'canvas'
  if (/(Mod|Ctrl)\+|F\d+$/.test(key)) return true
  if (key.includes('Alt+')) return place !== 'text'
  return place === 'canvas' || place === 'list'
}

function matches(key: string, press: KeyPress, mac: boolean): boolean {
  const parts = key.split('+')
  const mod = parts.includes('Mod')
  if (press.code !== parts.at(-1)) return false
  if (press.shiftKey !== parts.includes('Shift') || press.altKey !== parts.includes('Alt')) return false
  return press.ctrlKey === (parts.includes('Ctrl') || (mod && !mac)) && press.metaKey === (mod && mac)
}

/** `Mod+Shift+KeyS` as people read it: `Ctrl Shift S`, on macOS `⇧⌘S`. */
export function keyLabel(key: string, mac: boolean): string {
  const parts = key.split('+').map((part) => part.replace(/^(Key|Digit)/, ''))
  if (!mac) return parts.map((part) => WORDS[part] ?? part).join(' ')
  const order = ['Ctrl', 'Alt', 'Shift', 'Mod']
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
  Comma: ',',
  Quote: "'",
  Escape: 'Esc',
  Enter: '↵',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  BracketLeft: '[',
  BracketRight: ']',
  Semicolon: ';',
  Period: '.',
  Backslash: '\\',
  ContextMenu: '≣',
}

const MAC_SIGNS: Record<string, string> = { Ctrl: '⌃', Alt: '⌥', Mod: '⌘', Shift: '⇧' }

export const firstKey = (id: CommandId, mac: boolean): string | undefined => {
  const [key] = keysOn(id, mac)
  return key === undefined ? undefined : keyLabel(key, mac)
}
