/** Figures of frames and styles as the inspector gives them. */
import type { ParagraphStyle } from '../../core/doc/schema.ts'
import { HAO } from '../../core/edit/length.ts'
import type { Span } from '../../core/source/types.ts'
import { ptToMm } from '../../core/units.ts'
import type { MessageKey } from '../../shared/messages.ts'
import type { FrameEntry } from '../state/page-model.ts'
import type { Say } from '../state/words.ts'

export const mm = (pt: number): string => ptToMm(pt).toFixed(1)

export const trimmed = (value: number, digits = 2): string => String(Number(value.toFixed(digits)))

export const haoOf = (pt: number): string | undefined => HAO.find(([size]) => Math.abs(size - pt) < 0.05)?.[1]

/** `song-400` as people say it: 宋体 400. */
export function faceName(face: string, say: Say): string {
  const [family = '', weight = ''] = face.split('-')
  const known: Record<string, MessageKey> = { song: 'face.song', hei: 'face.hei', kai: 'face.kai' }
  const key = known[family]
  return key ? `${say(key)} ${weight}`.trim() : face
}

/** The style that most of the frame's lines have; undefined for frames without text. */
export function mainStyle(
  frame: FrameEntry,
  styles: Record<string, ParagraphStyle>,
): ParagraphStyle | undefined {
  const counts = new Map<string, number>()
  for (const line of frame.lines) {
    const style = frame.story?.story.paragraphs[line.paragraph]?.style
    if (style !== undefined) counts.set(style, (counts.get(style) ?? 0) + 1)
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most && styles[most[0]]
}

/** The first and last source line of the paragraphs that stand in these frames. */
export function sourceRange(frames: readonly FrameEntry[]): { from: number; to: number } | undefined {
  const spans: Span[] = frames.flatMap((frame) => {
    const seen = new Set(frame.lines.map((line) => line.paragraph))
    return [...seen].flatMap((paragraph) => frame.story?.story.paragraphs[paragraph]?.from ?? [])
  })
  if (spans.length === 0) return undefined
  const lines = spans.map((span) => span.line)
  return { from: Math.min(...lines), to: Math.max(...lines) }
}
