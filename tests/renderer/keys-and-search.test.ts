import { describe, expect, it } from 'vitest'
import {
  commandFor,
  firstKey,
  giveKeys,
  type KeyPress,
  keyLabel,
  keysOn,
  type Place,
} from '../../src/renderer/commands/keys.ts'
import { isBlocked, keyOfPress, ownerOf } from '../../src/renderer/commands/own-keys.ts'
import { findCommands } from '../../src/renderer/commands/search.ts'
import { COMMANDS, type CommandId } from '../../src/shared/ipc.ts'

const press = (code: string, more: Partial<KeyPress> = {}): KeyPress => ({
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  keyCode: 0,
  ...more,
})
const ctrl = (code: string, more: Partial<KeyPress> = {}) => press(code, { ctrlKey: true, ...more })
const commandAt = (key: KeyPress, place: Place = 'canvas', mac = false) =>
  commandFor(key, place, mac, 'layout')
const inReview = (key: KeyPress, place: Place = 'list', mac = false) => commandFor(key, place, mac, 'review')

describe('keys', () => {
  it('match the place of the key with its modifiers', () => {
    expect(commandAt(ctrl('KeyE'))).toBe('file.export')
    expect(commandAt(ctrl('KeyS', { shiftKey: true }))).toBe('file.save-as')
    expect(commandAt(ctrl('KeyS'))).toBe('file.save')
    expect(commandAt(ctrl('KeyE', { altKey: true }))).toBeUndefined()
  })

  it('take Cmd for Ctrl on macOS, and leave Ctrl alone there', () => {
    expect(commandAt(press('KeyE', { metaKey: true }), 'canvas', true)).toBe('file.export')
    expect(commandAt(ctrl('KeyE'), 'canvas', true)).toBeUndefined()
  })

  it('leave single keys to text and to other controls', () => {
    expect(commandAt(press('KeyV'))).toBe('tool.select')
    expect(commandAt(press('KeyV'), 'list')).toBe('tool.select')
    expect(commandAt(press('KeyV'), 'text')).toBeUndefined()
    expect(commandAt(press('KeyV'), 'other')).toBeUndefined()
    expect(commandAt(ctrl('KeyK'), 'text')).toBe('palette.open')
    expect(commandAt(press('F6'), 'other')).toBe('region.next')
  })

  it('walk the frames by Tab on the page only', () => {
    expect(commandAt(press('Tab'))).toBe('select.next')
    expect(commandAt(press('Tab', { shiftKey: true }))).toBe('select.previous')
    expect(commandAt(press('Tab'), 'list')).toBeUndefined()
  })

  it('mean what the stage makes of them', () => {
    expect(commandAt(press('KeyV'))).toBe('tool.select')
    expect(inReview(press('KeyV'))).toBe('review.see')
    expect(inReview(press('KeyH'))).toBeUndefined()
    expect(inReview(press('Tab'), 'canvas')).toBeUndefined()
    expect(inReview(press('Digit2'))).toBe('review.choose-2')
    expect(inReview(press('Digit2'), 'text')).toBeUndefined()
    expect(inReview(ctrl('Digit1'))).toBeUndefined()
    expect(inReview(ctrl('KeyZ', { shiftKey: true }), 'text')).toBe('edit.redo')
  })

  it('win and lose lines by Alt and an arrow, which in 复核 move paragraphs', () => {
    const up = press('ArrowUp', { altKey: true })
    expect(commandAt(up)).toBe('copyfit.pull')
    expect(commandAt(press('ArrowDown', { altKey: true }), 'other')).toBe('copyfit.push')
    expect(commandAt(up, 'text')).toBeUndefined()
    expect(inReview(up)).toBe('review.paragraph-up')
  })

  it('change the stage by Alt, on macOS by Control, where Option types a sign', () => {
    const alt = press('Digit1', { altKey: true })
    expect(commandAt(alt)).toBe('stage.review')
    expect(commandAt(alt, 'canvas', true)).toBeUndefined()
    expect(commandAt(ctrl('Digit1'), 'canvas', true)).toBe('stage.review')
    expect(commandAt(ctrl('Digit1'))).toBe('view.actual')
    expect(firstKey('stage.review', false)).toBe('Alt 1')
    expect(firstKey('stage.review', true)).toBe('⌃1')
  })

  it('run nothing while an input method composes', () => {
    expect(commandAt(ctrl('KeyE', { isComposing: true }))).toBeUndefined()
    expect(commandAt(press('KeyV', { keyCode: 229 }))).toBeUndefined()
    expect(commandAt(press('Escape', { isComposing: true }))).toBeUndefined()
  })

  it('are read as people write them', () => {
    expect(keyLabel('Mod+Shift+KeyS', false)).toBe('Ctrl Shift S')
    expect(keyLabel('Mod+Shift+KeyS', true)).toBe('⇧⌘S')
    expect(keyLabel('Mod+Digit0', false)).toBe('Ctrl 0')
  })
})

describe('finding commands', () => {
  it.each([
    ['导出', 'file.export'],
    ['dcpdf', 'file.export'],
    ['export', 'file.export'],
    ['zy', 'view.fit-page'],
    ['整页', 'view.fit-page'],
    ['dark', 'view.theme-dark'],
    ['ss', 'view.theme-dark'],
    ['排齐', 'view.copyfit'],
    ['kjj', 'help.keys'],
    ['收一行', 'copyfit.pull'],
    ['shwk', 'copyfit.fit'],
    ['presets', 'preset.edit'],
  ])('%s finds %s first', (typed, command) => {
    expect(findCommands(typed)[0]).toBe(command)
  })

  it('offers everything for nothing and nothing for nonsense', () => {
    expect(findCommands('').length).toBeGreaterThan(25)
    expect(findCommands('qqqq')).toEqual([])
  })
})

describe('keys of one\u2019s own', () => {
  const press = (
    code: string,
    held: Partial<Record<'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey', boolean>> = {},
  ) => keyOfPress({ code, ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, ...held }, false)
  const keysOf = (id: CommandId) => keysOn(id, false)

  it('are read from a press, as commands write them', () => {
    expect(press('KeyS', { ctrlKey: true, shiftKey: true })).toBe('Mod+Shift+KeyS')
    expect(press('F9')).toBe('F9')
    expect(press('ShiftLeft', { shiftKey: true })).toBeUndefined()
  })

  it('clash with the command that has them in the same stage', () => {
    expect(ownerOf('Mod+KeyG', 'frame.lock', keysOf)).toBe('frame.group')
    expect(ownerOf('KeyJ', 'frame.lock', keysOf)).toBeUndefined()
    expect(ownerOf('Mod+KeyK', 'frame.lock', keysOf)).toBe('palette.open')
  })

  it('are not those of input methods', () => {
    for (const key of ['Mod+Space', 'Shift+Space', 'Mod+Period', 'Mod+Shift+KeyF', 'Mod+Alt+KeyB'])
      expect(isBlocked(key)).toBe(true)
    expect(isBlocked('Mod+KeyB')).toBe(false)
  })

  it('take the place of a command\u2019s own', () => {
    giveKeys({ 'frame.group': ['F9'] })
    expect(firstKey('frame.group', false)).toBe('F9')
    expect(keysOf('frame.group')).toEqual(['F9'])
    giveKeys({})
    expect(firstKey('frame.group', false)).toBe('Ctrl G')
  })

  it('as they come never clash with each other', () => {
    const clashes = (Object.keys(COMMANDS) as CommandId[]).flatMap((id) =>
      keysOn(id, false).flatMap((key) => {
        const owner = ownerOf(key, id, keysOf)
        return owner ? [`${key}: ${id}, ${owner}`] : []
      }),
    )
    expect(clashes).toEqual([])
  })
})
