import type { PageDoc } from './schema.ts'

/** The page with those pictures alone that some frame shows; none at all is no table. */
export function withUsedAssets(doc: PageDoc): PageDoc {
  const { assets, ...rest } = doc
  if (assets === undefined) return doc
  const shown = new Set(
    Object.values(doc.frames).map((frame) => (frame.kind === 'picture' ? frame.asset : undefined)),
  )
  const all = Object.entries(assets)
  const used = all.filter(([id]) => shown.has(id))
  if (used.length === 0) return rest
  return used.length === all.length ? doc : { ...rest, assets: Object.fromEntries(used) }
}
