import { describe, expect, it } from 'vitest'
import { continues } from '../../../src/core/language/continues.ts'
import { isWord } from '../../../src/core/language/words.ts'

describe('what goes on from line to line', () => {
  it('is a word broken over the two, and not its first half with other words', () => {
    expect(continues('来自县农业科', '技中心和服务组织')).toBeGreaterThan(2)
    expect(continues('来自县农业科', '的是，他们每人联系')).toBeLessThan(continues('来自县农业科', '技中心'))
    expect(continues('还能钓上鲫', '鱼？”他指着小桶')).toBeGreaterThan(2)
  })

  it('is wanting where the last character wants another', () => {
    expect(continues('出口的葡', '家、音乐人围坐一堂')).toBeLessThan(-1)
    expect(continues('小说家、画', '家、音乐人围坐一堂')).toBeGreaterThan(2)
  })

  it('is never a number broken in two', () => {
    expect(continues('全县共有13', '45名老人')).toBeLessThan(-2)
    expect(continues('全县共有1345', '名老人')).toBeGreaterThan(0)
  })

  it('is unknown of nothing, and ignores spaces', () => {
    expect(continues('', '技术')).toBe(0)
    expect(continues('高 新 科 ', ' 技术')).toBe(continues('高新科', '技术'))
  })
})

describe('a common word', () => {
  it('is no name of a person or an invented place', () => {
    for (const word of ['科技', '记者', '现场', '动态', '人民政府']) expect(isWord(word), word).toBe(true)
    for (const name of ['王伟', '李建国', '松嶂', '覃海生']) expect(isWord(name), name).toBe(false)
  })
})
