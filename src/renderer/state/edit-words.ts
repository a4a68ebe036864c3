/** Edits of the page in words. */
import type { PageEdit } from '../../core/doc/edits.ts'
import type { Story } from '../../core/doc/schema.ts'
import { isMessage } from '../../shared/messages.ts'
import type { Say } from './words.ts'

export function describeEdit(edit: PageEdit, say: Say): string {
  switch (edit.op) {
    case 'copyfit':
      return say(edit.records.length > 0 ? 'edit.copyfit' : 'edit.no-copyfit', { n: edit.paragraph + 1 })
    case 'fit':
      return edit.fit ? say('edit.fit', { fit: fitText(edit.fit, say) }) : say('edit.no-fit')
    case 'preset':
      return edit.preset === undefined
        ? say('edit.no-preset')
        : say('edit.preset', { name: presetName(edit.preset, say) })
    case 'define-preset':
      return say('edit.define-preset', { name: presetName(edit.name, say) })
  }
}

export function describeEdits(edits: readonly PageEdit[], say: Say): string {
  const [first, ...more] = edits
  if (!first) return ''
  const text = describeEdit(first, say)
  return more.length > 0 ? say('review.did.more', { text, n: more.length }) : text
}

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
