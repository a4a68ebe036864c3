import { createHash } from 'node:crypto'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { packPage, unpackPage } from '../../../src/core/doc/banxin-file.ts'
import { deleteFrames } from '../../../src/core/doc/commands/remove.ts'
import { LivePage } from '../../../src/core/doc/live/live-page.ts'
import { placePictureInFrame } from '../../../src/core/doc/place-picture.ts'
import type { PageDoc } from '../../../src/core/doc/schema.ts'
import { PageBuilder } from '../../../src/core/draft/page-builder.ts'
import type { Correction } from '../../../src/core/reconstruct/types.ts'
import { openTemplate } from '../../support/real-page.ts'

const FACES = ['song-400', 'song-700', 'song-900', 'hei-500', 'hei-700', 'kai-500']

function smallPage(): PageDoc {
  const page = new PageBuilder(openTemplate())
  page.doc.articles.a1 = { kind: 'brief', number: 1, title: '一', stories: [] }
  const box = { x: 0, y: 0, width: 108, height: 27 }
  page.story('a1-body', 'body', [{ style: 'body', runs: [{ text: '䶮燊𠮷，“一”' }] }], [box], {
    article: 'a1',
    vertical: 'grid',
  })
  return page.doc
}

const open = (bytes: Uint8Array) => unpackPage(bytes, 'page.banxin', FACES)
const code = (bytes: Uint8Array) => {
  const result = open(bytes)
  return result.ok ? 'ok' : result.error.code
}
const withPage = (change: (page: ReturnType<typeof JSON.parse>) => void): Uint8Array => {
  const page = JSON.parse(JSON.stringify(smallPage()))
  change(page)
  return zipSync({ 'page.json': strToU8(JSON.stringify(page)) })
}

describe('a .banxin file', () => {
  it('opens as the page that was saved, with its dump byte for byte', () => {
    const doc = smallPage()
    const source = { name: '第 08 版.txt', bytes: Uint8Array.of(0xb0, 0xe6, 0x0a) }
    const opened = open(packPage({ doc, source }))
    expect(opened).toEqual({ ok: true, value: { doc, source } })
  })

  it('has the same bytes every time', () => {
    expect(packPage({ doc: smallPage() })).toEqual(packPage({ doc: smallPage() }))
  })

  it('keeps page.json readable by a person', () => {
    const json = new TextDecoder().decode(unzipSync(packPage({ doc: smallPage() }))['page.json'])
    expect(json).toContain('"text": "䶮燊𠮷，“一”"')
  })
})

describe('the pictures in it', () => {
  const bytes = Uint8Array.of(0xff, 0xd8, 0xff, 1, 2, 3)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const asset = { sha256, name: '现场.jpg', mime: 'image/jpeg' as const, widthPx: 300, heightPx: 200 }
  const placement = { fit: 'fit' as const, zoom: 1.2, dx: 3, dy: 0, rotation: 90 }

  function picturePage(): PageDoc {
    const doc = smallPage()
    doc.frames.photo = { kind: 'picture', x: 0, y: 0, width: 90, height: 60, order: 'b' }
    const placed = placePictureInFrame(doc, 'photo', asset, placement)
    if (!placed.ok) throw new Error(JSON.stringify(placed.error))
    return placed.value
  }

  it('come back byte for byte, under their hash, in the frame they were put into', () => {
    const doc = picturePage()
    const packed = packPage({ doc, pictures: new Map([[sha256, bytes]]) })
    expect(Object.keys(unzipSync(packed))).toContain(`assets/${sha256}.jpg`)
    expect(open(packed)).toEqual({ ok: true, value: { doc, pictures: new Map([[sha256, bytes]]) } })
    expect(doc.frames.photo).toMatchObject({ placement })
  })

  it('refuse the page when one is missing or is another', () => {
    const doc = picturePage()
    expect(code(packPage({ doc }))).toBe('page-picture-damaged')
    expect(code(packPage({ doc, pictures: new Map([[sha256, bytes.map((byte) => byte ^ 1)]]) }))).toBe(
      'page-picture-damaged',
    )
    expect(code(packPage({ doc: { ...doc, assets: {} } }))).toBe('page-broken-reference')
  })

  it('leave the file with the last frame that shows them, and come back into it with undo', () => {
    const pictures = new Map([[sha256, bytes]])
    const live = LivePage.from(picturePage())
    const namesIn = (doc: PageDoc) => Object.keys(unzipSync(packPage({ doc, pictures }))).sort()
    expect(namesIn(live.doc)).toEqual([`assets/${sha256}.jpg`, 'page.json'])
    live.change({ name: 'delete-frames' }, (doc) => {
      const left = deleteFrames(doc, ['photo'])
      return left.ok ? left.value : doc
    })
    expect(namesIn(live.doc)).toEqual(['page.json'])
    expect(open(packPage({ doc: live.doc, pictures }))).toEqual({ ok: true, value: { doc: live.doc } })
    live.undo()
    expect(namesIn(live.doc)).toEqual([`assets/${sha256}.jpg`, 'page.json'])
    expect(live.doc).toEqual(picturePage())
  })

  it('stay while another frame shows them, and are left out where none ever did', () => {
    const doc = picturePage()
    const twice = { ...doc, frames: { ...doc.frames, again: { ...doc.frames.photo!, order: 'c' } } }
    const once = deleteFrames(twice, ['photo'])
    expect(once.ok && once.value.assets).toEqual(doc.assets)
    const { photo: _gone, ...frames } = doc.frames
    const packed = packPage({ doc: { ...doc, frames }, pictures: new Map([[sha256, bytes]]) })
    expect(Object.keys(unzipSync(packed))).toEqual(['page.json'])
  })

  it('are dropped from the page when another takes the frame', () => {
    const other = { ...asset, sha256: 'f'.repeat(64) }
    const replaced = placePictureInFrame(picturePage(), 'photo', other, placement)
    expect(replaced.ok && Object.values(replaced.value.assets ?? {})).toEqual([other])
  })

  it('go into picture frames only', () => {
    expect(placePictureInFrame(picturePage(), 'a1-body-1', asset, placement)).toEqual({
      ok: false,
      error: {
        code: 'frame-not-for-pictures',
        severity: 'error',
        params: { frame: 'a1-body-1', frames: 'photo' },
      },
    })
  })
})

describe('a file of an earlier version', () => {
  it('opens with the list of edits that it has beside the page, which has them in it', () => {
    const doc = smallPage()
    const entries = unzipSync(packPage({ doc }))
    const old = zipSync({ ...entries, 'edits.json': strToU8('[]') })
    expect(open(old)).toEqual({ ok: true, value: { doc } })
  })
})

describe('references', () => {
  it('leave no story with a preset that the page lacks', () => {
    expect(
      code(
        withPage((page) => {
          page.stories['a1-body'].preset = 'nowhere'
        }),
      ),
    ).toBe('page-broken-reference')
  })
})

describe('the corrections in it', () => {
  const source = { name: 'page.txt', bytes: strToU8('望津港') }
  const text = [{ line: 1, start: 0, end: 3 }]
  const corrections: Correction[] = [
    { kind: 'place', text, as: 'headline', article: 'new' },
    { kind: 'place', text, as: 'body', article: { line: 1, at: 0 }, before: { line: 1, at: 2 } },
    { kind: 'merge', article: { line: 1, at: 0 }, into: { line: 2, at: 0 } },
    { kind: 'split', at: { line: 1, at: 0 } },
    { kind: 'break', at: { line: 1, at: 0 } },
    { kind: 'join', at: { line: 1, at: 0 } },
    { kind: 'accept', text, code: 'weak-head-link' },
  ]
  const withCorrections = (json: string): Uint8Array =>
    zipSync({
      ...unzipSync(packPage({ doc: smallPage(), source })),
      'source/corrections.json': strToU8(json),
    })

  it('come back as they were saved, beside the dump', () => {
    const doc = smallPage()
    expect(open(packPage({ doc, source, corrections }))).toEqual({
      ok: true,
      value: { doc, source, corrections },
    })
  })

  it('are no entry where there are none', () => {
    const entries = unzipSync(packPage({ doc: smallPage(), source, corrections: [] }))
    expect(Object.keys(entries)).toEqual(['page.json', 'source/page.txt'])
  })

  it('are not overwritten by a dump of their name', () => {
    const named = { ...source, name: 'corrections.json' }
    expect(open(packPage({ doc: smallPage(), source: named, corrections }))).toMatchObject({
      value: { corrections, source: { bytes: source.bytes } },
    })
  })

  it.each([
    ['[{"kind":"place","text":[{"line":0,"start":0,"end":1}],"as":"headline"}]', ': 0.text.0.line'],
    ['[{"kind":"place","text":[],"as":"title"}]', ': 0.as'],
    ['[{"kind":"split","at":{"line":1,"at":0}},{"kind":"split"}]', ': 1.at'],
    ['[{"kind":"paint"}]', ': 0.kind'],
    ['{"corrections":[]}', ''],
  ])('refuse the page when they are broken: %s', (json, field) => {
    expect(open(withCorrections(json))).toMatchObject({
      ok: false,
      error: { code: 'page-invalid', params: { field: `source/corrections.json${field}` } },
    })
  })

  it('refuse the page when they are no JSON', () => {
    expect(open(withCorrections('[{'))).toMatchObject({
      error: { code: 'page-invalid', params: { field: 'source/corrections.json' } },
    })
  })
})

describe('a file that is no page', () => {
  it('is refused with what it is', () => {
    expect(code(new Uint8Array())).toBe('page-not-banxin')
    expect(code(strToU8('长春高新区'))).toBe('page-not-banxin')
    expect(code(zipSync({ 'word/document.xml': strToU8('<w/>') }))).toBe('page-not-banxin')
    expect(code(zipSync({ 'page.json': strToU8('{"schema":') }))).toBe('page-invalid')
    expect(code(zipSync({ 'page.json': strToU8('null') }))).toBe('page-invalid')
  })

  it('is refused when it was cut short, whatever the place', () => {
    const bytes = packPage({ doc: smallPage() })
    for (let length = 0; length < bytes.length; length += 97) {
      expect(code(bytes.subarray(0, length)), `${length} bytes`).not.toBe('ok')
    }
  })

  it('is refused when it comes from a newer version', () => {
    const newer = withPage((page) => {
      page.schema = 'banxin.page/4'
    })
    expect(open(newer)).toMatchObject({
      ok: false,
      error: { code: 'page-newer-version', params: { version: '4' } },
    })
  })

  it('is refused with the field that is wrong', () => {
    const wrong = withPage((page) => {
      page.frames['a1-body'].width = 'wide'
    })
    expect(open(wrong)).toMatchObject({
      ok: false,
      error: { code: 'page-invalid', params: { field: 'frames.a1-body.width' } },
    })
    const empty = withPage((page) => {
      page.paragraphStyles.body.sizePt = 0
    })
    expect(open(empty)).toMatchObject({ error: { params: { field: 'paragraphStyles.body.sizePt' } } })
  })

  it('is refused when a name in it leads nowhere', () => {
    const cases: [string, (page: PageDoc) => void][] = [
      ['story', (page) => delete page.stories['a1-body']],
      ['frame', (page) => delete page.frames['a1-body']],
      ['swatch', (page) => delete page.swatches.black],
      ['preset', (page) => delete page.presets.kjrb],
      ['style', (page) => delete page.paragraphStyles.body],
      ['face', (page) => Object.assign(page.paragraphStyles.body as object, { face: 'comic-sans' })],
    ]
    for (const [kind, change] of cases) {
      const result = open(withPage(change))
      expect(result, kind).toMatchObject({ ok: false, error: { code: 'page-broken-reference' } })
    }
  })

  it('is refused when a path in it leaves the folder', () => {
    for (const path of ['../evil', 'source/../../evil', '/etc/evil', 'C:evil', 'a\\..\\..\\evil']) {
      expect(code(zipSync({ 'page.json': strToU8('{}'), [path]: strToU8('x') })), path).toBe(
        'page-unsafe-path',
      )
    }
  })

  it('is refused when an entry is larger than any page', () => {
    const bomb = zipSync({ 'page.json': new Uint8Array(65 * 1024 * 1024) }, { level: 9 })
    expect(code(bomb)).toBe('page-too-large')
  })
})
