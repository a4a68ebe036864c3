'use strict'

const MODIFIERS = {
  commandorcontrol: 'ctrlKey',
  cmdorctrl: 'ctrlKey',
  control: 'ctrlKey',
  ctrl: 'ctrlKey',
  command: 'metaKey',
  cmd: 'metaKey',
  meta: 'metaKey',
  super: 'metaKey',
  alt: 'altKey',
  option: 'altKey',
  shift: 'shiftKey',
}

// Accelerator words that differ from KeyboardEvent.key.
const KEY_NAMES = {
  plus: '+',
  space: ' ',
  esc: 'escape',
  return: 'enter',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
}

/**
 * @param {string | undefined} accelerator such as `CmdOrCtrl+Shift+S`
 * @param {{ key: string, code: string, ctrlKey: boolean, metaKey: boolean, altKey: boolean, shiftKey: boolean }} pressed
 */
function matchesAccelerator(accelerator, pressed) {
  if (!accelerator) return false
  const wanted = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
  let key = ''
  for (const part of accelerator.toLowerCase().split('+')) {
    if (MODIFIERS[part]) wanted[MODIFIERS[part]] = true
    else key = KEY_NAMES[part] ?? (part || '+')
  }
  const sameModifiers = Object.entries(wanted).every(([name, on]) => pressed[name] === on)
  // Shift changes the character of a digit or sign key; its code still names the key.
  const sameKey = pressed.key.toLowerCase() === key || pressed.code.toLowerCase() === `digit${key}`
  return sameModifiers && sameKey
}

module.exports = { matchesAccelerator }
