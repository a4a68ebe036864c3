/** What an eye would find wrong with the window as it stands: cut words, bars where none belong, controls out of reach. */
import type { Page } from 'playwright/test'

/** Every fault as a line that names the element and says by how much. */
export const looksFaults = (page: Page): Promise<string[]> => page.evaluate(findFaults)

/** Runs in the page, so it brings along all that it needs. */
function findFaults(): string[] {
  const faults = new Set<string>()
  const [width, height] = [window.innerWidth, window.innerHeight]
  const modal = document.querySelector('.veil')
  const roots = [...document.querySelectorAll('.veil, .popover, .tip')]
  const scope = roots.length > 0 ? roots : [document.body]

  const nameOf = (element: Element): string => {
    const own = element.getAttribute('data-testid') ?? element.getAttribute('class') ?? ''
    const up = element.parentElement?.getAttribute('class') ?? ''
    const text = (element.textContent ?? '').trim().slice(0, 24)
    return `${element.tagName.toLowerCase()}.${own.slice(0, 30)} in .${up.slice(0, 30)} “${text}”`
  }
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) &&
    element.closest(
      '.visually-hidden, [data-live-announcer], [data-testid="hidden-select-container"], .text-host, [data-testid="twin"]',
    ) === null
  const ancestors = (element: Element): Element[] => {
    const all: Element[] = []
    for (let up = element.parentElement; up; up = up.parentElement) all.push(up)
    return all
  }
  const clips = (style: CSSStyleDeclaration, axis: 'X' | 'Y') => style[`overflow${axis}`] !== 'visible'
  const scrolls = (style: CSSStyleDeclaration, axis: 'X' | 'Y') =>
    /auto|scroll/.test(style[`overflow${axis}`])
  const say = (what: string, element: Element, by: number) =>
    faults.add(`${what} by ${Math.round(by)}: ${nameOf(element)}`)

  const html = document.documentElement
  if (html.scrollWidth > width) faults.add(`the window scrolls sideways by ${html.scrollWidth - width}`)
  const moved = [html, ...document.querySelectorAll('body, #root, .window')].find(
    (each) => each.scrollTop !== 0 || each.scrollLeft !== 0,
  )
  if (moved) faults.add(`the window was scrolled: ${nameOf(moved)}`)

  /** Words end in their box, or in three dots; what scrolls down may go on below. */
  const words = (text: Text): void => {
    const parent = text.parentElement
    if (!parent || !isShown(parent) || (text.data ?? '').trim() === '') return
    if (modal && !modal.contains(parent) && !parent.closest('.popover')) return
    const range = document.createRange()
    range.selectNodeContents(text)
    const rects = [...range.getClientRects()].filter((rect) => rect.width > 1 && rect.height > 1)
    // What is named for the ear alone is a single pixel.
    if (rects.length === 0 || parent.clientWidth === 1) return
    const right = Math.max(...rects.map((rect) => rect.right))
    const left = Math.min(...rects.map((rect) => rect.left))
    const top = Math.min(...rects.map((rect) => rect.top))
    const bottom = Math.max(...rects.map((rect) => rect.bottom))
    const chain = [parent, ...ancestors(parent)]
    const inline = getComputedStyle(parent).display === 'inline'
    const dots = chain.slice(0, 4).some((each) => getComputedStyle(each).textOverflow === 'ellipsis')
    if (
      !dots &&
      !inline &&
      getComputedStyle(parent).overflowX !== 'visible' &&
      parent.scrollWidth > parent.clientWidth + 1
    )
      say('words are cut', parent, parent.scrollWidth - parent.clientWidth)
    for (const box of chain) {
      const style = getComputedStyle(box)
      if (style.maskImage !== 'none') return
      const rect = box.getBoundingClientRect()
      if (
        box.matches('button, .button, .chip, .choice-button, kbd, .number') &&
        !dots &&
        right > rect.right + 1
      )
        say('words leave their button', box, right - rect.right)
      if (
        clips(style, 'X') &&
        !dots &&
        (right > rect.right + 1 || left < rect.left - 1) &&
        !scrolls(style, 'X')
      )
        say('words are cut at the side', parent, Math.max(right - rect.right, rect.left - left))
      if (clips(style, 'Y') && !scrolls(style, 'Y') && bottom > rect.bottom + 3 && top < rect.bottom)
        say('words are cut below', parent, bottom - rect.bottom)
      if (scrolls(style, 'Y')) return
    }
    if (right > width + 1) say('words leave the window', parent, right - width)
    if (bottom > height + 2) say('words leave the window below', parent, bottom - height)
  }

  /** A control lies in the window, or in a part that scrolls to it, and nothing lies over it. */
  const control = (element: Element): void => {
    if (!isShown(element)) return
    if (modal && !modal.contains(element) && !element.closest('.popover')) return
    const rect = element.getBoundingClientRect()
    const middle = document.elementFromPoint(rect.x + rect.width / 2, rect.y + rect.height / 2)
    // Behind a panel that is open over it, it waits.
    if (middle?.closest('[data-floating="true"]') && !element.closest('[data-floating="true"]')) return
    if (rect.width < 2 || rect.height < 2) return
    const scroller = ancestors(element).find(
      (each) => scrolls(getComputedStyle(each), 'Y') && each.scrollHeight > each.clientHeight,
    )
    const room = scroller?.getBoundingClientRect() ?? new DOMRect(0, 0, width, height)
    // Scrolled half out of sight it is as large as it is; at the edge, what reaches beyond its box is cut off too.
    const whole = !scroller || (rect.top >= room.top + 4 && rect.bottom <= room.bottom - 4)
    const hit = element.closest('label')?.getBoundingClientRect() ?? rect
    const label = element.closest('label')
    const inText = getComputedStyle(element).display === 'inline'
    const reach = (dx: number, dy: number) => {
      const met = document.elementFromPoint(rect.x + rect.width / 2 + dx, rect.y + rect.height / 2 + dy)
      // Pins of one place lie over each other, as the frames do that they point at; the find bar over panels.
      return (
        met !== null &&
        (element.contains(met) || met.closest('.pin, .find-bar') !== null || label?.contains(met) === true)
      )
    }
    const points = Array.from({ length: 17 }, (_, i) => 2 * i - 16)
    const wide = (axis: (by: number) => boolean) => points.filter(axis).length >= 11
    const small =
      (hit.width < 23.5 && !wide((by) => reach(by, 0))) || (hit.height < 23.5 && !wide((by) => reach(0, by)))
    if (!inText && small && whole && !element.matches('input, [role="option"] *'))
      faults.add(`small, ${Math.round(rect.width)} × ${Math.round(rect.height)}: ${nameOf(element)}`)
    if (rect.right > room.right + 1 || rect.left < room.left - 1)
      say('a control leaves its room', element, Math.max(rect.right - room.right, room.left - rect.left))
    // The box or slider that is seen stands for these.
    if (element.matches('label input, input[type="range"]')) return
    const clipped = ancestors(element).find((each) => {
      const box = each.getBoundingClientRect()
      return clips(getComputedStyle(each), 'X') && (rect.right > box.right + 1 || rect.left < box.left - 1)
    })
    if (clipped)
      say('a control is cut at the side', element, rect.right - clipped.getBoundingClientRect().right)
    if (scroller) return
    if (rect.bottom > height + 1 || rect.top < -1)
      say('a control leaves the window', element, Math.max(rect.bottom - height, -rect.top))
    const over = document.elementFromPoint(rect.x + rect.width / 2, rect.y + rect.height / 2)
    if (
      over &&
      !element.contains(over) &&
      !over.contains(element) &&
      !label?.contains(over) &&
      !over.closest('.popover, .tip, .pin, .toast, .veil, [data-floating="true"]')
    )
      faults.add(`${nameOf(over)} lies over ${nameOf(element)}`)
  }

  for (const root of scope) {
    for (const element of [root, ...root.querySelectorAll('*')]) {
      const style = getComputedStyle(element)
      if (
        scrolls(style, 'X') &&
        element.scrollWidth > element.clientWidth + 1 &&
        isShown(element) &&
        !element.matches('textarea, input')
      )
        say('a bar at the foot', element, element.scrollWidth - element.clientWidth)
      if (
        element.matches(
          'button, input:not([type="hidden"]), select, textarea, [role="button"], [role="tab"], [role="radio"], [role="menuitem"]',
        )
      )
        control(element)
    }
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) words(node as Text)
  }
  return [...faults]
}
