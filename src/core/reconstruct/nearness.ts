import type { HeadTarget } from './head-model.ts'
import type { DisplayLine } from './roles.ts'
import type { Item } from './runs.ts'

/** What standing right before or behind its body is worth to a head of this page. */
export interface Habit {
  before: number
  after: number
}

/** Whether a head stands right before or behind its target, and what that is worth. */
export class Nearness {
  readonly #items: readonly Item[]
  readonly #habit: Habit

  constructor(items: readonly Item[], habit: Habit) {
    this.#items = items
    this.#habit = habit
  }

  of(lines: readonly DisplayLine[], target: HeadTarget): number {
    return (
      (this.standsBefore(lines, target) ? this.#habit.before : 0) +
      (this.standsBehind(lines, target) ? this.#habit.after : 0)
    )
  }

  standsBefore(lines: readonly DisplayLine[], target: HeadTarget): boolean {
    return this.#skip(lines.at(-1)!.order, 1, ['byline', 'name', 'section', 'deck']) === target.first
  }

  standsBehind(lines: readonly DisplayLine[], target: HeadTarget): boolean {
    return this.#skip(lines[0]!.order, -1, ['byline', 'name', 'section']) === target.last
  }

  /** The next place in a direction that is not one of the labels that go with a head. */
  #skip(from: number, step: number, roles: readonly string[]): number {
    let order = from + step
    while (roles.includes((this.#items[order] as Partial<DisplayLine> | undefined)?.role ?? '')) order += step
    return order
  }
}
