/** Takes out of a page what leads to records that are no longer there; text keeps its place with another style. */
import type { Frame, PageDoc, Story } from '../schema.ts'
import type { Lost } from './lost.ts'

export function mendReferences(doc: PageDoc, faces: readonly string[], lost: Lost[]): PageDoc {
  const swatch = (name: string): string => (name in doc.swatches ? name : 'black')
  const face = (name: string): string => (faces.includes(name) ? name : (faces[0] ?? name))
  const preset = (name: string): string => (name in doc.presets ? name : 'kjrb')
  const styled: PageDoc = {
    ...doc,
    paragraphStyles: mapValues(doc.paragraphStyles, (style) => ({
      ...style,
      face: face(style.face),
      swatch: swatch(style.swatch),
      preset: preset(style.preset),
    })),
    characterStyles: mapValues(doc.characterStyles, (style) => ({
      ...style,
      ...(style.face !== undefined && { face: face(style.face) }),
      ...(style.swatch !== undefined && { swatch: swatch(style.swatch) }),
    })),
  }
  const frames = mendFrames(styled, lost)
  const framed = { ...styled, frames }
  return {
    ...framed,
    stories: mapValues(framed.stories, (story, id) => mendStory(framed, id, story, lost)),
    articles: mapValues(framed.articles, (article) => ({
      ...article,
      stories: article.stories.filter((id) => id in framed.stories),
    })),
  }
}

function mendFrames(doc: PageDoc, lost: Lost[]): PageDoc['frames'] {
  const frames: PageDoc['frames'] = {}
  for (const [id, frame] of Object.entries(doc.frames)) {
    if (frame.kind === 'text' && !(frame.story in doc.stories)) lost.push({ kind: 'frames', name: id })
    else frames[id] = mendFrame(doc, frame)
  }
  return frames
}

function mendFrame(doc: PageDoc, frame: Frame): Frame {
  const mended: Record<string, unknown> = { ...frame }
  const drop = (field: string, table: Record<string, unknown>) => {
    if (mended[field] !== undefined && !((mended[field] as string) in table)) delete mended[field]
  }
  drop('article', doc.articles)
  drop('asset', doc.assets ?? {})
  drop('fill', doc.swatches)
  if (frame.kind === 'rule') mended.stroke = frame.stroke in doc.swatches ? frame.stroke : 'black'
  else drop('stroke', doc.swatches)
  return mended as Frame
}

function mendStory(doc: PageDoc, id: string, story: Story, lost: Lost[]): Story {
  const { preset, article, captionOf, ...rest } = story
  const isOwn = (name: string): boolean => {
    const frame = doc.frames[name]
    return frame?.kind === 'text' && frame.story === id
  }
  const known = (style: string): string => {
    if (style in doc.paragraphStyles) return style
    if (!lost.some(({ kind, name }) => kind === 'paragraphStyles' && name === style))
      lost.push({ kind: 'paragraphStyles', name: style })
    return 'body'
  }
  return {
    ...rest,
    ...(preset !== undefined && preset in doc.presets && { preset }),
    ...(article !== undefined && article in doc.articles && { article }),
    ...(captionOf !== undefined && captionOf in doc.frames && { captionOf }),
    frames: story.frames.filter(isOwn),
    paragraphs: story.paragraphs.map((paragraph) => ({
      ...paragraph,
      style: known(paragraph.style),
      runs: paragraph.runs.map(({ text, style }) =>
        style !== undefined && style in doc.characterStyles ? { text, style } : { text },
      ),
    })),
  }
}

const mapValues = <T, R>(table: Record<string, T>, change: (value: T, key: string) => R): Record<string, R> =>
  Object.fromEntries(Object.entries(table).map(([key, value]) => [key, change(value, key)]))
