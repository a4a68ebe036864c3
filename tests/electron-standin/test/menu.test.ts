import { describe, expect, test, vi } from 'vitest'
import { matchesAccelerator } from '../lib/accelerator.cjs'
import { clickAccelerator, Menu } from '../lib/menu.cjs'

// biome-ignore lint/suspicious/noExplicitAny: the menu model is plain JavaScript
const build = (template: object[]): any => Menu.buildFromTemplate(template as any)

describe('the menu model', () => {
  test('items are found by id at every depth', () => {
    const menu = build([
      { label: 'File', submenu: [{ label: 'Recent', submenu: [{ id: 'recent.1', label: 'a' }] }] },
    ])
    expect(menu.getMenuItemById('recent.1').label).toBe('a')
    expect(menu.getMenuItemById('missing')).toBeNull()
  })

  test('a click passes the item and the window; a disabled item does nothing', () => {
    const click = vi.fn()
    const menu = build([
      { id: 'on', label: 'On', click },
      { id: 'off', label: 'Off', enabled: false, click },
    ])
    const window = { id: 1 }
    menu.getMenuItemById('on').click({}, window)
    menu.getMenuItemById('off').click({}, window)
    expect(click.mock.calls).toEqual([[menu.items[0], window, {}]])
  })

  test('a checkbox toggles; of neighbouring radio items one is checked', () => {
    const radio = (id: string) => ({ id, label: id, type: 'radio' })
    const menu = build([
      { id: 'box', label: 'box', type: 'checkbox' },
      radio('a'),
      radio('b'),
      { type: 'separator' },
      radio('c'),
    ])
    for (const id of ['box', 'a', 'c', 'b']) menu.getMenuItemById(id).click()
    const checked = menu.items.filter((item: { checked: boolean }) => item.checked)
    expect(checked.map((item: { id: string }) => item.id)).toEqual(['box', 'b', 'c'])
  })

  test('a role brings its submenu, and a role that is not emulated throws by name', () => {
    const menu = build([{ role: 'editMenu' }, { role: 'toggleDevTools', id: 'tools' }])
    expect(menu.items[0].submenu.items.map((item: { role: string }) => item.role)).toContain('paste')
    expect(() => menu.getMenuItemById('tools').click()).toThrow(
      'the menu role toggleDevTools is not emulated',
    )
  })

  test('templates that Electron refuses are refused', () => {
    expect(() => Menu.buildFromTemplate({} as never)).toThrow('must be an array')
    expect(() => build([{ id: 'nameless' }])).toThrow('at least one of label, role or type')
  })
})

describe('accelerators', () => {
  const press = (key: string, ...modifiers: string[]) => ({
    key,
    code: /^\d$/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`,
    ctrlKey: modifiers.includes('ctrl'),
    shiftKey: modifiers.includes('shift'),
    altKey: modifiers.includes('alt'),
    metaKey: modifiers.includes('meta'),
  })

  test.each([
    ['CmdOrCtrl+S', press('s', 'ctrl'), true],
    ['CmdOrCtrl+S', press('S', 'ctrl', 'shift'), false],
    ['Ctrl+Shift+S', press('S', 'ctrl', 'shift'), true],
    ['CmdOrCtrl+0', press('0', 'ctrl'), true],
    ['CmdOrCtrl+Plus', press('+', 'ctrl'), true],
    ['Alt+Left', press('ArrowLeft', 'alt'), true],
    ['F5', press('F5'), true],
    ['F5', press('F5', 'ctrl'), false],
  ])('%s', (accelerator, pressed, expected) => {
    expect(matchesAccelerator(accelerator, pressed)).toBe(expected)
  })

  test('a pressed accelerator clicks the item of the window’s menu', () => {
    const click = vi.fn()
    const ownMenu = build([
      { label: 'File', submenu: [{ label: 'Save', accelerator: 'CmdOrCtrl+S', click }] },
    ])
    clickAccelerator(press('s', 'ctrl'), { ownMenu } as never)
    expect(click).toHaveBeenCalledOnce()
  })
})
