/** Pictures among the modules: they keep off each other, and do not all lie on one side of the page. */
import type { Finding, Module } from '../types.ts'
import { WEIGHTS } from '../weights.ts'
import { flaw, type PageView, type Rule } from './view.ts'

interface Picture {
  module: Module
  left: number
  right: number
  top: number
  bottom: number
}

function picturesOf({ modules, columnEm, gutterEm }: PageView): Picture[] {
  return modules.flatMap((module) =>
    module.shape.pictures.map(({ xEm, widthEm, row, rows }): Picture => {
      const left = module.column * (columnEm + gutterEm) + xEm
      const top = module.row + row
      return { module, left, right: left + widthEm, top, bottom: top + rows }
    }),
  )
}

export const picturesApart: Rule = (page) => {
  const pictures = picturesOf(page)
  const findings: Finding[] = []
  pictures.forEach((a, i) => {
    for (const b of pictures.slice(i + 1)) {
      if (a.module === b.module) continue
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
      const side = down > 2 && across <= 0 && across > -page.gutterEm - 0.01
      const stacked = across > 0 && down <= 0 && down >= -2
      if (side || stacked)
        findings.push(flaw('pictures-touch', [a.module.article, b.module.article], WEIGHTS.picturesTouch))
    }
  })
  return findings
}

export const picturesSpread: Rule = (page) => {
  const pictures = picturesOf(page)
  if (new Set(pictures.map(({ module }) => module)).size < 2) return []
  const width = page.columns * (page.columnEm + page.gutterEm) - page.gutterEm
  const across = pictures.map(({ left, right }) => (left + right) / 2 / width)
  const down = pictures.map(({ top, bottom }) => (top + bottom) / 2 / page.rows)
  const oneSided = (places: number[]) => places.every((at) => at < 0.5) || places.every((at) => at > 0.5)
  return oneSided(across) || oneSided(down) ? [flaw('pictures-on-one-side', [], WEIGHTS.picturesOneSide)] : []
}
