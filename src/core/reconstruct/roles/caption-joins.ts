import { countOf, squash, widthOf } from '../../language/characters.ts'
import { continues } from '../../language/continues.ts'
import { LinkModel } from '../learned/link-model.ts'
import { startsWithDate } from '../lines/line-features.ts'
import weights from '../model/joins.json' with { type: 'json' }
import { bucket } from './page-view.ts'

const JOINS = new LinkModel(weights)
const WORK = /(?:摄|摄影|供图|摄影报道|航拍|提供|图|文\/图|制图|绘|摄制)$/u
const ENDS = /[。！？][”’]?$/u
const WORK_START = /^(?:摄影|图|文|供图|资料)[:：/／\s]?/u

/** A line of a caption, and where it stands. */
export interface CaptionLine {
  text: string
  /** The next one stands on the same line of the dump. */
  sameLine?: boolean
  /** It begins a paragraph, in the eyes of the paragraph pass. */
  begins: boolean
  marked: boolean
  /** How wide the widest line around it is, in em. */
  widest: number
}

/** Whether a caption goes on from one line to the next, rather than another beginning there. */
export const goesOn = (upper: CaptionLine, lower: CaptionLine): boolean =>
  JOINS.odds(joinFeatures(upper, lower)) > 0

/** By what it is judged whether a caption goes on. */
export function joinFeatures(upper: CaptionLine, lower: CaptionLine): Set<string> {
  const features = new Set<string>([''])
  const add = (name: string, ...holds: unknown[]) => {
    if (holds.every(Boolean)) features.add(name)
  }
  const [above, below] = [squash(upper.text), squash(lower.text)]
  const end = WORK.test(above)
    ? 'work'
    : ENDS.test(above)
      ? 'stop'
      : (/[，、：；）)》”]$/u.exec(above)?.[0] ?? 'open')
  const size = countOf(below)
  const credit =
    /^[（(].{1,22}[）)]$/u.test(below) || (WORK.test(below) && size <= 14 && !/[，。]/u.test(below))
      ? 'credit'
      : WORK_START.test(below)
        ? 'work-start'
        : startsWithDate(below)
          ? 'date'
          : /^[①-⑩]|^[上中下左右][:：图]/u.test(below)
            ? 'numbered'
            : 'plain'
  const full = bucket(upper.widest - widthOf(upper.text.trim()), [0.3, 1.2, 2.5, 5])
  const odds = bucket(continues(upper.text, lower.text), [-3, -1.5, -0.5, 0.5, 1.5, 3])
  add(`end=${end}`)
  add(`end=${end}&start=${credit}`)
  add(`end=${end}&continues=${odds}`)
  add(`end=${end}&full=${full}`)
  add(`full=${full}&continues=${odds}`)
  add(`full=${full}&start=${credit}`)
  add(`begins=${lower.begins}&end=${end}`)
  add(`begins=${lower.begins}&full=${full}`)
  add('marked', lower.marked)
  add('same-line', upper.sameLine === true)
  add(`same-line&end=${end}&start=${credit}`, upper.sameLine === true)
  add(`below=${bucket(size, [2, 4, 7, 12, 18, 26])}&end=${end}`)
  add(`above=${bucket(countOf(above), [6, 10, 14, 18, 26])}&end=${end}`)
  add(`closes=${/[）)]/u.test(below)}&opens=${/[（(][^）)]*$/u.test(above)}`)
  add(`longer=${bucket(widthOf(below) - widthOf(above), [-6, -2, -0.6, 0.6, 2])}&end=${end}`)
  return features
}
