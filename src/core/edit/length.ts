/**
 * What a person types into a field of lengths: sums with units, such as `60.3+2`, `5 号`, `12 pt`, `19 em`, `3栏-1mm`.
 * Full-width figures and signs, as an input method gives them, are read too.
 */
import { fail, ok, type Result } from '../diagnostics.ts'
import { mmToPt, type Pt } from '../units.ts'
import type { PageGrid } from './page-grid.ts'

/** 号 sizes of Chinese type, in pt. */
export const HAO: readonly (readonly [pt: Pt, name: string])[] = [
  [42, '初号'],
  [36, '小初'],
  [26, '一号'],
  [24, '小一'],
  [22, '二号'],
  [18, '小二'],
  [16, '三号'],
  [15, '小三'],
  [14, '四号'],
  [12, '小四'],
  [10.5, '五号'],
  [9, '小五'],
  [7.5, '六号'],
  [6.5, '小六'],
  [5.5, '七号'],
  [5, '八号'],
]

const FIGURES = '初一二三四五六七八'

export type LengthUnit = 'mm' | 'pt' | 'em' | 'column' | 'row'

const UNITS: Record<string, LengthUnit | 'cm' | 'in'> = {
  mm: 'mm',
  毫米: 'mm',
  cm: 'cm',
  厘米: 'cm',
  in: 'in',
  pt: 'pt',
  点: 'pt',
  磅: 'pt',
  em: 'em',
  字: 'em',
  栏: 'column',
  col: 'column',
  行: 'row',
  row: 'row',
}

/** Longest first, so that `毫米` is not read as something else. */
const UNIT_NAMES = Object.keys(UNITS).sort((a, b) => b.length - a.length)

/** In pt. A number without a unit has `unit`. Error: `length-unread`. */
export function parseLength(text: string, unit: LengthUnit, grid: PageGrid): Result<Pt> {
  const reader = new LengthReader(narrow(text), unit, grid)
  const value = reader.read()
  return value === undefined || !Number.isFinite(value)
    ? fail('length-unread', { params: { text } })
    : ok(value)
}

/** Full-width forms as ASCII, and the signs that stand for arithmetic. */
const narrow = (text: string): string =>
  text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\s]+/g, '')
    .replace(/[−–—]/g, '-')
    .replace(/×/g, '*')
    .replace(/÷/g, '/')
    .replace(/。/g, '.')
    .toLowerCase()

/** A quantity on its way: a length, or a bare number that becomes one, or a factor. */
interface Quantity {
  value: number
  bare: boolean
}

class LengthReader {
  private at = 0

  constructor(
    private readonly text: string,
    private readonly unit: LengthUnit,
    private readonly grid: PageGrid,
  ) {}

  read(): Pt | undefined {
    const sum = this.sum()
    return sum && this.at === this.text.length ? this.length(sum) : undefined
  }

  private length({ value, bare }: Quantity): Pt {
    return bare ? this.inUnit(value, this.unit) : value
  }

  private sum(): Quantity | undefined {
    let total = this.product()
    while (total && (this.text[this.at] === '+' || this.text[this.at] === '-')) {
      const sign = this.text[this.at++] === '+' ? 1 : -1
      const next = this.product()
      if (!next) return undefined
      if (total.bare && next.bare) total = { value: total.value + sign * next.value, bare: true }
      else total = { value: this.length(total) + sign * this.length(next), bare: false }
    }
    return total
  }

  private product(): Quantity | undefined {
    let total = this.term()
    while (total && (this.text[this.at] === '*' || this.text[this.at] === '/')) {
      const times = this.text[this.at++] === '*'
      const next = this.term()
      // A length times a length is no length.
      if (!next || (!next.bare && (!times || !total.bare))) return undefined
      const value = times ? total.value * next.value : total.value / next.value
      total = { value, bare: total.bare && next.bare }
    }
    return total
  }

  private term(): Quantity | undefined {
    if (this.text[this.at] === '-') {
      this.at++
      const term = this.term()
      return term && { value: -term.value, bare: term.bare }
    }
    if (this.text[this.at] === '(') {
      this.at++
      const sum = this.sum()
      return this.text[this.at++] === ')' ? sum : undefined
    }
    return this.hao() ?? this.number()
  }

  /** `5号`, `小5号`, `五号`, `小五`. */
  private hao(): Quantity | undefined {
    const found = /^(小)?([0-8初一二三四五六七八])(号)?/.exec(this.text.slice(this.at))
    if (!found || (!found[1] && !found[3])) return undefined
    const figure = found[2] as string
    const name = FIGURES.includes(figure) ? figure : FIGURES[Number(figure)]
    const size = HAO.find(([, known]) => known === (found[1] ? `小${name}` : `${name}号`))
    if (!size) return undefined
    this.at += found[0].length
    return { value: size[0], bare: false }
  }

  private number(): Quantity | undefined {
    const found = /^(\d+\.?\d*|\.\d+)/.exec(this.text.slice(this.at))
    if (!found) return undefined
    this.at += found[0].length
    const value = Number(found[0])
    const unit = UNIT_NAMES.find((name) => this.text.startsWith(name, this.at))
    if (unit === undefined) return { value, bare: true }
    this.at += unit.length
    return { value: this.inUnit(value, UNITS[unit] as LengthUnit), bare: false }
  }

  private inUnit(value: number, unit: LengthUnit | 'cm' | 'in'): Pt {
    switch (unit) {
      case 'mm':
        return mmToPt(value)
      case 'cm':
        return mmToPt(value * 10)
      case 'in':
        return value * 72
      case 'pt':
        return value
      case 'em':
        return value * this.grid.setup.bodyPt
      case 'column':
        return value <= 0 ? 0 : this.grid.spanWidth(value)
      case 'row':
        return value * this.grid.leading
    }
  }
}

/** `6–8`, `6-8`, `6 8` or `6`: the first and the last column, in order. Error: `length-unread`. */
export function parseSpan(text: string, most: number): Result<{ first: number; last: number }> {
  const figures = narrow(text).match(/\d+/g)?.map(Number) ?? []
  const [one, other = one] = figures
  const rest = text.normalize('NFKC').replace(/[\d\s栏–—−\-~～至到,，]/g, '')
  if (one === undefined || other === undefined || figures.length > 2 || rest !== '')
    return fail('length-unread', { params: { text } })
  const [first, last] = [Math.min(one, other), Math.max(one, other)]
  return first < 1 || last > most ? fail('length-unread', { params: { text } }) : ok({ first, last })
}
