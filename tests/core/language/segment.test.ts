import { describe, expect, it } from 'vitest'
import { segment } from '../../../src/core/language/segment.ts'
import { classOf } from '../../../src/core/language/word-classes.ts'

const words = (text: string): string => {
  const borders = [0, ...segment(text), text.length]
  return borders
    .slice(1)
    .map((to, i) => text.slice(borders[i], to))
    .join('|')
}

describe('the words of a text', () => {
  it('are those of the most probable path, not the longest that come first', () => {
    expect(words('我国科学家首次实现')).toBe('我国|科学家|首次|实现')
    expect(words('研究生命起源')).toBe('研究|生命|起源')
    expect(words('记者走访了药店')).toBe('记者|走访|了|药店')
  })

  it('have rare words and new ones too', () => {
    expect(words('外卖小哥变身主播')).toBe('外卖|小哥|变身|主播')
    expect(words('科普非遗')).toBe('科普|非遗')
  })

  it('keep numbers with their signs and Latin words whole', () => {
    expect(words('增长5.4%')).toBe('增长|5.4%')
    expect(words('DeepSeek带火AI大模型')).toBe('DeepSeek|带火|AI|大模型')
    expect(words('C919首飞，PM2.5达标')).toBe('C919|首飞|，|PM2.5|达标')
  })

  it('are single characters where the dictionary has none, surrogates and accents whole', () => {
    expect(words('𠮷野家')).toMatch(/^𠮷\|/u)
    expect(words('e\u0301a').replaceAll('|', '')).toBe('e\u0301a')
    expect(segment('')).toEqual([])
    expect(segment('新')).toEqual([])
  })
})

describe('the class of a word', () => {
  it('is that of the dictionary, and noun for all others', () => {
    expect(classOf('推出')).toBe('verb')
    expect(classOf('建设')).toBe('verbal')
    expect(classOf('不断')).toBe('adverb')
    expect(classOf('企业')).toBe('noun')
    expect(classOf('鹮鹮鹮')).toBe('noun')
  })
})
