/** Times as a desk says them. */
import type { Say } from '../state/words.ts'

const two = (n: number): string => String(n).padStart(2, '0')

/** `14:32` */
export function timeOf(ms: number): string {
  const date = new Date(ms)
  return `${two(date.getHours())}:${two(date.getMinutes())}`
}

/** `14:31:07` */
export const timeWithSeconds = (ms: number): string => `${timeOf(ms)}:${two(new Date(ms).getSeconds())}`

/** `今天 11:42`, `昨天 21:08`, `3月8日`. */
export function dayOf(ms: number, nowMs: number, language: 'zh' | 'en', say: Say): string {
  const days = Math.round((startOfDay(nowMs) - startOfDay(ms)) / 86_400_000)
  if (days === 0) return say('recents.today', { time: timeOf(ms) })
  if (days === 1) return say('recents.yesterday', { time: timeOf(ms) })
  return new Date(ms).toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    month: 'long',
    day: 'numeric',
  })
}

const startOfDay = (ms: number): number => new Date(ms).setHours(0, 0, 0, 0)
