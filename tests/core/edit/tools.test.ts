/** Gestures without a window, one px to a pt. Columns at 50–140, 150–240, 250–340; rows of 12 from 60. */
import { describe, expect, it } from 'vitest'
import { groupFrames } from '../../../src/core/doc/commands/groups.ts'
import { lockFrames } from '../../../src/core/doc/commands/look.ts'
import { deleteFrames } from '../../../src/core/doc/commands/remove.ts'
import { page, place, text } from '../../support/plain-page.ts'
import { TestEditor } from './test-editor.ts'

/** a and b side by side, d over a part of a. */
const built = () =>
  page().text('a', [50, 60, 90, 120]).picture('b', [150, 60, 90, 60]).picture('d', [60, 80, 30, 24])
const editor = (doc = built().doc()) => new TestEditor(doc)
const NONE = { shift: false, alt: false, mod: false }

describe('selecting', () => {
  it('a click takes the smallest frame, Shift adds and takes away, beside all it takes none', () => {
    const desk = editor().click([70, 90])
    expect(desk.selection).toEqual(['d'])
    expect(desk.click([200, 90], { shift: true }).selection).toEqual(['d', 'b'])
    expect(desk.click([70, 90], { shift: true }).selection).toEqual(['b'])
    expect(desk.click([300, 400]).selection).toEqual([])
    expect(desk.steps).toEqual([])
  })

  it('Ctrl or Alt goes down through what overlaps, and round again', () => {
    const desk = editor().click([70, 90])
    expect(desk.click([70, 90], { mod: true }).selection).toEqual(['a'])
    expect(desk.click([70, 90], { alt: true }).selection).toEqual(['d'])
  })

  it('the topmost of frames that overlap is meant, but what lies inside another before that', () => {
    const built = page().picture('low', [50, 60, 90, 60]).picture('high', [100, 80, 200, 60]).doc()
    expect(editor(built).click([120, 100]).selection).toEqual(['high'])
    const boxed = page().picture('inner', [60, 70, 20, 20]).shape('box', [50, 60, 90, 60], { fill: 'accent' })
    expect(editor(boxed.doc()).click([65, 75]).selection).toEqual(['inner'])
  })

  it('a marquee takes what it touches, not what is locked; Esc gives back what was selected', () => {
    const desk = editor(lockFrames(built().doc(), ['b'], true)).drag([20, 20], [300, 100])
    expect(desk.selection).toEqual(['a', 'd'])
    desk.press([20, 400]).moveTo([60, 500])
    expect(desk.selection).toEqual([])
    expect(desk.escape()).toBe(true)
    expect(desk.selection).toEqual(['a', 'd'])
  })

  it('a group as a whole, and with a second press one of it', () => {
    const grouped = groupFrames(built().doc(), ['a', 'b'])
    const desk = editor(grouped.ok ? grouped.value : undefined).click([200, 90])
    expect(desk.selection).toEqual(['b', 'a'])
    desk.click([100, 150]).click([100, 150], { clicks: 2 })
    expect(desk.selection).toEqual(['a'])
    expect(desk.entered).toBeUndefined()
    expect(desk.click([100, 150], { clicks: 2 }).entered).toBe('a')
  })

  it('a group in a group level by level', () => {
    const inner = groupFrames(built().doc(), ['a', 'b'])
    const outer = groupFrames(inner.ok ? inner.value : built().doc(), ['a', 'd'])
    const desk = editor(outer.ok ? outer.value : undefined).click([100, 150])
    expect([...desk.selection].sort()).toEqual(['a', 'b', 'd'])
    expect([...desk.click([100, 150], { clicks: 2 }).selection].sort()).toEqual(['a', 'b'])
    expect(desk.click([100, 150], { clicks: 2 }).selection).toEqual(['a'])
    expect(desk.entered).toBeUndefined()
  })

  it('a shape without a ground by its outline only', () => {
    const desk = editor(page().shape('box', [50, 60, 200, 200]).doc())
    expect(desk.click([150, 150]).selection).toEqual([])
    expect(desk.click([52, 150]).selection).toEqual(['box'])
  })
})

describe('moving', () => {
  it('is one step, snapped, and selects what it moves', () => {
    const desk = editor().drag([200, 90], [303, 124])
    expect(place(desk.doc, 'b')).toBe('250,96 90×60')
    expect([desk.steps, desk.selection, desk.state]).toEqual([['move'], ['b'], 'select'])
    desk.undo()
    expect(place(desk.doc, 'b')).toBe('150,60 90×60')
  })

  it('shows the page as it would be, and writes nothing before the release', () => {
    const desk = editor().press([200, 90]).moveTo([290, 90])
    expect(desk.state).toBe('select.moving')
    expect(place(desk.preview!.doc!, 'b')).toBe('240,60 90×60')
    expect(desk.preview?.marks).not.toEqual([])
    expect(desk.steps).toEqual([])
    expect(desk.escape()).toBe(true)
    expect([place(desk.doc, 'b'), desk.preview, desk.state]).toEqual(['150,60 90×60', undefined, 'select'])
  })

  it('a tremble of the hand is a click', () => {
    expect(editor().drag([200, 90], [202, 91]).steps).toEqual([])
  })

  it('Ctrl without snapping, Shift along one axis', () => {
    const free = editor().press([200, 90]).moveTo([220, 95]).moveTo([233, 97], { mod: true })
    expect(place(free.release([233, 97], { mod: true }).doc, 'b')).toBe('183,67 90×60')
    const straight = editor()
      .click([200, 90])
      .press([200, 90])
      .moveTo([230, 90])
      .moveTo([300, 111], { shift: true })
    expect(place(straight.release([300, 111], { shift: true }).doc, 'b')).toBe('250,60 90×60')
  })

  it('with Alt copies, and selects the copies', () => {
    const desk = editor().press([200, 90]).moveTo([210, 95]).moveTo([300, 150], { alt: true })
    desk.release([300, 150], { alt: true })
    expect(place(desk.doc, 'b')).toBe('150,60 90×60')
    expect(place(desk.doc, desk.selection[0] ?? '')).toBe('250,120 90×60')
    expect(desk.steps).toEqual(['duplicate'])
  })

  it('follows a key that is pressed while the hand is still', () => {
    const desk = editor().press([200, 90]).moveTo([300, 111])
    desk.keys({ ...NONE, shift: true })
    expect(desk.preview?.tip?.y).toBe(60)
  })

  it('takes all that is selected along', () => {
    const desk = editor().click([200, 90]).click([70, 90], { shift: true }).drag([200, 90], [200, 128])
    expect([place(desk.doc, 'b'), place(desk.doc, 'd')]).toEqual(['150,96 90×60', '60,116 30×24'])
  })

  it('of a locked frame is refused', () => {
    const desk = editor(lockFrames(built().doc(), ['b'], true)).drag([200, 90], [300, 200])
    expect([desk.refusals, place(desk.doc, 'b')]).toEqual([['frame-locked'], '150,60 90×60'])
  })
})

describe('resizing', () => {
  it('pulls an edge to the row that is near', () => {
    const desk = editor().click([200, 90]).drag([195, 120], [195, 146])
    expect([place(desk.doc, 'b'), desk.steps]).toEqual(['150,60 90×84', ['resize']])
  })

  it('from the middle with Alt, with its ratio with Shift, and not at all with Esc', () => {
    const desk = editor().click([200, 90])
    desk.press([240, 120]).moveTo([250, 130]).moveTo([270, 140], { alt: true, mod: true })
    expect(desk.preview?.tip).toEqual({ x: 120, y: 40, width: 150, height: 100 })
    desk.moveTo([270, 120], { shift: true })
    expect(desk.preview?.tip).toEqual({ x: 150, y: 60, width: 120, height: 80 })
    desk.escape()
    expect(place(desk.doc, 'b')).toBe('150,60 90×60')
  })

  it('scales several together', () => {
    const desk = editor().click([200, 90]).click([70, 90], { shift: true })
    desk
      .press([240, 120])
      .moveTo([250, 120])
      .moveTo([330, 120], { mod: true })
      .release([330, 120], { mod: true })
    // From 60–240 to 60–330: one and a half times as wide.
    expect([place(desk.doc, 'd'), place(desk.doc, 'b')]).toEqual(['60,80 45×24', '195,60 135×60'])
  })

  it('shows by its cursor what a press would do', () => {
    const desk = editor().click([200, 90])
    expect(desk.cursorAt([150, 60])).toBe('resize-nw')
    expect(desk.cursorAt([200, 90])).toBe('move')
    expect(desk.cursorAt([200, 90], { alt: true })).toBe('copy')
    expect(desk.cursorAt([300, 400])).toBe('default')
  })
})

describe('drawing', () => {
  it.each([
    ['text-frame', 'draw-text'],
    ['picture', 'draw-picture'],
    ['shape', 'draw-shape'],
  ] as const)('a %s frame by a drag, from grid to grid', (kind, step) => {
    const desk = editor()
    desk.use(kind)
    desk.drag([252, 302], [338, 362])
    const [made = ''] = desk.selection
    expect(place(desk.doc, made)).toBe('250,300 90×60')
    expect([desk.steps, desk.tool]).toEqual([[step], 'select'])
  })

  it('by a click: the column, ten rows deep', () => {
    const desk = editor()
    desk.use('text-frame')
    desk.click([290, 305])
    expect(place(desk.doc, desk.selection[0] ?? '')).toBe('250,300 90×120')
  })

  it('with the tool for typing only by a drag, and the caret goes into the frame', () => {
    const desk = editor()
    desk.use('text')
    expect(desk.click([290, 305]).steps).toEqual([])
    desk.drag([252, 302], [338, 362])
    expect([desk.steps, desk.entered]).toEqual([['draw-text'], desk.selection[0]])
  })

  it('rules that lie or stand', () => {
    const desk = editor()
    desk.use('rule')
    desk.drag([52, 301], [339, 306])
    expect(place(desk.doc, desk.selection[0] ?? '')).toBe('50,300 290×0')
    desk.use('rule')
    desk.drag([145, 301], [147, 420])
    expect(place(desk.doc, desk.selection[0] ?? '')).toMatch(/ 0×120$/)
  })

  it('is left with Esc', () => {
    const desk = editor()
    desk.use('shape')
    desk.press([250, 300]).moveTo([300, 400])
    expect([desk.escape(), desk.preview, desk.steps]).toEqual([true, undefined, []])
  })
})

describe('threads by their ports', () => {
  const thread = () =>
    new TestEditor(
      page()
        .thread('s', [text('一二三四五')], { a: [50, 60, 90, 60], b: [150, 60, 90, 60] })
        .text('e', [50, 300, 90, 60], '')
        .doc(),
    ).click([200, 90])
  /** The out port of b: outside its lower right corner. */
  const OUT = [248, 110] as const
  const IN = [142, 70] as const

  it('load the text, and a click on an empty frame links it', () => {
    const desk = thread().click(OUT)
    expect([desk.state, desk.loaded]).toEqual(['thread.loaded', { after: 'b' }])
    expect(desk.cursorAt([90, 330])).toBe('link')
    expect(desk.click([90, 330]).doc.stories.s?.frames).toEqual(['a', 'b', 'e'])
    expect([desk.loaded, desk.state, desk.steps]).toEqual([undefined, 'select', ['thread']])
  })

  it('a click beside draws a frame like it, a drag one of its own size', () => {
    const desk = thread().click(OUT).click([280, 205])
    expect(place(desk.doc, desk.selection[0] ?? '')).toBe('250,204 90×60')
    const drawn = thread().click(OUT).drag([252, 302], [338, 396])
    expect(place(drawn.doc, drawn.selection[0] ?? '')).toBe('250,300 90×96')
    expect(drawn.doc.stories.s?.frames.length).toBe(3)
  })

  it('text that still finds no room stays in hand', () => {
    const desk = thread()
    desk.overset = new Set(['frame-1'])
    desk.click(OUT)
    expect(desk.proposalsFor).toBeUndefined()
    desk.click([280, 205])
    expect([desk.loaded, desk.state]).toEqual([{ after: 'frame-1' }, 'thread.loaded'])
    expect([desk.escape(), desk.loaded, desk.state]).toEqual([true, undefined, 'select'])
  })

  it('the red plus opens what there is to do about it', () => {
    const desk = thread()
    desk.overset = new Set(['b'])
    expect(desk.click(OUT).proposalsFor).toBe('b')
  })

  it('Alt cuts behind, and takes a frame out', () => {
    const cut = thread().click([90, 90]).click([148, 110], { alt: true })
    expect(cut.doc.stories.s?.frames).toEqual(['a'])
    const out = thread().click(IN, { alt: true })
    expect(out.doc.stories.s?.frames).toEqual(['a'])
    expect([cut.steps, out.steps]).toEqual([['cut-thread'], ['unthread']])
  })

  it('with the thread tool by two clicks', () => {
    const desk = thread()
    desk.use('thread')
    desk.click([200, 90]).click([90, 330])
    expect(desk.doc.stories.s?.frames).toEqual(['a', 'b', 'e'])
  })
})

describe('a story dragged from the list', () => {
  const built = () =>
    page()
      .thread('s', [text('一二三四五')], { a: [50, 60, 90, 60] })
      .text('e', [150, 60, 90, 60], '')
      .text('f', [250, 60, 90, 60], '六七')
  /** The story s has no frame: what it had was deleted. */
  const loose = () => {
    const deleted = deleteFrames(built().doc(), ['a'], 'keep')
    return editor(deleted.ok ? deleted.value : undefined)
  }

  it('is set in the frame it is dropped on; the text that stood there stays, without a place', () => {
    const desk = loose().carry('s', [200, 90])
    expect([desk.preview?.box?.x, desk.cursorAt([200, 90])]).toEqual([150, 'link'])
    desk.release([200, 90])
    expect([desk.doc.stories.s?.frames, desk.selection, desk.steps]).toEqual([['e'], ['e'], ['place-story']])
    // An empty story that nothing holds goes.
    expect(Object.keys(desk.doc.stories)).toEqual(['s', 'f-story'])
    desk.carry('s', [300, 90]).release([300, 90])
    expect([desk.doc.stories.s?.frames, desk.doc.stories['f-story']?.frames]).toEqual([['e', 'f'], []])
    expect(desk.doc.frames.f).toMatchObject({ story: 's' })
  })

  it('gets a frame of its own on empty paper, and goes on there where it is placed already', () => {
    const desk = loose().carry('s', [200, 205])
    expect(desk.cursorAt([200, 205])).toBe('loaded')
    desk.release([200, 205])
    expect(place(desk.doc, desk.selection[0] ?? '')).toBe('150,204 90×120')
    const placed = editor(built().doc()).carry('s', [80, 305]).release([80, 305])
    expect(placed.doc.stories.s?.frames).toEqual(['a', placed.selection[0]])
  })

  it('changes nothing with Esc, and a locked frame refuses it', () => {
    const desk = loose().carry('s', [200, 205])
    expect([desk.escape(), desk.preview, desk.steps, desk.state]).toEqual([true, undefined, [], 'select'])
    const locked = editor(lockFrames(built().doc(), ['e'], true))
      .carry('s', [200, 90])
      .release([200, 90])
    expect([locked.refusals, locked.steps]).toEqual([['frame-locked'], []])
  })
})

describe('guides', () => {
  it('are pulled from a ruler, moved, and dragged off the page', () => {
    const desk = editor().pullGuide('x', [303, 200])
    expect(desk.doc.guides).toEqual([{ axis: 'x', at: 303 }])
    expect(desk.cursorAt([303, 300])).toBe('column')
    desk.drag([303, 300], [253, 310])
    expect(desk.doc.guides).toEqual([{ axis: 'x', at: 250 }])
    desk.drag([250, 300], [-20, 310])
    expect(desk.doc).not.toHaveProperty('guides')
    expect(desk.steps).toEqual(['guide', 'guide', 'guide-off'])
  })
})

describe('the view', () => {
  it('is moved by the hand, and zoomed by click and marquee', () => {
    const desk = editor()
    desk.use('hand')
    desk.drag([100, 100], [130, 90])
    expect(desk.panned).toEqual({ x: 30, y: -10 })
    desk.use('zoom')
    desk.click([10, 10]).click([10, 10], { alt: true }).drag([50, 60], [140, 120])
    expect(desk.zooms).toEqual(['in', 'out', '50,60 90×60'])
  })
})
