/** Whether two JSON values are the same, in whatever order their fields stand; a field that is undefined is none. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((each, i) => same(each, b[i]))
    )
  }
  const [first, second] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const keys = new Set([...Object.keys(first), ...Object.keys(second)])
  return [...keys].every((key) => same(first[key], second[key]))
}
