/** The panels and states that a person meets, each brought about by mouse and keys as a person would. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright/test'
import { type MessageKey, message } from '../../src/shared/messages.ts'
import { testPictures } from '../support/pictures.ts'
import { run } from './axe-faults.ts'
import { outlineRow } from './page-points.ts'
import { cdpOf, compose } from './text-page.ts'
import { expect, openFrom } from './window.ts'

export interface Desk {
  page: Page
  app: ElectronApplication
  folder: string
}

export interface LookState {
  name: string
  show(desk: Desk): Promise<unknown>
  /** Undoes what the state has changed, beyond what Escape closes. */
  leave?(desk: Desk): Promise<unknown>
}

const canvas = (page: Page) => page.locator('.canvas-viewport')

/** Opens a panel of the left, also where it is behind a rail. */
async function left(page: Page, tab: string): Promise<void> {
  const rail = page.getByTestId('rail-open')
  if (!(await page.getByTestId(`tab-${tab}`).isVisible())) await rail.click()
  await page.getByTestId(`tab-${tab}`).click()
}

async function said(page: Page, key: MessageKey): Promise<string> {
  const lang = await page.evaluate(() => document.documentElement.lang)
  return message(lang === 'en' ? 'en' : 'zh', key)
}

async function select(page: Page, kind: MessageKey, nth = 0): Promise<void> {
  await left(page, 'outline')
  await outlineRow(page, await said(page, kind), nth).click()
}

async function inspector(page: Page, tab: string): Promise<void> {
  const open = page.getByTestId('tools-inspector')
  if (!(await page.getByTestId(`tab-${tab}`).isVisible())) await open.click()
  await page.getByTestId(`tab-${tab}`).click()
}

const properties = async (page: Page, name: MessageKey, nth = 0) => {
  await select(page, name, nth)
  await inspector(page, 'properties')
}

async function dialog(page: Page, command: string): Promise<void> {
  await run(page, command)
  await expect(page.getByRole('dialog').or(page.getByRole('alertdialog')).first()).toBeVisible()
}

async function menu(page: Page, id: string): Promise<void> {
  const wide = page.getByTestId(`menu-${id}`)
  if (!(await wide.isVisible())) await page.getByTestId('menus').click()
  await wide.click()
}

async function caret(page: Page, article = 3): Promise<void> {
  await left(page, 'stories')
  await page.getByTestId(`story-${article}`).click()
  await page
    .getByTestId('stories')
    .getByRole('button', { name: /^(正文|Body)/ })
    .click()
  await page.keyboard.press('Control+Digit3')
  await canvas(page).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('story-text')).toBeFocused()
}

const undo = ({ page }: Desk) => run(page, '撤销')
const stage = (page: Page, name: string) => page.getByTestId(`stage-${name}`).click()

async function dragSelected(page: Page, dx: number, dy: number): Promise<void> {
  const box = await canvas(page).boundingBox()
  if (!box) throw new Error('no canvas')
  await canvas(page).focus()
  await page.keyboard.press('Control+Digit3')
  for (let i = 0; i < 4; i++) await page.keyboard.press('Control+Minus')
  // What moves to a place is there.
  await page.waitForTimeout(300)
  const at = { x: box.x + box.width / 2 + 10, y: box.y + box.height / 2 + 10 }
  await page.mouse.move(at.x, at.y)
  await page.mouse.down()
  await page.mouse.move(at.x + dx / 2, at.y + dy / 2, { steps: 3 })
  await page.mouse.move(at.x + dx, at.y + dy, { steps: 3 })
}

export const PAGE_STATES: readonly LookState[] = [
  { name: 'page', show: ({ page }) => left(page, 'stories') },
  {
    name: 'story-open',
    show: ({ page }) => left(page, 'stories').then(() => page.getByTestId('story-1').click()),
  },
  { name: 'outline', show: ({ page }) => left(page, 'outline') },
  { name: 'styles', show: ({ page }) => left(page, 'styles') },
  {
    name: 'style-form',
    show: async ({ page }) => {
      await left(page, 'styles')
      await page.locator('.style-open').nth(1).click()
    },
    leave: ({ page }) => page.locator('.style-open').nth(1).click(),
  },
  { name: 'swatches', show: ({ page }) => left(page, 'swatches') },
  {
    name: 'history',
    show: async ({ page }) => {
      await select(page, 'frame.headline')
      await canvas(page).focus()
      for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown')
      await left(page, 'history')
    },
    leave: async (desk) => {
      for (let i = 0; i < 3; i++) await undo(desk)
    },
  },
  { name: 'text-frame', show: ({ page }) => properties(page, 'frame.body') },
  { name: 'picture-frame', show: ({ page }) => properties(page, 'frame.picture') },
  { name: 'rule', show: ({ page }) => properties(page, 'frame.rule') },
  {
    name: 'several',
    show: async ({ page }) => {
      await properties(page, 'frame.body')
      await left(page, 'outline')
      await outlineRow(page, await said(page, 'frame.caption')).click({ modifiers: ['Control'] })
    },
  },
  {
    name: 'locked',
    show: async ({ page }) => {
      await properties(page, 'frame.body')
      await page.keyboard.press('Control+Shift+l')
    },
    leave: undo,
  },
  {
    name: 'paragraph',
    show: async ({ page }) => {
      await select(page, 'frame.body')
      await inspector(page, 'paragraph')
    },
  },
  {
    name: 'source',
    show: async ({ page }) => {
      await select(page, 'frame.body')
      await inspector(page, 'source')
    },
    leave: ({ page }) => inspector(page, 'properties'),
  },
  {
    name: 'overset',
    show: async ({ page }) => {
      await select(page, 'frame.body', 4)
      await canvas(page).focus()
      await page.keyboard.press('Delete')
      await properties(page, 'frame.body', 3)
    },
    leave: undo,
  },
  {
    name: 'copyfit',
    show: async ({ page }) => {
      await run(page, '排齐')
      await caret(page)
    },
    leave: async ({ page }) => {
      await page.keyboard.press('Escape')
      await run(page, '排齐')
    },
  },
  {
    name: 'caret-selection',
    show: async ({ page }) => {
      await caret(page)
      await page.keyboard.press('Control+Shift+End')
    },
  },
  {
    name: 'ime',
    show: async ({ page }) => {
      await caret(page)
      await inspector(page, 'paragraph')
      await page.getByTestId('story-text').focus()
      await compose(await cdpOf(page), "man'yi'du")
    },
    leave: async ({ page }) => {
      await compose(await cdpOf(page), '')
      await page.keyboard.press('Escape')
      await inspector(page, 'properties')
    },
  },
  {
    name: 'story-editor',
    show: async ({ page }) => {
      await caret(page)
      await page.keyboard.press('F4')
      await expect(page.getByTestId('story-editor')).toBeVisible()
    },
    leave: ({ page }) => page.keyboard.press('F4'),
  },
  {
    name: 'find',
    show: async ({ page }) => {
      await page.keyboard.press('Control+KeyH')
      await page.getByTestId('find-text').fill('园区')
      await page.keyboard.press('Enter')
    },
  },
  {
    name: 'drag',
    show: async ({ page }) => {
      await select(page, 'frame.picture')
      await dragSelected(page, 90, 40)
    },
    leave: async ({ page }) => {
      await page.keyboard.press('Escape')
      await page.mouse.up()
    },
  },
  {
    name: 'guides',
    show: async ({ page }) => {
      await run(page, '整页')
      const box = await canvas(page).boundingBox()
      if (!box) return
      await page.mouse.move(box.x + box.width / 2, box.y - 10)
      await page.mouse.down()
      await page.mouse.move(box.x + box.width / 2, box.y + 300, { steps: 4 })
      await page.mouse.up()
    },
    leave: undo,
  },
  { name: 'menu-file', show: ({ page }) => menu(page, 'file') },
  { name: 'menu-edit', show: ({ page }) => menu(page, 'edit') },
  { name: 'menu-object', show: ({ page }) => menu(page, 'object') },
  { name: 'menu-view', show: ({ page }) => menu(page, 'view') },
  {
    name: 'frame-menu',
    show: async ({ page }) => {
      await select(page, 'frame.body')
      await canvas(page).focus()
      await page.keyboard.press('Shift+F10')
    },
  },
  {
    name: 'text-menu',
    show: async ({ page }) => {
      await caret(page)
      await page.keyboard.press('Shift+F10')
    },
  },
  {
    name: 'layouts',
    show: async ({ page }) => {
      await run(page, '版式')
      await expect(page.getByTestId('proposals')).toHaveAttribute('aria-busy', 'false', { timeout: 30_000 })
    },
    leave: ({ page }) => run(page, '版式'),
  },
  {
    name: 'proof',
    show: async ({ page }) => {
      await run(page, '校样预览')
      await expect(page.getByTestId('proof-most')).toContainText('%', { timeout: 30_000 })
    },
    leave: ({ page }) => run(page, '校样预览'),
  },
  { name: 'palette', show: ({ page }) => page.keyboard.press('Control+k') },
  { name: 'keys', show: ({ page }) => dialog(page, '快捷键') },
  { name: 'about', show: ({ page }) => dialog(page, '关于版心') },
  { name: 'preferences', show: ({ page }) => dialog(page, '偏好设置') },
  { name: 'recents', show: ({ page }) => dialog(page, '最近') },
  { name: 'new-page', show: ({ page }) => dialog(page, '新建版面') },
  { name: 'new-story', show: ({ page }) => dialog(page, '新建一稿') },
  { name: 'apply-template', show: ({ page }) => dialog(page, '换模板') },
  { name: 'save-template', show: ({ page }) => dialog(page, '存为模板') },
  { name: 'special', show: ({ page }) => dialog(page, '特殊字符') },
  { name: 'presets', show: ({ page }) => dialog(page, '排版规则') },
  {
    name: 'export',
    show: async ({ page }) => {
      await page.keyboard.press('Control+KeyE')
      await expect(page.getByTestId('export-dialog')).toBeVisible()
    },
  },
  {
    name: 'closing',
    show: async ({ page }) => {
      await select(page, 'frame.headline')
      await canvas(page).focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Control+KeyW')
      await expect(page.getByTestId('unsaved')).toBeVisible()
    },
    leave: async (desk) => {
      await desk.page.keyboard.press('Escape')
      await undo(desk)
    },
  },
  {
    name: 'failure',
    show: async ({ page, app, folder }) => {
      writeFileSync(join(folder, 'empty.txt'), '')
      await openFrom(app, join(folder, 'empty.txt'))
      await page.keyboard.press('Control+KeyO')
      await expect(page.getByTestId('failure')).toBeVisible()
    },
    leave: ({ page }) => page.getByTestId('failure-close').click(),
  },
  { name: 'preflight', show: ({ page }) => stage(page, 'preflight') },
  {
    name: 'sign-form',
    show: async ({ page }) => {
      await stage(page, 'preflight')
      await page.getByTestId('sign').first().click()
    },
  },
  {
    name: 'signer-form',
    show: async ({ page }) => {
      await stage(page, 'preflight')
      await page.getByTestId('signer-editor').getByRole('button').click()
    },
  },
  { name: 'profile', show: ({ page }) => stage(page, 'preflight').then(() => dialog(page, '检查方案')) },
  { name: 'review', show: ({ page }) => stage(page, 'review') },
  {
    name: 'review-menu',
    show: async ({ page }) => {
      await stage(page, 'review')
      await page.getByTestId('source-list').focus()
      await page.keyboard.press('Shift+F10')
    },
  },
  { name: 'settled', show: ({ page }) => stage(page, 'review').then(() => run(page, '查看已定')) },
  {
    name: 'picture',
    show: async ({ page, app, folder }) => {
      await stage(page, 'layout')
      const photo = (await testPictures()).find(({ file }) => file === 'flood.jpg')
      writeFileSync(join(folder, 'flood.jpg'), photo?.bytes ?? '')
      await openFrom(app, join(folder, 'flood.jpg'))
      await properties(page, 'frame.picture')
      await page.keyboard.press('Control+KeyD')
      await expect(page.getByTestId('properties')).toContainText('flood.jpg', { timeout: 30_000 })
    },
    leave: undo,
  },
]

/** Back to the page with nothing over it and nothing selected. */
export async function backToPage(page: Page): Promise<void> {
  for (let i = 0; i < 6; i++) {
    await page.keyboard.press('Escape')
    await page.waitForTimeout(40)
  }
  await stage(page, 'layout')
  await canvas(page).focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Digit0')
}
