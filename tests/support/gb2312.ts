/** The characters of GB/T 2312 by its rows and cells. */

/** The cells in use of rows 1 to 9: first and last of each stretch. */
const SYMBOL_ROWS: [row: number, ...stretches: [first: number, last: number][]][] = [
  [1, [1, 94]],
  [2, [17, 66], [69, 78], [81, 92]],
  [3, [1, 94]],
  [4, [1, 83]],
  [5, [1, 86]],
  [6, [1, 24], [33, 56]],
  [7, [1, 33], [49, 81]],
  [8, [1, 26], [37, 73]],
  [9, [4, 79]],
]

const decoder = new TextDecoder('gb18030', { fatal: true })
const at = (row: number, cell: number) => decoder.decode(new Uint8Array([0xa0 + row, 0xa0 + cell]))
const cells = (row: number, first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => at(row, first + i))

export function gb2312(): { han: string[]; others: string[] } {
  const others = SYMBOL_ROWS.flatMap(([row, ...stretches]) =>
    stretches.flatMap(([first, last]) => cells(row, first, last)),
  )
  // Level one ends five cells before the end of row 55.
  const rows = Array.from({ length: 72 }, (_, i) => 16 + i)
  const han = rows.flatMap((row) => cells(row, 1, row === 55 ? 89 : 94))
  return { han, others }
}
