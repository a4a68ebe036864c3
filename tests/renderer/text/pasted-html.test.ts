import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textParagraphs } from '../../../src/renderer/text/clipboard.ts'
import { readHtml } from '../../../src/renderer/text/pasted-html.ts'

const texts = (html: string): string[] =>
  readHtml(html).map(({ pieces }) => pieces.map(({ text }) => text).join(''))

describe('pasted HTML', () => {
  it('is paragraphs of text, with headings and stress, whatever Word writes around it', () => {
    const html = `<html xmlns:o="urn:x"><head><style>p{color:red}</style><title>无</title></head><body>
<!--[if gte mso 9]><xml><o:x>不要</o:x></xml><![endif]--><!--StartFragment-->
<p class=MsoTitle>题目<o:p></o:p></p>
<p class=MsoNormal style='text-indent:21.0pt'><span lang=EN-US>GDP</span>&nbsp;<b>增长</b>
5.5%<span style='font-weight:normal'>。</span></p>
<p><![if !supportLists]><span>1.</span><![endif]>甲</p></body></html>`
    expect(readHtml(html)).toEqual([
      { heading: true, pieces: [{ text: '题目', bold: false, italic: false }] },
      {
        heading: false,
        pieces: [
          { text: 'GDP', bold: false, italic: false },
          { text: ' ', bold: false, italic: false },
          { text: '增长', bold: true, italic: false },
          { text: ' 5.5%', bold: false, italic: false },
          { text: '。', bold: false, italic: false },
        ],
      },
      {
        heading: false,
        pieces: [
          { text: '1.', bold: false, italic: false },
          { text: '甲', bold: false, italic: false },
        ],
      },
    ])
  })

  it('leaves out what is hidden, deleted or would run', () => {
    expect(
      texts(`<p>一<script>alert('</p>')</script><del>删</del><span style="display:none">藏</span>二</p>
<img src=x onerror=alert(1)><svg><text>图</text></svg><iframe>框</iframe><p>三</p>`),
    ).toEqual(['一二', '三'])
  })

  it('takes breaks, nested sections and rows as paragraphs, cells as one line', () => {
    expect(texts('<section><section>一<br>二</section></section>三')).toEqual(['一', '二', '三'])
    expect(texts('<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>')).toEqual([
      '甲\u30001',
      '乙\u30002',
    ])
    expect(texts('<pre>一\n二</pre>')).toEqual(['一', '二'])
  })

  it('drops indents and blank paragraphs, and joins rows of spaces', () => {
    expect(texts('<p>　　一  二 <b> 三</b> </p><p>&nbsp;</p><p>四\u200b</p>')).toEqual(['一 二 三', '四'])
  })

  it('an element that is never closed ends with its paragraph', () => {
    const [first, second] = readHtml('<p><b>粗<p>细</p>')
    expect(first?.pieces[0]?.bold).toBe(true)
    expect(second?.pieces[0]?.bold).toBe(false)
  })

  it('signs that are no markup are text', () => {
    expect(texts('a < b &amp; c &lt;d&gt; &nosuch; &#20108;&#x4e09; 1<2')).toEqual([
      'a < b & c <d> &nosuch; 二三 1<2',
    ])
  })

  it('takes any text and never gives markup, control or zero-width characters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'<>/!-="\' ab一　\n\t\u200b\u0007&;#x1p') }),
        (html) => {
          for (const text of texts(`<p>${html}</p>`)) expect(text).not.toMatch(/[\p{Cc}\u200b]/u)
        },
      ),
    )
  })
})

describe('pasted plain text', () => {
  it('is a paragraph a line, without blank lines and indents', () => {
    expect(textParagraphs('　　甲\r\n\r\n  乙\n')).toEqual(['甲', '乙'])
  })

  it('one line keeps its blanks', () => {
    expect(textParagraphs(' 甲 ')).toEqual([' 甲 '])
    expect(textParagraphs('')).toEqual([])
  })
})
