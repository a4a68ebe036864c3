/**
 * Faults sown into page 08, each by its own hand: the rule that must find it, and the page made wrong in that one
 * thing. The page that they are sown into is page 08 as an editor would leave it: pictures placed and signed, the
 * advertisement in, the date range mended.
 */
import { withFrames, withStories } from '../../src/core/doc/commands/command.ts'
import { replaceFound } from '../../src/core/doc/commands/find.ts'
import { paragraphText } from '../../src/core/doc/paragraph-text.ts'
import type { Asset, Frame, PageDoc, Paragraph, Story } from '../../src/core/doc/schema.ts'
import { NEWSPRINT, type Profile } from '../../src/core/preflight/profile.ts'
import type { RuleId } from '../../src/core/preflight/rules.ts'
import type { PageFacts, PictureFact } from '../../src/core/preflight/view.ts'

export interface Sown {
  doc: PageDoc
  facts: PageFacts
  profile: Profile
}

export interface Fault {
  rule: RuleId
  what: string
  sow(page: Sown): Sown
}

const PHOTO: Asset = {
  sha256: 'a'.repeat(64),
  name: 'hall.jpg',
  mime: 'image/jpeg',
  widthPx: 1000,
  heightPx: 712,
}
const GOOD: PictureFact = { colour: 'cmyk', profiled: true, seeThrough: false }
const FACES = ['song-400', 'song-700', 'song-900', 'hei-500', 'hei-700', 'kai-500']

export function cleanPage(page08: PageDoc): Sown {
  const { ad: _, ...frames } = page08.frames
  let doc: PageDoc = { ...page08, frames, assets: { one: PHOTO, two: { ...PHOTO, sha256: 'b'.repeat(64) } } }
  doc = frame(doc, 'a4-picture-1', { asset: 'one' })
  doc = frame(doc, 'a4-picture-2', { asset: 'two' })
  doc = put(doc, '7-8日', '7—8日')
  doc = append(doc, 'a4-caption-1', '（王新明摄）')
  doc = append(doc, 'a4-caption-2', '（王新明摄）')
  const fonts = Object.fromEntries(FACES.map((face) => [face, { name: face, fsType: 0 }]))
  const profile = { ...NEWSPRINT, limits: { ...NEWSPRINT.limits, looseEm: 0.4 } }
  return { doc, facts: { fonts, pictures: { one: GOOD, two: GOOD } }, profile }
}

/** Puts a text in the place of the first that reads so, anywhere on the page. */
function put(doc: PageDoc, was: string, now: string): PageDoc {
  for (const [story, { paragraphs }] of Object.entries(doc.stories)) {
    for (const [paragraph, each] of paragraphs.entries()) {
      const start = paragraphText(each).indexOf(was)
      if (start < 0) continue
      const end = start + was.length
      return replaceFound(doc, [{ story, paragraph, start, end, text: was, replacement: now }])
    }
  }
  throw new Error(`page 08 does not say ${was}`)
}

const frame = (doc: PageDoc, id: string, change: Partial<Frame>): PageDoc => {
  const old = doc.frames[id]
  if (!old) throw new Error(`page 08 has no frame ${id}`)
  return withFrames(doc, { [id]: { ...old, ...change } as Frame })
}

const story = (doc: PageDoc, id: string, change: (story: Story) => Partial<Story>): PageDoc => {
  const old = doc.stories[id]
  if (!old) throw new Error(`page 08 has no story ${id}`)
  return withStories(doc, { [id]: { ...old, ...change(old) } })
}

const paragraph = (text: string, style = 'body'): Paragraph => ({
  style,
  runs: text === '' ? [] : [{ text }],
})

const append = (doc: PageDoc, id: string, text: string): PageDoc =>
  story(doc, id, ({ paragraphs }) => {
    const last = paragraphs.at(-1)
    if (!last) return { paragraphs: [paragraph(text)] }
    return { paragraphs: [...paragraphs.slice(0, -1), { ...last, runs: [...last.runs, { text }] }] }
  })

const swatch = (doc: PageDoc, name: string, change: Partial<PageDoc['swatches'][string]>): PageDoc => {
  const old = doc.swatches[name]
  if (!old) throw new Error(`page 08 has no swatch ${name}`)
  return { ...doc, swatches: { ...doc.swatches, [name]: { ...old, ...change } } }
}

const style = (doc: PageDoc, name: string, change: Partial<PageDoc['paragraphStyles'][string]>): PageDoc => {
  const old = doc.paragraphStyles[name]
  if (!old) throw new Error(`page 08 has no style ${name}`)
  return { ...doc, paragraphStyles: { ...doc.paragraphStyles, [name]: { ...old, ...change } } }
}

const inDoc =
  (change: (doc: PageDoc) => PageDoc) =>
  (page: Sown): Sown => ({ ...page, doc: change(page.doc) })

const inPicture =
  (change: Partial<PictureFact>) =>
  (page: Sown): Sown => ({
    ...page,
    facts: { ...page.facts, pictures: { ...page.facts.pictures, one: { ...GOOD, ...change } } },
  })

const asset = (doc: PageDoc, change: Partial<Asset>): PageDoc => ({
  ...doc,
  assets: { ...doc.assets, one: { ...PHOTO, ...change } },
})

const fault = (rule: RuleId, what: string, sow: Fault['sow']): Fault => ({ rule, what, sow })
const says = (rule: RuleId, was: string, now: string): Fault =>
  fault(
    rule,
    `${was} → ${now}`,
    inDoc((doc) => put(doc, was, now)),
  )

/** Print: what the press or the reader's eye would show. */
const PRINT: Fault[] = [
  fault(
    'overset',
    'a body frame two rows too short',
    inDoc((doc) => frame(doc, 'a3-body-2', { height: 175.5 })),
  ),
  says('missing-glyph', '振兴', '振\u{10fff0}'),
  fault(
    'line-overfull',
    'a frame narrower than a character',
    inDoc((doc) => frame(doc, 'a3-kicker', { width: 9 })),
  ),
  fault(
    'glyph-fallback',
    'a character that the face lacks',
    inDoc((doc) => put(style(doc, 'caption', { face: 'fang-400' }), '招聘会现场气氛', '㑇会现场气氛')),
  ),
  fault('font-missing', 'a face that is not there', ({ facts, ...page }) => ({
    ...page,
    facts: {
      ...facts,
      fonts: { ...facts.fonts, 'kai-500': undefined } as unknown as NonNullable<PageFacts['fonts']>,
    },
  })),
  fault('font-licence', 'a face that may not be embedded', ({ facts, ...page }) => ({
    ...page,
    facts: { ...facts, fonts: { ...facts.fonts, 'kai-500': { name: '某楷体', fsType: 2 } } },
  })),
  fault(
    'text-rich-black',
    'black of four inks',
    inDoc((doc) => swatch(doc, 'black', { cmyk: [60, 50, 50, 70] })),
  ),
  fault(
    'text-too-small',
    'captions of 5 pt',
    inDoc((doc) => style(doc, 'caption', { sizePt: 5 })),
  ),
  fault(
    'text-tinted',
    'body in the blue of the heads, 8.5 pt',
    inDoc((doc) => style(doc, 'folio-line', { swatch: 'accent' })),
  ),
  fault(
    'text-reversed-small',
    'white type of 7 pt',
    inDoc((doc) => style(doc, 'folio-number', { sizePt: 7 })),
  ),
  fault(
    'hairline',
    'a rule of 0.1 pt',
    inDoc((doc) => frame(doc, 'rule-5-24', { strokePt: 0.1 })),
  ),
  fault(
    'hairline-tinted',
    'a blue rule of 0.3 pt',
    inDoc((doc) => frame(doc, 'a4-tile-rule-1', { strokePt: 0.3 })),
  ),
  fault(
    'ink-over-limit',
    '300 % of ink',
    inDoc((doc) => swatch(doc, 'accent', { cmyk: [100, 90, 80, 30] })),
  ),
  fault(
    'spot-colour',
    'a spot colour',
    inDoc((doc) => swatch(doc, 'accent', { spot: 'PANTONE 287 C' })),
  ),
  fault(
    'text-off-trim',
    'a head over the trim',
    inDoc((doc) => frame(doc, 'a2-headline', { x: 900 })),
  ),
  fault(
    'text-outside-type-area',
    'a caption in the margin',
    inDoc((doc) => frame(doc, 'a4-caption-1', { x: 40 })),
  ),
  fault(
    'frame-off-page',
    'a rule beside the page',
    inDoc((doc) => frame(doc, 'rule-5-24', { x: 1200 })),
  ),
  fault(
    'frame-hidden',
    'a hidden frame',
    inDoc((doc) => frame(doc, 'a4-box', { hidden: true })),
  ),
  fault(
    'text-over-text',
    'one story over another',
    inDoc((doc) => frame(doc, 'a3-body-1', { y: 300 })),
  ),
  fault(
    'text-over-picture',
    'a caption over its picture',
    inDoc((doc) => frame(doc, 'a4-caption-1', { y: 881.5 })),
  ),
  fault('bleed-short', 'a tint that ends at the trim', ({ doc, profile, ...page }) => ({
    ...page,
    doc: frame(doc, 'a4-tile-1', { x: 0 }),
    profile: { ...profile, limits: { ...profile.limits, bleedMm: 3 } },
  })),
  fault('picture-missing', 'a picture without its file', ({ facts, ...page }) => ({
    ...page,
    facts: { ...facts, pictures: { two: GOOD } },
  })),
  fault(
    'picture-ppi',
    'a photo of 85 ppi',
    inDoc((doc) => asset(doc, { widthPx: 350, heightPx: 249 })),
  ),
  fault(
    'picture-ppi-low',
    'a photo of 150 ppi',
    inDoc((doc) => asset(doc, { widthPx: 620, heightPx: 441 })),
  ),
  fault('picture-line-art-ppi', '1-bit art of 242 ppi', inPicture({ colour: 'bilevel' })),
  fault('picture-rgb', 'an RGB photo', inPicture({ colour: 'rgb' })),
  fault('picture-alpha', 'a see-through picture to X-1a', (page) => ({
    ...inPicture({ seeThrough: true })(page),
    profile: { ...page.profile, rules: { 'picture-alpha': 'error' } },
  })),
  fault('picture-no-profile', 'CMYK without a profile', inPicture({ profiled: false })),
  fault(
    'picture-leaves-white',
    'a picture moved aside',
    inDoc((doc) =>
      frame(doc, 'a4-picture-1', { placement: { fit: 'fill', zoom: 1, dx: 40, dy: 0, rotation: 0 } }),
    ),
  ),
  fault('picture-file-changed', 'a file that changed on disk', inPicture({ origin: 'changed' })),
]

/** The page: its folio, heads, stories and pictures. */
const PAGE: Fault[] = [
  says('folio-number-missing', '08', '高新'),
  says('folio-date-missing', '2025年3月17日', '农历二月十八'),
  says('folio-section-missing', '高新园区', '综合新闻'),
  says('folio-weekday-missing', '　星期一', ''),
  says('folio-editor-missing', '编辑：邓淑华', '电话：8888'),
  says('folio-layout-missing', '组版：王新明', '电话：8888'),
  says('folio-weekday', '星期一', '星期二'),
  says('folio-date-impossible', '2025年3月17日', '2025年2月30日'),
  says('folio-differs', '2025年3月17日　星期一', '2025年3月18日　星期二'),
  fault(
    'head-missing',
    'a story without a head',
    inDoc((doc) => withStories(withFrames(doc, { 'a2-headline': undefined }), { 'a2-headline': undefined })),
  ),
  fault(
    'head-repeated',
    'one head over two stories',
    inDoc((doc) => put(doc, '企业跨市迁移登记“零跑动”', '百亿元级半导体集群启航')),
  ),
  fault(
    'head-phrase-repeated',
    'a phrase in two heads',
    inDoc((doc) => put(doc, '企业跨市迁移登记“零跑动”', '又一百亿元级半导体集群')),
  ),
  says('head-mark-at-end', '半导体集群启航', '半导体集群启航。'),
  fault(
    'head-single-character',
    'a head that breaks after all but one',
    inDoc((doc) =>
      put(frame(doc, 'a2-headline', { height: 90 }), '百亿元级半导体集群启航', '百亿元级半导体集群启\n航'),
    ),
  ),
  says('head-number', '百亿元级半导体集群启航', '137亿元半导体集群启航'),
  fault(
    'body-missing',
    'a head without text',
    inDoc((doc) =>
      withStories(withFrames(doc, { 'a2-body-1': undefined, 'a2-body-2': undefined }), {
        'a2-body': undefined,
      }),
    ),
  ),
  fault(
    'story-without-frames',
    'a story that is on no page',
    inDoc((doc) => {
      const frames = { ...doc.frames }
      for (const id of ['a2-body-1', 'a2-body-2']) delete frames[id]
      return story({ ...doc, frames }, 'a2-body', () => ({ frames: [] }))
    }),
  ),
  fault(
    'story-short',
    'half a story gone',
    inDoc((doc) => story(doc, 'a1-body', ({ paragraphs }) => ({ paragraphs: paragraphs.slice(0, -3) }))),
  ),
  fault(
    'paragraph-empty',
    'an empty paragraph',
    inDoc((doc) =>
      story(doc, 'a2-body', ({ paragraphs }) => ({
        paragraphs: [paragraphs[0]!, paragraph(''), ...paragraphs.slice(1)],
      })),
    ),
  ),
  fault(
    'paragraph-repeated',
    'a paragraph twice',
    inDoc((doc) =>
      story(doc, 'a2-body', ({ paragraphs }) => ({ paragraphs: [paragraphs[0]!, ...paragraphs] })),
    ),
  ),
  fault(
    'paragraph-no-end-mark',
    'a paragraph that is cut off',
    inDoc((doc) =>
      story(doc, 'a1-body', ({ paragraphs }) => ({
        paragraphs: paragraphs.with(0, paragraph(paragraphText(paragraphs[0]!).slice(0, -3))),
      })),
    ),
  ),
  fault('single-character-line', 'one character on a last line', (page) => ({
    ...page,
    profile: { ...page.profile, rules: { 'single-character-line': 'warning' } },
    doc: story(page.doc, 'a2-body', ({ paragraphs }) => ({
      paragraphs: [
        ...paragraphs.slice(0, 1),
        paragraph('长春高新区召开重点工作落实推进会议部署全年'),
        ...paragraphs.slice(1),
      ],
    })),
  })),
  fault(
    'loose-line',
    'a long word in a narrow column',
    inDoc((doc) => put(doc, '3月5日，长春高新区召开', '3月5日，ABCDEFGHIJKLMNOPQRSTU召开')),
  ),
  fault(
    'copyfit-beyond',
    'tracking by hand of −0.3 em',
    inDoc((doc) =>
      story(doc, 'a1-body', ({ paragraphs }) => ({
        paragraphs: paragraphs.with(0, {
          ...paragraphs[0]!,
          copyfit: [{ start: 0, end: 9, trackingEm: -0.3, by: 'hand' }],
        }),
      })),
    ),
  ),
  fault(
    'picture-empty',
    'a frame that waits for its picture',
    inDoc((doc) => frame(doc, 'a4-picture-1', { asset: undefined } as Partial<Frame>)),
  ),
  fault(
    'caption-missing',
    'a picture without a caption',
    inDoc((doc) =>
      withStories(withFrames(doc, { 'a4-caption-1': undefined }), { 'a4-caption-1': undefined }),
    ),
  ),
  says('caption-no-photographer', '620人次达成初步就业意向。（王新明摄）', '620人次达成初步就业意向。'),
  fault(
    'credit-missing',
    'a story that nobody wrote',
    inDoc((doc) => withStories(withFrames(doc, { 'a1-byline': undefined }), { 'a1-byline': undefined })),
  ),
  fault(
    'picture-twice',
    'one picture in two frames',
    inDoc((doc) => frame(doc, 'a4-picture-2', { asset: 'one' })),
  ),
  fault(
    'ad-empty',
    'no advertisement',
    inDoc((doc) =>
      withFrames(doc, { ad: { kind: 'ad', x: 57.75, y: 962.5, width: 990, height: 472.5, order: '0037' } }),
    ),
  ),
  fault(
    'text-frame-empty',
    'a frame that the story does not reach',
    inDoc((doc) => {
      const spare: Frame = {
        kind: 'text',
        story: 'a3-body',
        vertical: 'grid',
        x: 687.75,
        y: 1000,
        width: 171,
        height: 54,
        order: '0040',
      }
      return story(withFrames(doc, { spare }), 'a3-body', ({ frames }) => ({ frames: [...frames, 'spare'] }))
    }),
  ),
  fault('doubt-open', 'a doubt that nobody decided', ({ facts, ...page }) => ({
    ...page,
    facts: { ...facts, doubts: [{ id: 'd1', line: 407 }] },
  })),
  fault(
    'profile-unknown',
    'a profile of another paper',
    inDoc((doc) => ({ ...doc, preflightProfile: 'another' })),
  ),
]

/** The text. */
const TEXT: Fault[] = [
  says('half-width-mark', '重点工作落实推进会议，', '重点工作落实推进会议,'),
  says('doubled-mark', '重点工作落实推进会议，', '重点工作落实推进会议，，'),
  says('clashing-marks', '重点工作落实推进会议，', '重点工作落实推进会议，。'),
  says('unmatched-mark', '表示：“过去', '表示：过去'),
  says('straight-quote', '“专利成果库”', '"专利成果库"'),
  says('reversed-quotes', '“专利成果库”', '”专利成果库“'),
  says('nested-quotes', '表示：“过去一年', '表示：“过去“一”年'),
  says('space-in-han', '长春高新区召开', '长春高新区 召开'),
  says('space-at-figure', '召开2025年', '召开 2025年'),
  says('space-at-mark', '推进会议，', '推进会议， '),
  says('full-width-letter', '长春市11%', '占比１１%'),
  says('odd-character', '长春高新区召开', '⻓春高新区召开'),
  says('doubled-words', '稳中求进工作总基调', '稳中求进工作总基调稳中求进工作总基调'),
  says('ellipsis', '全年目标任务。', '全年目标任务…'),
  says('interpunct', '“成果转化库”', '“马克・吐温”'),
  says('number-year-han', '召开2025年', '召开二○二五年'),
  says('number-date-mixed', '3月5日，长春', '3月五日，长春'),
  says('number-range-mark', '7—8日', '7-8日'),
  says('number-range-unit', '长春市11%', '占比11～15%'),
  says('number-about', '长春市11%', '来了10几人'),
  says('number-about-twice', '长春市11%', '约30多人'),
  says('number-percent-mixed', '长春市11%', '占比百分之11'),
  says('number-hundreds', '1000余项', '1千余项'),
  says('number-broken', '2024年年初', '20 24年年初'),
  says('wrong-word', '重点工作落实', '布署工作落实'),
  says('date-impossible', '3月5日，长春', '3月35日，长春'),
  says('unit-letters', '长春市11%', '占地11平米'),
  says('date-weekday', '3月5日，长春', '3月5日（星期五），长春'),
  says('name-two-ways', '陈艳鹏表示，未来', '陈艳朋表示，未来'),
  fault(
    'word-two-ways',
    'DeepSeek and Deepseek',
    inDoc((doc) => put(put(doc, '智能制造', 'DeepSeek、DeepSeek'), '软件信息', 'Deepseek')),
  ),
]

export const FAULTS: readonly Fault[] = [...PRINT, ...PAGE, ...TEXT]
