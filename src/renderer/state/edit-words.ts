/** Copyfit and presets in words. */
import type { Story } from '../../core/doc/schema.ts'
import { isMessage } from '../../shared/messages.ts'
import type { Say } from './words.ts'

/** 字距 −8‰ em，行距 13.2 pt */
export function fitText({ trackingEm, leadingPt }: NonNullable<Story['fit']>, say: Say): string {
  const parts = [
    ...(trackingEm === 0 ? [] : [say('copyfit.tracking', { em: perMille(trackingEm) })]),
    ...(leadingPt === undefined
      ? []
      : [say('copyfit.leading', { pt: String(Number(leadingPt.toFixed(2))) })]),
  ]
  return parts.join(say('copyfit.and'))
}

/** Tracking as layout artists give it, in thousandths of an em: `−8‰ em`. */
export const perMille = (em: number): string =>
  `${em < 0 ? '−' : '+'}${Number((Math.abs(em) * 1000).toFixed(1))}‰ em`

/** 报社规则（kjrb）; a house's own presets have only the name it gave them. */
export function presetName(name: string, say: Say): string {
  const key = `preset-name.${name}`
  return isMessage(key) ? say(key) : name
}
