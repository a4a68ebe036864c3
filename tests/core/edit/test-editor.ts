/** The desk without a window: drives gestures by points on the page, one px to a pt unless told otherwise. */
import type { RangeOf } from '../../../src/core/doc/commands/clip.ts'
import type { Command } from '../../../src/core/doc/commands/command.ts'
import type { PageDoc } from '../../../src/core/doc/schema.ts'
import { ToolMachine } from '../../../src/core/edit/tools/machine.ts'
import type {
  Cursor,
  Desk,
  Loaded,
  Pointer,
  Preview,
  StepName,
  ToolName,
} from '../../../src/core/edit/tools/tool.ts'
import type { Box } from '../../../src/core/geometry.ts'

type Held = Partial<Pick<Pointer, 'shift' | 'alt' | 'mod' | 'clicks'>>
type At = readonly [x: number, y: number]

export class TestEditor implements Desk {
  readonly past: { name: StepName; doc: PageDoc }[] = []
  readonly refusals: string[] = []
  readonly panned = { x: 0, y: 0 }
  readonly zooms: string[] = []
  selection: readonly string[] = []
  loaded: Loaded | undefined
  showGuides = true
  preview: Preview | undefined
  entered: string | undefined
  proposalsFor: string | undefined
  tool: ToolName = 'select'
  /** Stories that have more text than room, by frame. */
  overset = new Set<string>()
  rangeOf: RangeOf = () => undefined
  private readonly machine = new ToolMachine(this)

  constructor(
    public doc: PageDoc,
    readonly scale = 1,
  ) {}

  get state(): string {
    return this.machine.stateName
  }

  get steps(): StepName[] {
    return this.past.map(({ name }) => name)
  }

  // Gestures

  press(at: At, held: Held = {}): this {
    this.machine.down(this.pointer(at, held))
    return this
  }

  /** In steps, as a hand moves. */
  moveTo(at: At, held: Held = {}): this {
    this.machine.move(this.pointer(at, held))
    return this
  }

  release(at: At, held: Held = {}): this {
    this.machine.up(this.pointer(at, held))
    return this
  }

  click(at: At, held: Held = {}): this {
    return this.press(at, held).release(at, held)
  }

  drag(from: At, to: At, held: Held = {}): this {
    const half: At = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
    return this.press(from, held).moveTo(half, held).moveTo(to, held).release(to, held)
  }

  keys(held: Pick<Pointer, 'shift' | 'alt' | 'mod'>): this {
    this.machine.keys(held)
    return this
  }

  escape(): boolean {
    return this.machine.cancel()
  }

  pullGuide(axis: 'x' | 'y', at: At): this {
    this.machine.pullGuide(axis, this.pointer([0, 0], {}))
    return this.moveTo(at).release(at)
  }

  /** A story from the list is dragged to a point. */
  carry(story: string, at: At): this {
    this.machine.carry(story)
    return this.moveTo(at)
  }

  cursorAt(at: At, held: Held = {}): Cursor {
    this.machine.move(this.pointer(at, held))
    return this.machine.cursor()
  }

  undo(): void {
    const step = this.past.pop()
    if (step) this.doc = step.doc
  }

  // The desk

  isOverset(frame: string): boolean {
    return this.overset.has(frame)
  }

  select(frames: readonly string[]): void {
    this.selection = frames
  }

  show(preview: Preview | undefined): void {
    this.preview = preview
  }

  perform(name: StepName, command: Command): boolean {
    const result = command(this.doc)
    if (!result.ok) {
      this.refusals.push(result.error.code)
      return false
    }
    if (result.value === this.doc) return true
    this.past.push({ name, doc: this.doc })
    this.doc = result.value
    return true
  }

  load(loaded: Loaded | undefined): void {
    this.loaded = loaded
  }

  use(tool: ToolName): void {
    this.tool = tool
    this.machine.use(tool)
  }

  panBy(dx: number, dy: number): void {
    this.panned.x += dx
    this.panned.y += dy
  }

  zoom(_: unknown, up: boolean): void {
    this.zooms.push(up ? 'in' : 'out')
  }

  zoomTo(box: Box): void {
    this.zooms.push(`${box.x},${box.y} ${box.width}×${box.height}`)
  }

  enterText(frame: string): void {
    this.entered = frame
  }

  showProposals(frame: string): void {
    this.proposalsFor = frame
  }

  private pointer([x, y]: At, held: Held): Pointer {
    const at = { x, y }
    const screen = { x: x * this.scale, y: y * this.scale }
    return { at, screen, shift: false, alt: false, mod: false, clicks: 1, ...held }
  }
}
