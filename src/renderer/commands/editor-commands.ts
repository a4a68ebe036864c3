/** Commands of the page editor: tools, arranging, threads, what is shown. */

import { ok } from '../../core/diagnostics.ts'
import type { Edge } from '../../core/doc/commands/arrange.ts'
import { removeGuides } from '../../core/doc/commands/guides.ts'
import type { OrderStep } from '../../core/doc/commands/order.ts'
import type { EDITOR_COMMANDS } from '../../shared/ipc-editor.ts'
import * as arranging from '../editor/arranging.ts'
import { canPaste, copySelected, cutSelected, duplicateSelected, pasteKept } from '../editor/clipboard.ts'
import { type AlignTo, editor, type RulerUnit } from '../editor/editor-state.ts'
import { openFrameMenu } from '../editor/frame-menu-place.ts'
import { perform } from '../editor/perform.ts'
import { selectedEntries, selectedFrames, selectFrames } from '../editor/selection.ts'
import { type AppState, app, hasRail, type LeftTab, type Tool } from '../state/app-state.ts'
import { toggle } from '../state/settings.ts'
import type { Command } from './command.ts'

type EditorCommand = keyof typeof EDITOR_COMMANDS

const hasPage = ({ page }: AppState): boolean => page !== null
const several =
  (least: number) =>
  (state: AppState): boolean =>
    selectedFrames(state).length >= least
const oneText = (state: AppState): boolean => {
  const entries = selectedEntries(state)
  return entries.length === 1 && entries[0]?.story !== undefined
}

const tool = (name: Tool): Command => ({
  run: () => app.set({ tool: name }),
  enabled: hasPage,
  on: (state) => state.tool === name,
})
const onFrames = (run: () => unknown, least = 1): Command => ({ run, enabled: several(least) })
const align = (edge: Edge): Command => ({ run: () => arranging.align(edge), enabled: canAlign })
/** A single frame is aligned to the page, never to itself. */
const canAlign = (state: AppState): boolean => several(editor.get().alignTo === 'selection' ? 2 : 1)(state)
const alignTo = (to: AlignTo): Command => ({
  run: () => editor.set({ alignTo: to }),
  on: () => editor.get().alignTo === to,
})
const order = (step: OrderStep): Command => onFrames(() => arranging.changeOrder(step))
const nudge = (across: number, down: number, far = false): Command =>
  onFrames(() => arranging.nudge(across, down, far))
const grow = (columns: number, rows: number): Command => onFrames(() => arranging.grow(columns, rows))
const rulers = (unit: RulerUnit): Command => ({
  run: () => editor.set({ rulerUnit: unit }),
  on: () => editor.get().rulerUnit === unit,
})
const panel = (tab: LeftTab): Command => ({
  run: () => app.set({ leftTab: tab, storiesOpen: true }),
  enabled: hasPage,
  on: (state) => state.leftTab === tab && (state.storiesOpen || !hasRail(state)),
})

export const editorCommands: Record<EditorCommand, Command> = {
  'tool.text-frame': tool('text-frame'),
  'tool.picture': tool('picture'),
  'tool.shape': tool('shape'),
  'tool.rule': tool('rule'),
  'tool.thread': tool('thread'),
  'edit.cut': onFrames(cutSelected),
  'edit.copy': onFrames(copySelected),
  'edit.paste': { run: () => pasteKept(false), enabled: (state) => hasPage(state) && canPaste() },
  'edit.paste-in-place': { run: () => pasteKept(true), enabled: (state) => hasPage(state) && canPaste() },
  'edit.duplicate': onFrames(duplicateSelected),
  'edit.delete': onFrames(() => arranging.remove('keep')),
  'edit.delete-with-text': onFrames(() => arranging.remove('delete')),
  'select.all': { run: selectAll, enabled: hasPage },
  'nudge.up': nudge(0, -1),
  'nudge.down': nudge(0, 1),
  'nudge.left': nudge(-1, 0),
  'nudge.right': nudge(1, 0),
  'nudge.up-far': nudge(0, -1, true),
  'nudge.down-far': nudge(0, 1, true),
  'nudge.left-far': nudge(-1, 0, true),
  'nudge.right-far': nudge(1, 0, true),
  'grow.down': grow(0, 1),
  'grow.up': grow(0, -1),
  'grow.right': grow(1, 0),
  'grow.left': grow(-1, 0),
  'align.left': align('left'),
  'align.center': align('center'),
  'align.right': align('right'),
  'align.top': align('top'),
  'align.middle': align('middle'),
  'align.bottom': align('bottom'),
  'distribute.x': onFrames(() => arranging.distribute('x'), 3),
  'distribute.y': onFrames(() => arranging.distribute('y'), 3),
  'align.to-selection': alignTo('selection'),
  'align.to-type-area': alignTo('type-area'),
  'align.to-page': alignTo('page'),
  'order.front': order('front'),
  'order.forward': order('forward'),
  'order.backward': order('backward'),
  'order.back': order('back'),
  'frame.group': onFrames(arranging.group, 2),
  'frame.ungroup': {
    run: arranging.ungroup,
    enabled: (state) => selectedEntries(state).some(({ frame }) => frame.group !== undefined),
  },
  'frame.lock': { ...onFrames(arranging.toggleLock), on: arranging.areLocked },
  'frame.hide': { ...onFrames(arranging.toggleHidden), on: arranging.areHidden },
  'frame.show-all': {
    run: arranging.showAll,
    enabled: ({ page }) => page !== null && arranging.anyHidden(page.doc),
  },
  'frame.to-grid': onFrames(arranging.toGrid),
  'frame.wrap': { ...onFrames(arranging.toggleWrap), on: arranging.areWrapped },
  'frame.split': { run: arranging.split, enabled: oneText },
  'thread.go-on': {
    run: arranging.goOn,
    enabled: (state) =>
      oneText(state) ||
      (state.selection?.story !== undefined &&
        state.page?.stories.get(state.selection.story)?.story.frames.length === 0),
  },
  'thread.cut': { run: arranging.cut, enabled: (state) => oneText(state) && goesOn(state) },
  'thread.take-out': {
    run: arranging.takeOut,
    enabled: (state) => oneText(state) && (selectedEntries(state)[0]?.count ?? 0) > 1,
  },
  'view.guides': { run: () => toggle('guides'), on: ({ show }) => show.guides },
  'view.preview': { run: () => toggle('preview'), on: ({ show }) => show.preview, enabled: hasPage },
  'guides.clear': {
    run: () => perform({ name: 'guide-off' }, (doc) => ok(removeGuides(doc))),
    enabled: ({ page }) => (page?.doc.guides?.length ?? 0) > 0,
  },
  'ruler.mm': rulers('mm'),
  'ruler.pt': rulers('pt'),
  'ruler.em': rulers('em'),
  'ruler.grid': rulers('grid'),
  'panel.stories': panel('stories'),
  'panel.outline': panel('outline'),
  'panel.history': panel('history'),
  'panel.swatches': panel('swatches'),
  'frame.menu': { run: openFrameMenu, enabled: hasPage },
}

function goesOn(state: AppState): boolean {
  const [entry] = selectedEntries(state)
  return entry !== undefined && entry.index < entry.count - 1
}

/** What is neither locked nor hidden. */
function selectAll(): boolean {
  const { page } = app.get()
  const all = page?.frames.filter(({ frame }) => !frame.locked && !frame.hidden) ?? []
  selectFrames(all.map(({ id }) => id))
  return true
}
