/** What specs of text in the page ask of the window: where characters stand, what a story says. */
import type { CDPSession, Page } from 'playwright/test'
import { expect } from './window.ts'

/** Lets the body of an article fill the canvas, as large as it goes, and answers the canvas's place. */
export async function showBody(
  page: Page,
  article: number,
): Promise<{ x: number; y: number; width: number; height: number }> {
  await page.getByTestId(`story-${article}`).click()
  await page.getByTestId('stories').getByRole('button', { name: /^正文/ }).click()
  await page.keyboard.press('Control+Digit3')
  const box = await page.locator('.canvas-viewport').boundingBox()
  if (!box) throw new Error('no canvas')
  return box
}

/** The hidden text that has the caret, paragraph by paragraph. */
export const paragraphsOf = (page: Page): Promise<string[]> =>
  page.getByTestId('story-text').locator('p').allTextContents()

/** Puts the caret into the body of an article, by the keyboard. */
export async function enterBody(page: Page, article: number): Promise<void> {
  await showBody(page, article)
  await page.locator('.canvas-viewport').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('story-text')).toBeFocused()
}

/** What the status bar says of the caret: `第 2 段 · 第 3 行`. */
export const caretPlace = (page: Page) => page.getByTestId('caret-place')

/** Where the caret is drawn, in px from the canvas's corner; the hidden text's caret lies at the same place. */
export const caretPoint = (page: Page): Promise<{ x: number; y: number }> =>
  page.evaluate(() => {
    const range = window.getSelection()?.getRangeAt(0)
    const rects = range?.getClientRects()
    const rect =
      rects && rects.length > 0 ? rects[0] : range?.startContainer.parentElement?.getBoundingClientRect()
    return { x: rect?.x ?? 0, y: (rect?.y ?? 0) + (rect?.height ?? 0) / 2 }
  })

export const cdpOf = (page: Page): Promise<CDPSession> => page.context().newCDPSession(page)

/** As an input method does while letters are typed, before a candidate is chosen. */
export const compose = (cdp: CDPSession, text: string) =>
  cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })

export const commit = (cdp: CDPSession, text: string) => cdp.send('Input.insertText', { text })
