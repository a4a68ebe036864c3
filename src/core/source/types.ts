/** What was read from a file, line by line, nothing changed: every later stage points back into it. */
export interface SourceText {
  /** The file's name without its folder, for messages. */
  name: string
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'
  /** Verbatim lines without their line ends; a form feed ends a line too. Line numbers count from 1. */
  lines: readonly string[]
}

/** A stretch of one source line: `line` counts from 1, `start` and `end` are UTF-16 offsets, end exclusive. */
export interface Span {
  line: number
  start: number
  end: number
}
