import type { Bridge } from '../shared/ipc.ts'

declare global {
  interface Window {
    readonly banxin: Bridge
  }
}

/** The main process, by the typed contract. */
export const main: Bridge = window.banxin
