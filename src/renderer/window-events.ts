/** What the whole window listens to: keys and its own width. */

import { runCommand } from './commands/commands.ts'
import { commandFor, type Place } from './commands/keys.ts'
import { focusWork } from './commands/regions.ts'
import { app } from './state/app-state.ts'

export function followKeys(): () => void {
  // The canvas shows its focus to those who move by keys, not to everyone at launch.
  const usesKeys = (on: boolean) => document.documentElement.toggleAttribute('data-keys', on)
  const onPointer = () => usesKeys(false)
  const onKey = (event: KeyboardEvent) => {
    usesKeys(true)
    if (event.defaultPrevented || app.get().dialog !== null) return
    const { start, stage } = app.get()
    const command = commandFor(event, placeOf(event.target), start?.platform === 'darwin', stage)
    if (command && runCommand(command)) event.preventDefault()
  }
  window.addEventListener('keydown', onKey)
  window.addEventListener('pointerdown', onPointer, true)
  return () => {
    window.removeEventListener('keydown', onKey)
    window.removeEventListener('pointerdown', onPointer, true)
  }
}

function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof HTMLElement) || target === document.body) return 'list'
  if (target.closest('input:not([type="range"], [type="radio"]), textarea, [contenteditable]')) return 'text'
  const place = target.closest<HTMLElement>('[data-place]')?.dataset.place
  return place === 'canvas' || place === 'list' ? place : 'other'
}

/** A press with the mouse on a bar does its work and leaves the keys with the page. */
export function followPresses(): () => void {
  const onClick = ({ detail, target }: MouseEvent) => {
    const bar =
      target instanceof Element && !target.closest('.slider') && target.closest('.tool-bar, .status-bar')
    if (!bar || detail === 0) return
    requestAnimationFrame(() => {
      if (app.get().dialog === null && bar.contains(document.activeElement)) focusWork()
    })
  }
  window.addEventListener('click', onClick)
  return () => window.removeEventListener('click', onClick)
}

export function followWidth(): () => void {
  const follow = () => app.set({ windowWidth: window.innerWidth })
  follow()
  window.addEventListener('resize', follow)
  return () => window.removeEventListener('resize', follow)
}
