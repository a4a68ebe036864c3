import { describe, expect, it } from 'vitest'
import { signOff, toPageCaption } from '../../../src/core/reconstruct/roles/captions.ts'
import type { CaptionItem } from '../../../src/core/reconstruct/roles/roles.ts'
import { annotatedLines } from './helpers.ts'

/** A caption as the roles hand it on; `signedFrom` is where the name on a line of its own begins. */
function caption(text: string, name = '') {
  const [line] = annotatedLines(`${text}${name}`)
  const signedFrom = name ? text.length : undefined
  return toPageCaption({ text: line!, signedFrom, photographer: name !== '' } as CaptionItem)
}

const signedOff = (...captions: ReturnType<typeof caption>[]) => {
  const { captions: left, signature } = signOff(captions)
  return [...left.map(({ text }) => text.text), signature?.text]
}

describe('a photographer behind the captions of a photo story', () => {
  it('signs them all from a line of its own', () => {
    const first = caption('▲4月9日，白沙渡盐场的盐工收盐。')
    expect(signedOff(first, caption('盐垛堆成小山。', '毛晚舟 摄'))).toEqual([
      '4月9日，白沙渡盐场的盐工收盐。',
      '盐垛堆成小山。',
      '毛晚舟 摄',
    ])
  })

  it('signs them all from behind the first too, where a dump has them apart', () => {
    expect(signedOff(caption('盐工收盐。', '毛晚舟 摄'), caption('盐垛堆成小山。'))).toEqual([
      '盐工收盐。',
      '盐垛堆成小山。',
      '毛晚舟 摄',
    ])
  })

  it('stays with the caption where it ends its sentence, or others have names of their own', () => {
    expect(signedOff(caption('盐工收盐。毛晚舟 摄'))).toEqual(['盐工收盐。毛晚舟 摄', undefined])
    const pictures = [caption('盐工收盐。', '毛晚舟 摄'), caption('盐垛堆成小山。', '龙小溪 摄')]
    expect(signedOff(...pictures)).toEqual(['盐工收盐。毛晚舟 摄', '盐垛堆成小山。龙小溪 摄', undefined])
  })
})
