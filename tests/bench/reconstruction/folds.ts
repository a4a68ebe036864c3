/** Deals source articles into folds by their ids, as cards are dealt: the first to the first fold. */
export function dealFolds(ids: Iterable<string>, folds: number): string[][] {
  const sorted = [...new Set(ids)].sort()
  return Array.from({ length: folds }, (_, fold) => sorted.filter((_, i) => i % folds === fold))
}
