/** The bridge: the contract's channels and no others, as two functions on `window.banxin`. */
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import {
  ASK_CHANNELS,
  type AskChannel,
  type Bridge,
  TELL_CHANNELS,
  type TellChannel,
  type Tells,
} from '../shared/ipc.ts'

/** Only a file that came from the desktop has a place; one of the clipboard or of a script has none. */
function placeOf(file: unknown): string {
  try {
    return webUtils.getPathForFile(file as File)
  } catch {
    return ''
  }
}

const bridge: Bridge = {
  async drop(file) {
    const path = placeOf(file)
    return path === '' ? 'no-path' : ipcRenderer.invoke('file:dropped', path)
  },

  ask(channel: AskChannel, ...args: unknown[]) {
    if (!ASK_CHANNELS.includes(channel)) return Promise.reject(new Error(`No channel ${channel}`))
    return ipcRenderer.invoke(channel, ...args)
  },
  listen<C extends TellChannel>(channel: C, listener: (...args: Tells[C]) => void) {
    if (!TELL_CHANNELS.includes(channel)) throw new Error(`No channel ${channel}`)
    const forward = (_event: unknown, ...args: unknown[]) => listener(...(args as Tells[C]))
    ipcRenderer.on(channel, forward)
    return () => {
      ipcRenderer.removeListener(channel, forward)
    }
  },
  pathOf: placeOf,
}

contextBridge.exposeInMainWorld('banxin', bridge)
