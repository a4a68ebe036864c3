/** The part of the contract that is about files: pages and their places, journals, recovery, preferences. */
import type { Diagnostic } from '../core/diagnostics.ts'
import type { FileAnswer, SaveAnswer } from './ipc.ts'
import type { Language } from './messages.ts'

export interface FileAsks {
  /** Null when it is open in another window, which then comes to the front. */
  'file:open-recent': { args: [path: string]; answer: FileAnswer | null }
  'file:recents': { args: []; answer: RecentFile[] }
  /** A small picture of the page, as PNG, for the list of recent files. */
  'file:thumbnail': { args: [png: Uint8Array]; answer: undefined }
  'file:forget-recent': { args: [path: string]; answer: RecentFile[] }
  /** The window now shows the file of this token; without one, a page that no file holds. */
  'file:adopt': { args: [token: string | undefined, title: string]; answer: Adopted }
  /** Saves to the page's own file, or asks where; null when that was cancelled. */
  'file:save-page': { args: [page: PageToSave]; answer: SavePageAnswer | null }
  /** The page's own file as it is on the disk now; the version before the last save. */
  'file:read-again': { args: []; answer: FileAnswer }
  'file:read-previous': { args: [token: string]; answer: FileAnswer }
  /** The next save may replace what another program has written. */
  'file:keep-mine': { args: []; answer: undefined }
  /** Asks for a folder, makes one in it and writes everything there; null when cancelled. */
  'file:package': { args: [files: PackageFiles]; answer: SaveAnswer | null }

  'window:new': { args: [intent: WindowIntent]; answer: undefined }
  /** What the title and the closing of the window go by. */
  'window:page': { args: [state: PageState]; answer: undefined }
  /** After 存 and 不存 the window may go; after 取消 it stays, and the app with it. */
  'window:may-close': { args: [close: boolean]; answer: undefined }

  /** Begins the window's journal, or begins it anew after a save: the page as it was, and entries since. */
  'journal:begin': { args: [name: string, entries: Uint8Array[]]; answer: Diagnostic | null }
  /** Answered when they are on the disk. */
  'journal:append': { args: [entries: Uint8Array[]]; answer: Diagnostic | null }
  /** Pictures and dumps that entries name by their hash. */
  'journal:keep': { args: [bytes: Uint8Array]; answer: Diagnostic | null }
  /** There is nothing to recover of this page any more. */
  'journal:end': { args: []; answer: undefined }

  'recovery:list': { args: []; answer: Recoverable[] }
  /** Its entries, the page as it was first; null when it is gone. */
  'recovery:read': { args: [id: string]; answer: Uint8Array[] | null }
  'recovery:kept': { args: [id: string, sha256: string]; answer: Uint8Array | null }
  /** The page's file as it is on the disk now. */
  'recovery:disk': { args: [id: string]; answer: FileAnswer }
  /** The window goes on with this journal; `copy`: as a page that no file holds yet. */
  'recovery:resume': { args: [id: string, copy: boolean]; answer: Adopted | null }
  'recovery:discard': { args: [ids: string[]]; answer: undefined }
  /** Opens more of them, each in a window of its own. */
  'recovery:open': { args: [choices: RecoveryChoice[]]; answer: undefined }

  'preferences:set': { args: [change: Partial<Preferences>]; answer: Preferences }
  /** Shows the folder of the journals. */
  'preferences:reveal': { args: []; answer: undefined }
}

export interface FileTells {
  /** The page's file was changed or removed by another program, or is again as it was. */
  'file:disk': [state: 'same' | 'changed' | 'gone']
  /** It was to be opened again and is open here. */
  'file:already-open': [name: string]
  /** The window is about to close and its page is not saved. */
  'window:closing': []
  'preferences:changed': [preferences: Preferences]
}

export const FILE_ASKS = [
  'file:open-recent',
  'file:recents',
  'file:thumbnail',
  'file:forget-recent',
  'file:adopt',
  'file:save-page',
  'file:read-again',
  'file:read-previous',
  'file:keep-mine',
  'file:package',
  'window:new',
  'window:page',
  'window:may-close',
  'journal:begin',
  'journal:append',
  'journal:keep',
  'journal:end',
  'recovery:list',
  'recovery:read',
  'recovery:kept',
  'recovery:disk',
  'recovery:resume',
  'recovery:discard',
  'recovery:open',
  'preferences:set',
  'preferences:reveal',
] as const satisfies readonly (keyof FileAsks)[]

export const FILE_TELLS = [
  'file:disk',
  'file:already-open',
  'window:closing',
  'preferences:changed',
] as const satisfies readonly (keyof FileTells)[]

export interface Preferences {
  language: Language
  theme: 'system' | 'light' | 'dark'
  units: 'mm' | 'pt'
  /** For new pages; empty: the program chooses by the text. */
  template: string
  /** How large the interface is, in per cent. */
  scale: InterfaceScale
}

export const INTERFACE_SCALES = [90, 100, 110, 125, 150, 175, 200] as const
export type InterfaceScale = (typeof INTERFACE_SCALES)[number]

export const DEFAULT_PREFERENCES: Preferences = {
  language: 'zh',
  theme: 'system',
  units: 'mm',
  template: '',
  scale: 100,
}

export interface RecentFile {
  path: string
  name: string
  /** As the page calls itself; the file's name where it has none. */
  title: string
  openedMs: number
  there: boolean
  /** PNG. */
  thumbnail?: Uint8Array
}

/** What a window is for: the welcome, a new page, a file, or pages to recover. */
export type WindowIntent =
  | { kind: 'welcome' }
  | { kind: 'new-page' }
  | { kind: 'open'; path: string }
  | { kind: 'recover'; choice: RecoveryChoice }

/** `mine` goes on as the page of the file, `copy` as a page of no file. */
export interface RecoveryChoice {
  id: string
  as: 'mine' | 'copy'
}

/** The page's place, once the window shows it. */
export interface Adopted {
  /** Undefined when no file holds the page yet. */
  path?: string
  name?: string
  /** Another program of ours has it open. */
  holder?: { host: string; user: string; since: string }
}

export interface PageToSave {
  /** `copy` writes elsewhere and leaves the page where it is. */
  how: 'save' | 'save-as' | 'copy'
  /** What the dialog proposes. */
  fileName: string
  title: string
  bytes: Uint8Array
  /** How many entries of the journal it has in it. */
  entries: number
}

export type SavePageAnswer =
  | { ok: true; path: string; name: string; copy: boolean }
  | { ok: false; name: string; error: Diagnostic }
  /** Nothing was written: another program changed the file, or has the page open. */
  | { ok: false; name: string; conflict: 'changed' }
  | { ok: false; name: string; conflict: 'held'; holder: NonNullable<Adopted['holder']> }

export interface PackageFiles {
  folderName: string
  files: { path: string; bytes: Uint8Array }[]
  /** Faces to be copied beside them, by id. */
  faces: string[]
}

export interface PageState {
  title: string
  dirty: boolean
  /** Nothing is open: the welcome. */
  empty: boolean
}

export interface Recoverable {
  id: string
  /** As the page calls itself. */
  name: string
  path?: string
  /** When the page's file was saved as the journal knows it, and when the journal ends. */
  savedMs?: number
  lastMs: number
  /** How many of its entries the file has, and how many no file has. */
  saved: number
  entries: number
  disk: 'same' | 'changed' | 'gone' | 'none'
  /** When another program changed it. */
  diskMs?: number
  torn: boolean
}
