/** What an input method composes may be longer than its line. */

interface Piece {
  text: string
  /** Of its first character in the string. */
  start: number
}

/** The string in pieces: the first as wide as the rest of its line, the others as wide as a line. */
export function piecesOf(
  text: string,
  room: { first: number; line: number },
  widthOf: (text: string) => number,
): Piece[] {
  const pieces: Piece[] = [{ text: '', start: 0 }]
  let start = 0
  for (const character of text) {
    const piece = pieces.at(-1) as Piece
    const most = pieces.length === 1 ? room.first : room.line
    // A line holds one character at the least, or the string would never end.
    const breaks = widthOf(piece.text + character) > most && (piece.text !== '' || pieces.length === 1)
    if (breaks) pieces.push({ text: character, start })
    else piece.text += character
    start += character.length
  }
  return pieces
}
