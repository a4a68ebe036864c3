/**
 * Seeded chance: every page of a run is drawn from its own generator, so a page
 * comes out the same whatever was drawn before it.
 */

/** A mulberry32 generator with the few ways of drawing the bench needs. */
export function makeRng(seed) {
  let state = seed >>> 0
  /** @returns {number} uniform in [0, 1) */
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (low, high) => low + Math.floor(next() * (high - low + 1))
  const pick = (list) => list[int(0, list.length - 1)]
  const chance = (p) => next() < p
  const between = (low, high) => low + next() * (high - low)
  /** Draws a key of `{ key: weight }`. */
  const weighted = (weights) => {
    const entries = Object.entries(weights)
    let left = next() * entries.reduce((sum, [, w]) => sum + w, 0)
    for (const [key, weight] of entries) {
      left -= weight
      if (left < 0) return key
    }
    return entries[entries.length - 1][0]
  }
  const shuffle = (list) => {
    const out = [...list]
    for (let i = out.length - 1; i > 0; i--) {
      const j = int(0, i)
      ;[out[i], out[j]] = [out[j], out[i]]
    }
    return out
  }
  return { next, int, pick, chance, between, weighted, shuffle }
}
