/** Pictures: there, fine enough, in the right colours, filling their frames, with captions and photographers. */
import type { PictureItem } from '../../compose/composition.ts'
import type { PictureFrame, Story } from '../../doc/schema.ts'
import { type Box, overlap } from '../../geometry.ts'
import { ptToMm } from '../../units.ts'
import { deleteFrame, withFrame } from '../fixes.ts'
import type { Fix, Found } from '../issue.ts'
import type { PageView, PictureFact } from '../view.ts'

export function checkPictures(view: PageView): Found[] {
  const items = new Map(view.itemsOf('picture').map((item) => [item.frame, item]))
  return view.shownFrames.flatMap(([id, frame]): Found[] => {
    if (frame.kind !== 'picture') return []
    if (frame.asset === undefined) return [emptyFrame(view, id, frame)]
    const name = view.doc.assets?.[frame.asset]?.name ?? frame.asset
    const item = items.get(id)
    const fact = view.facts.pictures?.[frame.asset]
    if (!item || (view.facts.pictures && !fact))
      return [
        { rule: 'picture-missing', key: frame.asset, at: view.atFrame(id), params: { name, asset: name } },
      ]
    const about = { view, id, asset: frame.asset, name, item }
    return [...resolution(about, fact), ...(fact ? colours(about, fact) : []), ...white(about, frame)]
  })
}

function emptyFrame(view: PageView, id: string, { width, height }: Box): Found {
  const params = { width: ptToMm(width).toFixed(1), height: ptToMm(height).toFixed(1) }
  return { rule: 'picture-empty', key: id, at: view.atFrame(id), params, fix: deleteFrame(id, 'leave-blank') }
}

interface About {
  view: PageView
  id: string
  asset: string
  name: string
  item: PictureItem
}

function resolution({ view, id, asset, name, item }: About, fact: PictureFact | undefined): Found[] {
  const { leastPpi, ppi: wanted, lineArtPpi } = view.profile.limits
  const ppi = Math.round(item.ppi)
  const found = (
    rule: 'picture-ppi' | 'picture-ppi-low' | 'picture-line-art-ppi',
    limit: number,
  ): Found[] => [{ rule, key: `${id}:${asset}:${ppi}`, at: view.atFrame(id), params: { name, ppi, limit } }]
  if (fact?.colour === 'bilevel') return ppi < lineArtPpi ? found('picture-line-art-ppi', lineArtPpi) : []
  if (ppi < leastPpi) return found('picture-ppi', leastPpi)
  return ppi < wanted ? found('picture-ppi-low', wanted) : []
}

function colours(
  { view, id, asset, name }: About,
  { colour, profiled, seeThrough, origin }: PictureFact,
): Found[] {
  const at = view.atFrame(id)
  const found: Found[] = []
  const key = `${id}:${asset}`
  if (colour === 'rgb') found.push({ rule: 'picture-rgb', key, at, params: { name } })
  if (!profiled && colour !== 'bilevel' && colour !== 'gray')
    found.push({ rule: 'picture-no-profile', key, at, params: { name } })
  if (seeThrough) found.push({ rule: 'picture-alpha', key, at, params: { name } })
  if (origin)
    found.push({ rule: 'picture-file-changed', key: `${key}:${origin}`, at, params: { name, why: origin } })
  return found
}

/** A picture that does not reach all its frame's edges, though it was not fitted into it. */
function white({ view, id, name, item }: About, frame: PictureFrame): Found[] {
  if (
    frame.placement?.fit === 'fit' &&
    frame.placement.zoom >= 1 &&
    !frame.placement.dx &&
    !frame.placement.dy
  )
    return []
  const { x, y, width, height } = item.box
  const corners = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ] as const
  if (corners.every(([cx, cy]) => inside(item, cx, cy))) return []
  const fix: Fix = {
    name: 'fill-frame',
    apply: (doc) =>
      withFrame(doc, id, (each) => {
        if (each.kind !== 'picture') return each
        const { placement: _, ...rest } = each
        return rest
      }),
  }
  return [
    {
      rule: 'picture-leaves-white',
      key: `${id}:${frame.asset}`,
      at: view.atFrame(id),
      params: { name },
      fix,
    },
  ]
}

/** Whether a place of the page lies in the picture's unit square, up to half a point. */
function inside({ transform: [a, b, c, d, e, f] }: PictureItem, px: number, py: number): boolean {
  const determinant = a * d - b * c
  const [dx, dy] = [px - e, py - f]
  const u = (d * dx - c * dy) / determinant
  const v = (a * dy - b * dx) / determinant
  const [slackU, slackV] = [0.5 / Math.hypot(a, b), 0.5 / Math.hypot(c, d)]
  return u >= -slackU && u <= 1 + slackU && v >= -slackV && v <= 1 + slackV
}

/** The same picture in two frames. */
export function checkPicturesTwice(view: PageView): Found[] {
  const first = new Map<string, string>()
  return view.shownFrames.flatMap(([id, frame]): Found[] => {
    if (frame.kind !== 'picture' || frame.asset === undefined) return []
    const before = first.get(frame.asset)
    if (before === undefined) {
      first.set(frame.asset, id)
      return []
    }
    const name = view.doc.assets?.[frame.asset]?.name ?? frame.asset
    return [{ rule: 'picture-twice', key: `${frame.asset}:${id}`, at: view.atFrame(id), params: { name } }]
  })
}

/** How far a caption stands from its picture. */
const NEAR_PT = 24
const PHOTOGRAPHER =
  /摄|供图|图片?[/／：:]|图片?由|图片来源|图\/|绘|制图|新华社|中新社|视觉中国|资料(?:图|照)片|本报记者|AI生成/u

export function checkCaptions(view: PageView): Found[] {
  const captions = view.stories.filter(([, { role }]) => role === 'caption')
  const pictures = view.shownFrames.filter(([, { kind }]) => kind === 'picture')
  const own = new Map(
    pictures.map(([id, frame]) => [id, captions.filter(([, story]) => belongs(view, story, id, frame))]),
  )
  return [
    ...pictures.flatMap(([id]): Found[] =>
      own.get(id)!.length > 0 ? [] : [{ rule: 'caption-missing', key: id, at: view.atFrame(id) }],
    ),
    ...captions.flatMap(([id, story]): Found[] => unsigned(view, id, story)),
  ]
}

function belongs(view: PageView, story: Story, pictureId: string, picture: Box): boolean {
  if (story.captionOf !== undefined) return story.captionOf === pictureId
  const near: Box = {
    x: picture.x - NEAR_PT,
    y: picture.y - NEAR_PT,
    width: picture.width + 2 * NEAR_PT,
    height: picture.height + 2 * NEAR_PT,
  }
  return story.frames.some((id) => {
    const frame = view.doc.frames[id]
    return frame !== undefined && overlap(frame, near)
  })
}

function unsigned(view: PageView, id: string, story: Story): Found[] {
  const text = view.textOf(story)
  if (text.trim() === '' || PHOTOGRAPHER.test(text)) return []
  const last = story.paragraphs.length - 1
  const end = view.textOf({ ...story, paragraphs: story.paragraphs.slice(-1) }).length
  return [
    {
      rule: 'caption-no-photographer',
      key: `${id}:${text.slice(0, 12)}`,
      at: { ...view.atStory(id), paragraph: last, start: 0, end },
      params: { text: text.slice(0, 12) },
    },
  ]
}
