/**
 * The contract between the main process and the window: every channel with what goes in and what comes back,
 * and the commands that both a native menu and the window can run. Data only; both sides wrap it thinly.
 */
import type { Diagnostic } from '../core/diagnostics.ts'
import { EDIT_MENU, EDITOR_COMMANDS, OBJECT_MENU } from './ipc-editor.ts'
import {
  FILE_ASKS,
  FILE_TELLS,
  type FileAsks,
  type FileTells,
  type Preferences,
  type WindowIntent,
} from './ipc-files.ts'
import { PRINT_CHANNELS, type PrintAsks } from './ipc-print.ts'

/** What the window may ask of the main process: channel → arguments and answer. */
export interface Asks extends FileAsks, PrintAsks {
  'app:start': { args: []; answer: StartFacts }
  'app:quit': { args: []; answer: undefined }
  /** Shows the open dialog; null when it was cancelled. */
  'file:open': { args: []; answer: FileAnswer | null }
  'file:sample': { args: []; answer: FileAnswer }
  /** Opens, or shows in its folder, a file that this session has saved. */
  'file:view': { args: [path: string]; answer: boolean }
  'file:reveal': { args: [path: string]; answer: boolean }
  'window:do': { args: [act: WindowAct]; answer: undefined }
  /** The desk's own page templates, as they are stored. */
  'templates:list': { args: []; answer: unknown[] }
  'templates:save': { args: [name: string, template: unknown]; answer: Diagnostic | undefined }
  'templates:delete': { args: [name: string]; answer: undefined }
}

/** What the main process tells the window: channel → arguments. */
export interface Tells extends FileTells {
  'menu:command': [command: CommandId]
  /** A file that came from outside: a second start, the system's "open with". */
  'file:opened': [file: FileAnswer]
  'window:state': [state: WindowState]
}

export type AskChannel = keyof Asks
export type TellChannel = keyof Tells

export const ASK_CHANNELS = [
  'app:start',
  'app:quit',
  'file:open',
  'file:sample',
  'file:view',
  'file:reveal',
  'window:do',
  ...FILE_ASKS,
  'templates:list',
  'templates:save',
  'templates:delete',
  ...PRINT_CHANNELS,
] as const satisfies readonly AskChannel[]

export const TELL_CHANNELS = [
  'menu:command',
  'file:opened',
  'window:state',
  ...FILE_TELLS,
] as const satisfies readonly TellChannel[]

/** What the preload puts on `window.banxin`. */
export interface Bridge {
  ask<C extends AskChannel>(channel: C, ...args: Asks[C]['args']): Promise<Asks[C]['answer']>
  /** Returns the function that stops listening. */
  listen<C extends TellChannel>(channel: C, listener: (...args: Tells[C]) => void): () => void
  /** Where a file that was dropped or chosen is; empty for one that came from no disk. */
  pathOf(file: unknown): string
  /**
   * A file that was dropped on the window, read by the main process from its own place. Only a file that really was
   * dropped has one; null where the place is not known, or the file is open in another window.
   */
  drop(file: unknown): Promise<FileAnswer | 'no-path' | null>
}

export interface StartFacts {
  platform: 'darwin' | 'win32' | 'linux'
  version: string
  electron: string
  chromium: string
  /** True when Chromium alone stands in for Electron: the window says so. */
  standIn: boolean
  /** What to open first: the file of the command line, or that which the window was made for. */
  file: FileAnswer | null
  intent: WindowIntent
  /** So many pages can be recovered; told to the first window only. */
  recoverable: number
  preferences: Preferences
  /** Where journals are kept, for the preferences dialog to say. */
  journals: string
  window: WindowState
}

export interface WindowState {
  maximized: boolean
  fullScreen: boolean
}

export type WindowAct = 'minimize' | 'toggle-maximize' | 'close'

export type FileAnswer =
  | ({ ok: true; name: string; bytes: Uint8Array } & FileOrigin)
  | ({ ok: false; name: string; error: Diagnostic } & FileOrigin)

export interface FileOrigin {
  /** Stands for the file's place; what came without one is saved by asking where. */
  token?: string
  /** The version before its last save is there. */
  previous?: boolean
}

export type SaveAnswer =
  | { ok: true; path: string; name: string }
  | { ok: false; name: string; error: Diagnostic }

/**
 * Commands by name. `keys` are written for Windows and Linux as `KeyboardEvent.code` with modifiers, matched
 * by place and not by letter so that an input method cannot change them; `Mod` is Ctrl, on macOS Cmd, and a key
 * with `Ctrl` is for the Control key of macOS alone.
 * `single` keys act only while the page or a list has the focus.
 */
export interface CommandSpec {
  keys?: readonly string[]
  /** The stage that it works in; all when left out. 检查 has the page as 排版 has it, and its commands. */
  stage?: 'review' | 'layout'
  /** Its keys come as an event of the system's: they are shown and not bound. */
  bySystem?: true
  /** Its keys act on the page alone: elsewhere they move in lists and fields. */
  onCanvas?: true
  /** Pinyin initials of the Chinese name, for the palette. */
  initials: string
}

const command = (initials: string, ...keys: string[]): CommandSpec => ({ initials, keys })
const layout = (initials: string, ...keys: string[]): CommandSpec => ({ initials, keys, stage: 'layout' })
const review = (initials: string, ...keys: string[]): CommandSpec => ({ initials, keys, stage: 'review' })

export const COMMANDS = {
  'file.new': command('xjbm', 'Mod+KeyN'),
  'file.open': command('dk', 'Mod+KeyO'),
  'file.sample': command('dkyz'),
  'file.save': command('bc', 'Mod+KeyS'),
  'file.save-as': command('lcw', 'Mod+Shift+KeyS'),
  'file.save-copy': command('cfb'),
  'file.revert': command('hydyc'),
  'file.recent': command('zj', 'Mod+Shift+KeyO'),
  'file.recover': command('zh'),
  'file.package': command('db'),
  'file.export': command('dcpdf', 'Mod+KeyE'),
  'picture.place': layout('zr', 'Mod+KeyD'),
  'picture.cover': layout('tmtk'),
  'picture.enclose': layout('zjtk'),
  'picture.center': layout('tpjz'),
  'picture.frame-to-picture': layout('tkshtp'),
  'picture.turn': layout('tpz90'),
  'picture.remove': layout('yqtp'),
  'picture.relink': layout('cxzdtp'),
  'picture.caption': layout('bdtpsm'),
  'window.new': command('xck'),
  'window.close': command('gbck', 'Mod+KeyW'),
  'app.preferences': command('pz', 'Mod+Comma'),
  'app.quit': command('tc', 'Mod+KeyQ'),
  'edit.undo': command('cx', 'Mod+KeyZ'),
  'edit.redo': command('cz', 'Mod+Shift+KeyZ', 'Mod+KeyY'),
  'stage.review': command('fh', 'Alt+Digit1', 'Ctrl+Digit1'),
  'stage.layout': command('pb', 'Alt+Digit2', 'Ctrl+Digit2'),
  'stage.preflight': command('jc', 'Alt+Digit3', 'Ctrl+Digit3'),
  'preflight.next': command('xyc', 'F8'),
  'preflight.previous': command('syc', 'Shift+F8'),
  'preflight.fix': command('gzyc'),
  'preflight.sign': command('qgzyc'),
  'preflight.profiles': command('jcfa'),
  'file.export-proof': command('jypdf'),
  'tool.select': layout('xz', 'KeyV'),
  'tool.text': layout('wz', 'KeyT'),
  'tool.hand': layout('zs', 'KeyH'),
  'tool.zoom': layout('sfgj', 'KeyZ'),
  'view.zoom-in': layout('fd', 'Mod+Equal', 'Mod+NumpadAdd', 'Mod+Shift+Equal'),
  'view.zoom-out': layout('sx', 'Mod+Minus', 'Mod+NumpadSubtract'),
  'view.fit-page': layout('zy', 'Mod+Digit0'),
  'view.actual': layout('sjdx', 'Mod+Digit1'),
  'view.fit-width': layout('shyk', 'Mod+Digit2'),
  'view.fit-selection': layout('shxz', 'Mod+Digit3'),
  'view.columns': layout('l'),
  'view.rows': layout('hg'),
  'view.grid': layout('hghl', 'Mod+Quote'),
  'view.copyfit': layout('pq'),
  'proof.toggle': layout('jyyl', 'Mod+Shift+KeyY'),
  'proof.cyan': layout('kqb'),
  'proof.magenta': layout('kphb'),
  'proof.yellow': layout('khb'),
  'proof.black': layout('khb'),
  'proof.all': layout('kqbyb'),
  'proof.ink': layout('kmlcx'),
  'view.rulers': layout('bc', 'Mod+KeyR'),
  'view.source': layout('yg'),
  'view.theme-system': command('gsxt'),
  'view.theme-light': command('qs'),
  'view.theme-dark': command('ss'),
  'view.chinese': command('jtzw'),
  'view.english': command('yw'),
  'view.interface-larger': command('jmfd'),
  'view.interface-smaller': command('jmsx'),
  'view.interface-usual': command('jmyd'),
  'select.next': { ...layout('xygwk', 'Tab'), onCanvas: true },
  'select.previous': { ...layout('sygwk', 'Shift+Tab'), onCanvas: true },
  'select.none': command('qxxz', 'Escape'),
  'go.overset': command('xycyl'),
  'go.doubt': command('xyccy'),
  'go.loose': layout('xysh'),
  'copyfit.pull': layout('syh', 'Alt+ArrowUp'),
  'copyfit.push': layout('fyh', 'Alt+ArrowDown'),
  'copyfit.fit': layout('shwk'),
  'copyfit.remove': layout('qxpq'),
  'preset.edit': layout('pbgz'),
  ...EDITOR_COMMANDS,
  'text.enter': layout('gwz', 'Enter', 'NumpadEnter'),
  'text.editor': layout('xy', 'F4'),
  'text.special': layout('tszf'),
  'text.next-mark': layout('xycbdwt'),
  'text.fix': layout('zgzgbd'),
  'text.fix-all': layout('bgbdzgzqg'),
  'edit.find': layout('cz', 'Mod+KeyF'),
  'edit.replace': layout('czhth', 'Mod+KeyH'),
  'edit.find-next': layout('czxyc', 'F3'),
  'edit.find-previous': layout('czsyc', 'Shift+F3'),
  'style.panel': layout('ys', 'F11'),
  'style.paragraph-1': layout('dlys1', 'Mod+Shift+Digit1', 'Ctrl+Shift+Digit1'),
  'style.paragraph-2': layout('dlys2', 'Mod+Shift+Digit2', 'Ctrl+Shift+Digit2'),
  'style.paragraph-3': layout('dlys3', 'Mod+Shift+Digit3', 'Ctrl+Shift+Digit3'),
  'style.paragraph-4': layout('dlys4', 'Mod+Shift+Digit4', 'Ctrl+Shift+Digit4'),
  'style.paragraph-5': layout('dlys5', 'Mod+Shift+Digit5', 'Ctrl+Shift+Digit5'),
  'style.paragraph-6': layout('dlys6', 'Mod+Shift+Digit6', 'Ctrl+Shift+Digit6'),
  'style.paragraph-7': layout('dlys7', 'Mod+Shift+Digit7', 'Ctrl+Shift+Digit7'),
  'style.paragraph-8': layout('dlys8', 'Mod+Shift+Digit8', 'Ctrl+Shift+Digit8'),
  'style.paragraph-9': layout('dlys9', 'Mod+Shift+Digit9', 'Ctrl+Shift+Digit9'),
  'style.no-character': layout('qdzfys', 'Mod+Shift+Digit0', 'Ctrl+Shift+Digit0'),
  'review.next': review('xyt', 'KeyJ'),
  'review.previous': review('syt', 'KeyK'),
  'review.accept': review('cn', 'Enter', 'NumpadEnter'),
  'review.choose-1': review('xd1t', 'Digit1', 'Numpad1'),
  'review.choose-2': review('xd2t', 'Digit2', 'Numpad2'),
  'review.choose-3': review('xd3t', 'Digit3', 'Numpad3'),
  'review.choose-4': review('xd4t', 'Digit4', 'Numpad4'),
  'review.choose-5': review('xd5t', 'Digit5', 'Numpad5'),
  'review.choose-6': review('xd6t', 'Digit6', 'Numpad6'),
  'review.choose-7': review('xd7t', 'Digit7', 'Numpad7'),
  'review.choose-8': review('xd8t', 'Digit8', 'Numpad8'),
  'review.choose-9': review('xd9t', 'Digit9', 'Numpad9'),
  'review.skip': review('tg', 'KeyS'),
  'review.see': review('zbmsk', 'KeyV'),
  'review.settled': review('ckyd'),
  'review.menu': review('gjmk', 'Shift+F10', 'ContextMenu'),
  'review.role': review('gw', 'KeyR'),
  'review.move': review('hg', 'KeyM'),
  'review.merge': review('br', 'Shift+KeyM'),
  'review.new': review('xg', 'KeyN'),
  'review.split': review('fg', 'Shift+KeyN'),
  'review.break': review('ld', 'KeyB'),
  'review.join': review('jsd', 'Shift+KeyB'),
  'review.paragraph-up': review('dlsy', 'Alt+ArrowUp'),
  'review.paragraph-down': review('dlxy', 'Alt+ArrowDown'),
  'review.as-kicker': review('gwyt'),
  'review.as-headline': review('gwzt'),
  'review.as-deck': review('gwft'),
  'review.as-byline': review('gwzz'),
  'review.as-credit': review('gwsm'),
  'review.as-section': review('gwlm'),
  'review.as-caption': review('gwtpsm'),
  'review.as-body': review('gwzw'),
  'review.as-subhead': review('gwxbt'),
  'review.as-furniture': review('gwbm'),
  'review.as-unplaced': review('gwwg'),
  'review.shadows': review('cy'),
  'review.furniture': review('bm'),
  'review.blanks': review('kh'),
  'review.fold': review('zdzw'),
  'layout.propose': layout('bs', 'F9'),
  'layout.again': layout('cxpb', 'Shift+F9'),
  'article.pin': layout('gd', 'KeyP'),
  'article.unpin-all': layout('qbqxgd'),
  'article.new': layout('xjyg', 'Mod+Shift+KeyN'),
  'article.remove': layout('sg'),
  'template.save': layout('cwmb'),
  'template.apply': layout('hmb'),
  'region.next': command('xyqy', 'F6'),
  'region.previous': command('syqy', 'Shift+F6'),
  'palette.open': command('czml', 'Mod+KeyK'),
  'help.keys': command('kjj', 'Mod+Slash'),
  'help.about': command('gybx'),
} as const satisfies Record<string, CommandSpec>

export type CommandId = keyof typeof COMMANDS

/** Whether a command belongs to a stage. */
export const isOfStage = ({ stage }: CommandSpec, now: 'review' | 'layout' | 'preflight'): boolean =>
  stage === undefined || stage === now || (stage === 'layout' && now === 'preflight')

export type MenuEntry = CommandId | '-'

/** The menus, drawn by the window itself and, on macOS, by the system. */
export const MENUS = [
  {
    id: 'file',
    entries: [
      'file.new',
      'file.open',
      'file.recent',
      'file.sample',
      '-',
      'file.save',
      'file.save-as',
      'file.save-copy',
      'file.revert',
      'file.recover',
      '-',
      'file.export',
      'file.export-proof',
      'file.package',
      '-',
      'window.new',
      'window.close',
      'app.preferences',
      'app.quit',
    ],
  },
  { id: 'edit', entries: EDIT_MENU },
  {
    id: 'review',
    entries: [
      'review.next',
      'review.previous',
      'review.accept',
      'review.skip',
      'review.see',
      'review.settled',
      '-',
      'review.role',
      'review.move',
      'review.new',
      'review.merge',
      '-',
      'review.split',
      'review.break',
      'review.join',
      'review.paragraph-up',
      'review.paragraph-down',
    ],
  },
  {
    id: 'type',
    entries: [
      'text.enter',
      'text.editor',
      'text.special',
      '-',
      'text.next-mark',
      'text.fix',
      'text.fix-all',
      '-',
      'style.panel',
      'style.no-character',
      '-',
      'copyfit.pull',
      'copyfit.push',
      'copyfit.fit',
      'copyfit.remove',
      '-',
      'preset.edit',
    ],
  },
  { id: 'object', entries: OBJECT_MENU },
  {
    id: 'picture',
    entries: [
      'picture.place',
      'picture.relink',
      'picture.remove',
      '-',
      'picture.cover',
      'picture.enclose',
      'picture.center',
      'picture.turn',
      'picture.frame-to-picture',
      '-',
      'picture.caption',
    ],
  },
  {
    id: 'view',
    entries: [
      'stage.review',
      'stage.layout',
      'stage.preflight',
      '-',
      'view.zoom-in',
      'view.zoom-out',
      '-',
      'view.fit-page',
      'view.actual',
      'view.fit-width',
      'view.fit-selection',
      '-',
      'view.columns',
      'view.rows',
      'view.rulers',
      'view.guides',
      'view.preview',
      'view.copyfit',
      'view.source',
      '-',
      'proof.toggle',
      'proof.ink',
      '-',
      'view.theme-system',
      'view.theme-light',
      'view.theme-dark',
      '-',
      'view.interface-larger',
      'view.interface-smaller',
      'view.interface-usual',
      '-',
      'view.chinese',
      'view.english',
    ],
  },
  {
    id: 'page',
    entries: [
      'layout.propose',
      'layout.again',
      'article.pin',
      'article.unpin-all',
      '-',
      'article.new',
      'article.remove',
      '-',
      'template.apply',
      'template.save',
    ],
  },
  {
    id: 'preflight',
    entries: [
      'preflight.next',
      'preflight.previous',
      '-',
      'preflight.fix',
      'preflight.sign',
      '-',
      'preflight.profiles',
    ],
  },
  { id: 'help', entries: ['palette.open', 'help.keys', '-', 'help.about'] },
] as const satisfies readonly { id: string; entries: readonly MenuEntry[] }[]
