/** Days of the common calendar and their weekdays. */

export interface Day {
  year: number
  month: number
  day: number
}

const WEEKDAYS = '日一二三四五六'

/** 2025-03-17 or 2025年3月17日; undefined for any other text. */
export function dayOf(text: string): Day | undefined {
  const match = /^\s*(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?\s*$/u.exec(text)
  return match ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : undefined
}

/** 一 to 六 and 日; undefined for a day that there is not. */
export function weekdayOf({ year, month, day }: Day): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  return WEEKDAYS[date.getUTCDay()]
}
