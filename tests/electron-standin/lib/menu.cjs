'use strict'
// Menus as a model: items can be found and clicked; nothing is drawn.

const { EventEmitter } = require('node:events')
const { matchesAccelerator } = require('./accelerator.cjs')
const { app } = require('./app.cjs')
const { makeEvent } = require('./event.cjs')
const { NotEmulatedError, refuseTheRest } = require('./not-emulated.cjs')
const { focusedWindow } = require('./registry.cjs')
const unemulated = require('./unemulated-members.json')

const EDIT_ROLES = ['undo', 'redo', 'cut', 'copy', 'paste', 'delete', 'selectAll']

const SUBMENU_OF_ROLE = {
  appMenu: ['about', 'quit'],
  fileMenu: ['quit'],
  editMenu: EDIT_ROLES,
  viewMenu: ['reload', 'toggleDevTools', 'resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen'],
  windowMenu: ['minimize', 'close'],
}

const ROLE_ACTIONS = {
  quit: () => app.quit(),
  close: (window) => window?.close(),
  minimize: (window) => window?.minimize(),
  reload: (window) => window?.reload(),
  togglefullscreen: (window) => window?.setFullScreen(!window.isFullScreen()),
}
for (const role of EDIT_ROLES) ROLE_ACTIONS[role] = (window) => window?.webContents[role]()

let lastCommandId = 0
let applicationMenu = null

class MenuItem {
  constructor(options) {
    this.commandId = ++lastCommandId
    this.id = options.id
    this.role = options.role
    this.label = options.label ?? options.role ?? ''
    this.sublabel = options.sublabel ?? ''
    this.toolTip = options.toolTip ?? ''
    this.accelerator = options.accelerator
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    this.submenu = makeSubmenu(options)
    this.type = options.type ?? (this.submenu ? 'submenu' : 'normal')
    /** The menu that the item was appended to. */
    this.menu = null
    this.click = (event, window) => this.#run(options.click, event, window ?? focusedWindow())
  }

  #run(click, event, window) {
    if (!this.enabled) return
    if (this.type === 'checkbox') this.checked = !this.checked
    if (this.type === 'radio') this.#checkAmongSiblings()
    if (this.role) runRole(this.role, window)
    else click?.(this, window ?? undefined, event ?? {})
  }

  #checkAmongSiblings() {
    for (const item of this.menu?.radioGroupOf(this) ?? []) item.checked = false
    this.checked = true
  }
}

function makeSubmenu({ submenu, role }) {
  if (submenu instanceof Menu) return submenu
  const template = submenu ?? SUBMENU_OF_ROLE[role]?.map((name) => ({ role: name }))
  return template ? Menu.buildFromTemplate(template) : null
}

function runRole(role, window) {
  const action = ROLE_ACTIONS[role]
  if (!action) throw new NotEmulatedError(`the menu role ${role}`)
  action(window)
}

function checkTemplate(template) {
  if (!Array.isArray(template)) {
    throw new TypeError('Invalid template for Menu: Menu template must be an array')
  }
  const isItem = (entry) => entry && (entry.label || entry.role || entry.type === 'separator')
  if (!template.every(isItem)) {
    throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type')
  }
}

class Menu extends EventEmitter {
  items = []

  append(item) {
    this.insert(this.items.length, item)
  }

  insert(position, item) {
    item.menu = this
    this.items.splice(position, 0, item)
  }

  /** Looks in the submenus too. */
  getMenuItemById(id) {
    for (const item of this.items) {
      if (item.id === id) return item
      const found = item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }

  /** Radio items that stand next to each other form a group. */
  radioGroupOf(item) {
    const at = this.items.indexOf(item)
    const isOther = (entry) => entry.type !== 'radio'
    const first = this.items.findLastIndex((entry, index) => index < at && isOther(entry)) + 1
    const after = this.items.findIndex((entry, index) => index > at && isOther(entry))
    return this.items.slice(first, after < 0 ? undefined : after)
  }

  popup() {
    this.emit('menu-will-show', makeEvent())
  }

  closePopup() {
    this.emit('menu-will-close', makeEvent())
  }

  static buildFromTemplate(template) {
    checkTemplate(template)
    const menu = new Menu()
    for (const entry of template) menu.append(entry instanceof MenuItem ? entry : new MenuItem(entry))
    return menu
  }

  static setApplicationMenu(menu) {
    applicationMenu = menu
  }

  static getApplicationMenu() {
    return applicationMenu
  }
}

refuseTheRest(Menu, 'Menu', ['sendActionToFirstResponder'])
refuseTheRest(Menu.prototype, 'menu', unemulated.Menu)

function findByKey(menu, key) {
  for (const item of menu.items) {
    const found = item.submenu
      ? findByKey(item.submenu, key)
      : matchesAccelerator(item.accelerator, key) && item
    if (found) return found
  }
  return null
}

/**
 * Clicks the menu item whose accelerator was pressed.
 * @param {object} key a KeyboardEvent's key, code and modifiers
 * @param {import('./browser-window.cjs').BrowserWindow} window where it was pressed
 */
function clickAccelerator(key, window) {
  const menu = window.ownMenu ?? applicationMenu
  const item = menu && findByKey(menu, key)
  item?.click({ triggeredByAccelerator: true }, window)
}

module.exports = { Menu, MenuItem, clickAccelerator }
