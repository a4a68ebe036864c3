import type { BrowserWindow } from 'electron'
import type { TellChannel, Tells } from '../shared/ipc.ts'

/** Sends a message of the contract to the window, if it is still there. */
export function tell<C extends TellChannel>(window: BrowserWindow, channel: C, ...args: Tells[C]): void {
  if (!window.isDestroyed()) window.webContents.send(channel, ...args)
}
