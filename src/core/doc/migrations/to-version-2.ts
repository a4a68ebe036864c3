/**
 * 1 → 2: presets say all of composition. Version 1 had one width for figures, one list of marks that a line may
 * squeeze, and one way of breaking; everything else was the program's. Each of those choices is written down as
 * version 1 made it, so that a page keeps its lines.
 */
import { type Json, mapRecords, objectOf } from './json.ts'

export function presetsFromOneWidth(page: Json): Json {
  return {
    ...page,
    schema: 'banxin.page/2',
    stories: mapRecords(page.stories, markRecords),
    presets: mapRecords(page.presets, spellOut),
  }
}

/** Version 1 made records only by bringing printed lines back. */
function markRecords(story: Json): Json {
  if (!Array.isArray(story.paragraphs)) return story
  const paragraphs = story.paragraphs.map((paragraph: unknown) => {
    const known = objectOf(paragraph)
    if (!known || !Array.isArray(known.copyfit)) return paragraph
    const copyfit = known.copyfit.map((record: unknown) => ({ ...objectOf(record), by: 'print' }))
    return { ...known, copyfit }
  })
  return { ...story, paragraphs }
}

function spellOut(preset: Json): Json {
  const { digitEm, gapBeforeFiguresEm, squeezable, squeezedEm, ...kept } = preset
  const marks = typeof squeezable === 'string' ? squeezable : ''
  return {
    ...kept,
    figures: digitEm === 0.5 ? 'half' : digitEm === 1 ? 'full' : 'proportional',
    interpunctEm: 1,
    gaps: { beforeFigures: gapBeforeFiguresEm, afterFigures: 0, beforeWords: 0, afterWords: 0 },
    datelineGapEm: 0.25,
    squeezes: marks === '' ? [] : [{ what: 'marks', marks, toEm: squeezedEm }],
    stretches: [],
    tightEm: squeezedEm,
    adjacent: 'as-needed',
    trimLineStart: false,
    breaking: 'first-fit',
    orphanControl: false,
    hyphenate: false,
    copyfit: { leastEm: -0.05, mostEm: 0.06, leastLeading: 0.94, mostLeading: 1.08 },
  }
}
