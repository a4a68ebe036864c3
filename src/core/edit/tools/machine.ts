/** Which state the hand is in: the tool that was chosen, and what is done with it. */
import { withGroups } from '../../doc/commands/groups.ts'
import type { Guide } from '../../doc/schema.ts'
import { drawTool } from './draw/idle.ts'
import { pullingGuide } from './select/dragging-guide.ts'
import { frameUnder, selectTool } from './select/idle.ts'
import { dropping } from './thread/dropping.ts'
import { loadedTool } from './thread/loaded.ts'
import type { Cursor, Desk, Pointer, ToolName, ToolState } from './tool.ts'
import { handTool, panning } from './view/hand.ts'
import { zoomTool } from './view/zoom.ts'

function toolNamed(name: ToolName): ToolState {
  switch (name) {
    case 'select':
      return selectTool
    case 'hand':
      return handTool
    case 'zoom':
      return zoomTool
    case 'thread':
      return loadedTool(selectTool)
    case 'text':
      return drawTool('text', true)
    case 'text-frame':
      return drawTool('text')
    default:
      return drawTool(name)
  }
}

export class ToolMachine {
  private state: ToolState = selectTool
  private last: Pointer | undefined

  constructor(private readonly desk: Desk) {}

  /** For tests: `select.moving`. */
  get stateName(): string {
    return this.state.name
  }

  get isBusy(): boolean {
    return this.state.cancel !== undefined && this.state.name !== 'thread.loaded'
  }

  /** Leaves what is under way; a state may ask for another tool itself, as drawing does at its end. */
  use(tool: ToolName): void {
    this.state.cancel?.(this.desk)
    this.state = toolNamed(tool)
  }

  cursor(): Cursor {
    return this.last ? this.state.cursor(this.desk, this.last) : 'default'
  }

  down(pointer: Pointer): void {
    this.step(pointer, (state) => state.down?.(this.desk, pointer))
  }

  move(pointer: Pointer): void {
    this.step(pointer, (state) => state.move?.(this.desk, pointer))
  }

  up(pointer: Pointer): void {
    this.step(pointer, (state) => state.up?.(this.desk, pointer))
  }

  /** A key was pressed or let go while the pointer stood still. */
  keys(held: Pick<Pointer, 'shift' | 'alt' | 'mod'>): void {
    if (this.last && this.isBusy) this.move({ ...this.last, ...held })
    else if (this.last) this.last = { ...this.last, ...held }
  }

  /** From any tool: with Space, or the middle button. */
  pan(pointer: Pointer): void {
    this.state = panning(pointer, this.state)
  }

  /** From a ruler. */
  pullGuide(axis: Guide['axis'], pointer: Pointer): void {
    this.step(pointer, (state) => pullingGuide(axis, state))
  }

  /** A menu is asked for: it is about what is under the pointer, unless that is selected already. */
  menu(pointer: Pointer): void {
    this.state.cancel?.(this.desk)
    const under = frameUnder(this.desk, pointer.at)
    if (under === undefined) this.desk.select([])
    else if (!this.desk.selection.includes(under))
      this.desk.select(withGroups(this.desk.doc, [under]), pointer.at)
  }

  /** Text was taken in hand from elsewhere: a list of stories, a proposal. */
  takeUp(): void {
    this.state = loadedTool(selectTool)
  }

  /** A story is dragged from a list of them. */
  carry(story: string): void {
    this.state.cancel?.(this.desk)
    this.state = dropping(story, selectTool)
  }

  /** Esc. False when nothing was under way. */
  cancel(): boolean {
    const next = this.state.cancel?.(this.desk)
    if (next) this.state = next
    return next !== undefined
  }

  private step(pointer: Pointer, act: (state: ToolState) => ToolState | undefined): void {
    this.last = pointer
    const { state } = this
    const next = act(state)
    if (next && this.state === state) this.state = next
  }
}
