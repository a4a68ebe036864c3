/**
 * The page document, `banxin.page/3`: flat records by id, plain JSON. The schemas are the one definition;
 * the types are inferred from them. Lengths are pt in page space unless a name ends in `Em`.
 */
import * as v from 'valibot'

const Id = v.pipe(v.string(), v.regex(/^[\w.-]{1,80}$/))
const Length = v.pipe(v.number(), v.finite())
const Positive = v.pipe(Length, v.minValue(0))
/** Sizes that are divided by; no page needs more. */
const Size = v.pipe(Length, v.gtValue(0), v.maxValue(20_000))

export const SpanSchema = v.object({
  line: v.pipe(v.number(), v.integer(), v.minValue(1)),
  start: v.pipe(v.number(), v.integer(), v.minValue(0)),
  end: v.pipe(v.number(), v.integer(), v.minValue(0)),
})

/** The page's line grid and basic columns (基本栏), all in one place: `n × w + (n − 1) × g` em. */
const SetupSchema = v.object({
  width: Size,
  height: Size,
  /** The type area (版心): its top left corner; its size follows from the grid. */
  left: Length,
  top: Length,
  columns: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  columnEm: Size,
  gutterEm: Positive,
  rows: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
  bodyPt: Size,
  leadingPt: Size,
})

const MetaSchema = v.object({
  section: v.optional(v.string()),
  number: v.optional(v.string()),
  date: v.optional(v.string()),
  weekday: v.optional(v.string()),
  editor: v.optional(v.string()),
  layout: v.optional(v.string()),
  email: v.optional(v.string()),
})

const ArticleSchema = v.object({
  kind: v.picklist(['lead', 'brief', 'column', 'photo']),
  /** Its number in reading order, from 1: what lists and colours show. */
  number: v.number(),
  title: v.string(),
  stories: v.array(Id),
  /** Its frames stay where they are when the page is laid out again. */
  pinned: v.optional(v.literal(true)),
})

/**
 * A record of copyfit (缩放排齐): extra space after each character of a range. `print`: it brings printed lines
 * back; `hand`: by 收一行 or 放一行.
 */
const CopyfitSchema = v.object({
  start: v.number(),
  end: v.number(),
  trackingEm: v.number(),
  by: v.picklist(['print', 'hand']),
})

const RunSchema = v.object({ text: v.string(), style: v.optional(v.string()) })

const ParagraphSchema = v.object({
  style: v.string(),
  runs: v.array(RunSchema),
  copyfit: v.optional(v.array(CopyfitSchema)),
  /** Where the text came from in the source. */
  from: v.optional(v.array(SpanSchema)),
})

const StorySchema = v.object({
  role: v.picklist(['body', 'headline', 'kicker', 'deck', 'byline', 'section', 'caption', 'folio']),
  article: v.optional(Id),
  /** The thread: the frames the text runs through, in order. */
  frames: v.array(Id),
  paragraphs: v.array(ParagraphSchema),
  /** Takes the place of the preset of each of its paragraph styles. */
  preset: v.optional(v.string()),
  /** Copyfit of the whole story (适合文框): extra tracking, and a leading of its own instead of the grid's. */
  fit: v.optional(v.object({ trackingEm: v.number(), leadingPt: v.optional(Size) })),
  /** Of a caption: the picture frame that it belongs to. */
  captionOf: v.optional(Id),
})

/** How far text keeps from a frame that it wraps around (绕排). */
const WrapSchema = v.object({ top: Length, right: Length, bottom: Length, left: Length })
/** How far text keeps inside its own frame's edges. */
const InsetSchema = v.object({ top: Positive, right: Positive, bottom: Positive, left: Positive })

/** Columns (分栏) inside one frame, with a rule between them where `rulePt` is given. */
const ColumnsSchema = v.object({
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(40)),
  gutterPt: Positive,
  rulePt: v.optional(Positive),
  ruleSwatch: v.optional(v.string()),
  /** The text of the thread's last frame is brought to even feet. */
  balance: v.optional(v.boolean()),
})

const frameBase = {
  x: Length,
  y: Length,
  width: Positive,
  height: Positive,
  article: v.optional(Id),
  /** Fractional index: frames are painted in the order of this string, then of their id. */
  order: v.string(),
  /** Text in other frames wraps around this one. */
  wrap: v.optional(WrapSchema),
  /** What the desk calls it; else it is named by what is in it. */
  name: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(80))),
  /** Selected, moved and deleted as one with the other frames of the group. */
  group: v.optional(Id),
  locked: v.optional(v.literal(true)),
  /** Neither shown nor printed; its text keeps its place. */
  hidden: v.optional(v.literal(true)),
}

/** The ground and the outline of a frame, by the page's swatches. */
const groundAndOutline = {
  fill: v.optional(v.string()),
  stroke: v.optional(v.string()),
  strokePt: v.optional(Positive),
}

/** How a picture lies in its frame, which crops it. Absent: it fills the frame, centred. */
const PlacementSchema = v.object({
  /** The least size that covers the frame, or the greatest that goes into it. */
  fit: v.picklist(['fill', 'fit']),
  /** On top of that. */
  zoom: v.pipe(Size, v.maxValue(100)),
  /** From the frame's centre to the picture's. */
  dx: Length,
  dy: Length,
  /** Degrees, clockwise. */
  rotation: v.pipe(Length, v.minValue(-360), v.maxValue(360)),
})

const FrameSchema = v.variant('kind', [
  v.object({
    kind: v.literal('text'),
    ...frameBase,
    story: Id,
    /** `grid`: lines stand on the page's baselines; otherwise they are stacked and aligned in the frame. */
    vertical: v.picklist(['grid', 'top', 'center', 'bottom']),
    columns: v.optional(ColumnsSchema),
    /** `vertical`: lines run down and stand from right to left (竖排). */
    writing: v.optional(v.picklist(['horizontal', 'vertical'])),
    /** Its text runs on over frames that others wrap around: a caption on its picture. */
    overWraps: v.optional(v.boolean()),
    inset: v.optional(InsetSchema),
    ...groundAndOutline,
  }),
  v.object({
    kind: v.literal('picture'),
    ...frameBase,
    asset: v.optional(Id),
    placement: v.optional(PlacementSchema),
    ...groundAndOutline,
  }),
  v.object({ kind: v.literal('ad'), ...frameBase }),
  v.object({
    kind: v.literal('shape'),
    ...frameBase,
    ...groundAndOutline,
  }),
  /** A rule along the frame's longer side, centred on it. */
  v.object({ kind: v.literal('rule'), ...frameBase, stroke: v.string(), strokePt: Positive }),
])

const ParagraphStyleSchema = v.object({
  face: v.string(),
  sizePt: Size,
  leadingPt: Size,
  /** Rows of the grid that each line takes in a frame on the grid. */
  rows: v.number(),
  align: v.picklist(['justify', 'start', 'center', 'end']),
  indentEm: v.number(),
  trackingEm: v.number(),
  swatch: v.string(),
  preset: v.string(),
  /** Never parted from the paragraph that follows it. */
  keepWithNext: v.optional(v.boolean()),
  /** The least lines of a paragraph that stand together at a column's foot and at a column's top. */
  keepLines: v.optional(v.object({ foot: Positive, top: Positive })),
})

const CharacterStyleSchema = v.object({
  face: v.optional(v.string()),
  sizePt: v.optional(Size),
  swatch: v.optional(v.string()),
  /** Space after the run, none before an opening mark; `dateline` is what the preset gives behind a 电头. */
  gapAfterEm: v.optional(v.union([v.number(), v.literal('dateline')])),
  trackingEm: v.optional(v.number()),
  /** Above the baseline, in em of the paragraph's size: superscripts, with a smaller size. */
  riseEm: v.optional(v.number()),
  /** The run stands at the right end of the paragraph's last line, this far in (署名). */
  endInsetEm: v.optional(v.number()),
})

const SwatchSchema = v.object({
  /** Ink in per cent, C M Y K. */
  cmyk: v.tuple([Positive, Positive, Positive, Positive]),
  /** What the screen shows, `#rrggbb`. */
  screen: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/)),
  /** A spot colour's name as the printer knows it; `cmyk` then stands for it where its plate is missing. */
  spot: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(100))),
})

/** A picture that the page's file carries, under `assets/<sha256>` and its kind's ending. */
const AssetSchema = v.object({
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** The name of the file it came from. */
  name: v.string(),
  mime: v.picklist(['image/jpeg', 'image/png', 'image/tiff', 'image/webp']),
  /** Upright, as its EXIF orientation asks. */
  widthPx: v.pipe(v.number(), v.integer(), v.minValue(1)),
  heightPx: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** The file on the desk's disk that it was taken from, as it was then: told when it is gone or changed. */
  origin: v.optional(v.object({ path: v.string(), size: Positive, modifiedMs: v.number() })),
})

/** A guide (参考线): `x` stands upright at that distance from the trim's left, `y` lies at that from its top. */
const GuideSchema = v.object({ axis: v.picklist(['x', 'y']), at: Length })

/** An issue of preflight that a person has signed for (签发), by the rule and what it is about. */
const SignOffSchema = v.object({
  rule: v.string(),
  key: v.string(),
  by: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  /** ISO 8601 with its offset. */
  at: v.string(),
  note: v.optional(v.string()),
})

/** One way in which a line gives up width. The ways of a preset are used one after the other, each evenly. */
const SqueezeSchema = v.variant('what', [
  v.object({ what: v.literal('marks'), marks: v.string(), toEm: Positive }),
  /** Only the mark that ends the line. */
  v.object({ what: v.literal('line-end'), marks: v.string(), toEm: Positive }),
  v.object({ what: v.literal('word-space'), toEm: Positive }),
  /** The gaps between Han and figures or Latin. */
  v.object({ what: v.literal('gap'), toEm: Positive }),
])

/** One way in which a line takes up what is left; after the last of them all gaps share the rest evenly. */
const StretchSchema = v.object({ what: v.picklist(['word-space', 'gap']), toEm: Positive })

/** A preset (排版规则): every choice of composition that is a house's or a standard's, and no program's. */
const PresetSchema = v.object({
  /** Half: 1/2 em each; proportional: as the face draws them; full: 1 em each. */
  figures: v.picklist(['half', 'proportional', 'full']),
  /** Widths in em that the house sets apart from the font's own, within numbers. */
  percentEm: Positive,
  pointEm: Positive,
  rangeEm: Positive,
  /** The middle dot between the parts of a name (间隔号). */
  interpunctEm: Positive,
  /** A space between two Han characters; between Latin words the face's own space stands. */
  hanSpaceEm: Positive,
  gaps: v.object({
    beforeFigures: Positive,
    afterFigures: Positive,
    beforeWords: Positive,
    afterWords: Positive,
  }),
  datelineGapEm: Positive,
  squeezes: v.array(SqueezeSchema),
  stretches: v.array(StretchSchema),
  /** Marks that always have this width. */
  tight: v.string(),
  tightEm: Positive,
  /** Two marks side by side: 1.5 em together always, or full width until the line needs it. */
  adjacent: v.picklist(['always', 'as-needed']),
  /** An opening mark at a line's start loses the white half on its left. */
  trimLineStart: v.boolean(),
  closing: v.string(),
  opening: v.string(),
  neverStart: v.string(),
  neverEnd: v.string(),
  /** `sense` is for heads: lines end where a phrase does. */
  breaking: v.picklist(['first-fit', 'total-fit', 'sense']),
  /** No single character alone on a last line (孤字). */
  orphanControl: v.boolean(),
  hyphenate: v.boolean(),
  /** How far copyfit may go: tracking in em a character, leading as a share of the grid's. */
  copyfit: v.object({ leastEm: v.number(), mostEm: v.number(), leastLeading: Size, mostLeading: Size }),
})

/** The presets of a document by name. */
export const PresetsSchema = v.record(v.string(), PresetSchema)

export const PageDocSchema = v.object({
  schema: v.literal('banxin.page/3'),
  setup: SetupSchema,
  meta: MetaSchema,
  articles: v.record(Id, ArticleSchema),
  stories: v.record(Id, StorySchema),
  frames: v.record(Id, FrameSchema),
  paragraphStyles: v.record(v.string(), ParagraphStyleSchema),
  characterStyles: v.record(v.string(), CharacterStyleSchema),
  swatches: v.record(v.string(), SwatchSchema),
  presets: PresetsSchema,
  assets: v.optional(v.record(Id, AssetSchema)),
  guides: v.optional(v.array(GuideSchema)),
  signOffs: v.optional(v.array(SignOffSchema)),
  /** The preflight profile that the page is checked by; the shipped one when left out. */
  preflightProfile: v.optional(v.string()),
  /** The template that it was made on. */
  template: v.optional(v.string()),
})

export type PageDoc = v.InferOutput<typeof PageDocSchema>
export type PageSetup = PageDoc['setup']
export type DocArticle = PageDoc['articles'][string]
export type Story = PageDoc['stories'][string]
export type Paragraph = Story['paragraphs'][number]
export type Run = Paragraph['runs'][number]
export type StoryFitRecord = NonNullable<Story['fit']>
export type CopyfitRecord = v.InferOutput<typeof CopyfitSchema>
export type Frame = PageDoc['frames'][string]
export type TextFrame = Extract<Frame, { kind: 'text' }>
export type ParagraphStyle = PageDoc['paragraphStyles'][string]
export type CharacterStyle = PageDoc['characterStyles'][string]
export type PictureFrame = Extract<Frame, { kind: 'picture' }>
export type Asset = v.InferOutput<typeof AssetSchema>
export type Guide = v.InferOutput<typeof GuideSchema>
export type SignOff = v.InferOutput<typeof SignOffSchema>
export type Preset = PageDoc['presets'][string]
