/** Holds each record of a page against its own schema: one that is wrong costs itself, and no other. */
import * as v from 'valibot'
import { type Json, objectOf } from '../migrations/json.ts'
import { PRESETS } from '../presets.ts'
import { type PageDoc, PageDocSchema } from '../schema.ts'
import type { Lost } from './lost.ts'
import { STAND_INS } from './stand-ins.ts'

const { entries } = PageDocSchema
const TABLES = {
  articles: entries.articles,
  frames: entries.frames,
  paragraphStyles: entries.paragraphStyles,
  characterStyles: entries.characterStyles,
  swatches: entries.swatches,
  presets: entries.presets,
  assets: entries.assets.wrapped,
} as const

/** Undefined when not even the size of the page and its grid can be read. */
export function keepValid(page: Json, lost: Lost[]): PageDoc | undefined {
  const setup = v.safeParse(entries.setup, page.setup)
  if (!setup.success) return undefined
  const table = (name: keyof typeof TABLES) =>
    keepRecords(name, TABLES[name].key, TABLES[name].value, page[name], lost)
  const kept = {
    ...keepFields(page),
    schema: 'banxin.page/3',
    setup: setup.output,
    meta: keepMeta(page.meta),
    articles: table('articles'),
    stories: keepStories(page.stories, lost),
    frames: table('frames'),
    paragraphStyles: withStandIns('paragraphStyles', table('paragraphStyles'), lost),
    characterStyles: table('characterStyles'),
    swatches: withStandIns('swatches', table('swatches'), lost),
    presets: { ...PRESETS, ...table('presets') },
    ...(objectOf(page.assets) && { assets: table('assets') }),
  }
  const doc = v.safeParse(PageDocSchema, kept)
  return doc.success ? doc.output : undefined
}

function withStandIns(kind: keyof typeof STAND_INS, table: Json, lost: Lost[]): Json {
  for (const name of Object.keys(STAND_INS[kind])) {
    if (!(name in table) && !lost.some((each) => each.kind === kind && each.name === name))
      lost.push({ kind, name })
  }
  return { ...STAND_INS[kind], ...table }
}

function keepRecords(
  kind: string,
  key: v.GenericSchema,
  value: v.GenericSchema,
  table: unknown,
  lost: Lost[],
): Json {
  const kept: Json = {}
  for (const [name, record] of Object.entries(objectOf(table) ?? {})) {
    const good = v.safeParse(value, record)
    if (good.success && v.is(key, name)) kept[name] = good.output
    else lost.push({ kind, name })
  }
  return kept
}

/** A story keeps what is right of it: its paragraphs are what cannot be had again. */
function keepStories(table: unknown, lost: Lost[]): Json {
  const stories = Object.entries(objectOf(table) ?? {}).map(([id, story]): [string, unknown] => {
    const known = objectOf(story)
    if (!known || !Array.isArray(known.paragraphs)) return [id, story]
    const good = known.paragraphs.filter((each: unknown) => v.is(PARAGRAPH, each))
    if (good.length < known.paragraphs.length) lost.push({ kind: 'paragraphs', name: id })
    return [id, { ...known, paragraphs: good }]
  })
  return keepRecords('stories', entries.stories.key, entries.stories.value, Object.fromEntries(stories), lost)
}

const PARAGRAPH = entries.stories.value.entries.paragraphs.item

/** What may be left out is left out where it is wrong. */
function keepFields(page: Json): Json {
  const optional = { ...entries } as Record<string, v.GenericSchema>
  return Object.fromEntries(
    Object.entries(page).filter(([name, value]) => {
      const schema = optional[name]
      return schema !== undefined && !(name in TABLES) && v.is(schema, value)
    }),
  )
}

function keepMeta(meta: unknown): Json {
  return Object.fromEntries(
    Object.entries(objectOf(meta) ?? {}).filter(([, value]) => typeof value === 'string'),
  )
}
