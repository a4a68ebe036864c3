/**
 * A unit: a sort in its place in the text. What is true of it besides is a form, which all units share that are alike:
 * a paragraph is made anew with every key, and a form for each of its characters would be most of the garbage.
 */
import type { Em } from '../units.ts'
import type { Sort } from './sorts.ts'

export interface UnitForm {
  sort: Sort
  /** In em of the paragraph's size, with tracking and without what it lost to a neighbour. */
  width: Em
  /** Space before it, unless it opens a line: a gap between Han and Latin, or behind a dateline. */
  gap: Em
  /** The part of `gap` that lies between Han and figures or Latin, and stretches as such. */
  western: boolean
  /** What the gap can give up. */
  gapGive: Em
  give: Em
  endGive: Em
  /** What it gives up when it opens a line. */
  trim: Em
  /** How far its glyphs stand left of their place in the sort, for white lost to a neighbour. */
  moved: Em
  /** Extra space behind it: the styles' tracking, copyfit records and the story's fit. */
  tracking: Em
  /** What copyfit records and the story's fit added to that. */
  copyfit: Em
  /** May a line begin with it? */
  canStart: boolean
  /** A piece of the word before it: no gap or stretch between them. */
  joined: boolean
  /** Drawn behind it when a line ends here, inside a word. */
  hyphen: Sort | undefined
}

export class Unit implements UnitForm {
  /** The range of the paragraph's text, UTF-16. */
  constructor(
    readonly start: number,
    readonly end: number,
    private form: UnitForm,
  ) {}

  get sort(): Sort {
    return this.form.sort
  }
  get width(): Em {
    return this.form.width
  }
  get gap(): Em {
    return this.form.gap
  }
  get western(): boolean {
    return this.form.western
  }
  get gapGive(): Em {
    return this.form.gapGive
  }
  get give(): Em {
    return this.form.give
  }
  get endGive(): Em {
    return this.form.endGive
  }
  get trim(): Em {
    return this.form.trim
  }
  get moved(): Em {
    return this.form.moved
  }
  get tracking(): Em {
    return this.form.tracking
  }
  get copyfit(): Em {
    return this.form.copyfit
  }
  get canStart(): boolean {
    return this.form.canStart
  }
  get joined(): boolean {
    return this.form.joined
  }
  get hyphen(): Sort | undefined {
    return this.form.hyphen
  }

  /** Gives it a form of its own, which differs in this. */
  change(changes: Partial<UnitForm>): void {
    this.form = { ...this.form, ...changes }
  }

  /** The same for a change that many units undergo: forms that were one stay one. */
  changeAlike(known: Map<UnitForm, UnitForm>, changesOf: (form: UnitForm) => Partial<UnitForm>): void {
    const { form } = this
    const found = known.get(form) ?? { ...form, ...changesOf(form) }
    known.set(form, found)
    this.form = found
  }
}

const plainForms = new WeakMap<Sort, UnitForm>()

/** A sort in its place, with this tracking and no neighbours yet. */
export function unitOf(sort: Sort, start: number, end: number, tracking: Em): Unit {
  const own = sort.width === 0 ? 0 : tracking
  let form = plainForms.get(sort)
  if (form?.tracking !== own) {
    form = plainForm(sort, own)
    plainForms.set(sort, form)
  }
  return new Unit(start, end, form)
}

const plainForm = (sort: Sort, tracking: Em): UnitForm => ({
  sort,
  width: sort.width + tracking,
  gap: 0,
  western: false,
  gapGive: 0,
  give: sort.give,
  endGive: sort.endGive,
  trim: 0,
  moved: 0,
  tracking,
  copyfit: 0,
  canStart: !sort.neverStart,
  joined: false,
  hyphen: undefined,
})
