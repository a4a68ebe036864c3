/** Chinese numerals and figures, as far as dates and approximate numbers need them. */

const DIGITS = '〇一二三四五六七八九'

/** 二〇二五, 二零二五 or 二○二五 to 2025, digit by digit. */
export const figuresOf = (digits: string): string =>
  [...digits].map((digit) => (/[零○◯〇]/u.test(digit) ? '0' : String(DIGITS.indexOf(digit)))).join('')

/** 十七 to 17, 二十 to 20; NaN for what is no number below 100. */
export function smallNumber(numeral: string): number {
  const match = /^(?:([二三四五六七八九])?(十))?([一二三四五六七八九])?$/u.exec(numeral)
  if (!match || numeral === '') return Number.NaN
  const tens = match[2] ? (match[1] ? DIGITS.indexOf(match[1]) : 1) : 0
  return tens * 10 + (match[3] ? DIGITS.indexOf(match[3]) : 0)
}

/** 10 to 十, 300 to 三百: a figure and noughts only; undefined for other numbers. */
export function roundNumeral(figures: string): string | undefined {
  const match = /^([1-9])(0{1,4})$/.exec(figures)
  if (!match) return undefined
  const unit = ['十', '百', '千', '万'][match[2]!.length - 1]!
  return unit === '十' && match[1] === '1' ? unit : `${DIGITS[Number(match[1])]}${unit}`
}

/** 5 to 五: one figure. */
export const numeralOf = (figure: string): string => DIGITS[Number(figure)]!
