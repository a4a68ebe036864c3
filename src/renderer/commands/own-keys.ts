/** Keys that a person gave to commands in place of those that come with Banxin, kept on this machine. */
import { COMMANDS, type CommandId, type CommandSpec } from '../../shared/ipc.ts'

export type OwnKeys = Readonly<Partial<Record<CommandId, readonly string[]>>>

/** `Mod+Shift+KeyS`, as commands write them; undefined for a modifier alone. */
export function keyOfPress(
  press: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
  mac: boolean,
): string | undefined {
  if (press.code === '' || /^(Control|Shift|Alt|Meta|CapsLock|Fn)/.test(press.code)) return undefined
  const mod = mac ? press.metaKey : press.ctrlKey
  const parts = [
    mac && press.ctrlKey && 'Ctrl',
    mod && 'Mod',
    press.altKey && 'Alt',
    press.shiftKey && 'Shift',
    press.code,
  ]
  return parts.filter(Boolean).join('+')
}

/** Switches of input methods, AltGr and chat programs, and what dialogs and text are left by. */
export function isBlocked(key: string): boolean {
  const parts = key.split('+')
  const code = parts.at(-1) ?? ''
  const has = (name: string) => parts.includes(name)
  if (code === 'Space') return parts.length > 1
  if (has('Mod') && code === 'Period') return true
  if (has('Mod') && has('Shift') && code === 'KeyF') return true
  return has('Mod') && has('Alt') && code.startsWith('Key')
}

/** The command that has a key already, in a stage that both work in. */
export function ownerOf(
  key: string,
  id: CommandId,
  keysOf: (id: CommandId) => readonly string[],
): CommandId | undefined {
  const stage = (COMMANDS[id] as CommandSpec).stage
  return (Object.keys(COMMANDS) as CommandId[]).find((other) => {
    const theirs = (COMMANDS[other] as CommandSpec).stage
    const meet = stage === undefined || theirs === undefined || stage === theirs
    return other !== id && meet && keysOf(other).includes(key)
  })
}

const STORED = 'banxin.keys'

export function storedKeys(): OwnKeys {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(STORED) ?? '{}')
    if (typeof value !== 'object' || value === null) return {}
    const known = Object.entries(value).filter(
      ([id, keys]) => id in COMMANDS && Array.isArray(keys) && keys.every((key) => typeof key === 'string'),
    )
    return Object.fromEntries(known) as OwnKeys
  } catch {
    // Keys that cannot be read are as good as none.
    return {}
  }
}

export const storeKeys = (keys: OwnKeys): void => localStorage.setItem(STORED, JSON.stringify(keys))
