/** 检查: an error stops the export; it is mended by a click, another is signed for, the page prints and keeps it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeFaultyPage } from '../support/faulty-page.ts'
import { tool } from '../support/tools.ts'
import { dragOnPage, middleOf, pagePoints, placeOfSelected, selectInOutline } from './page-points.ts'
import { expect, openFrom, saveTo, test } from './window.ts'

test.describe('a page with faults', () => {
  test.use({ files: ['faulty.banxin'] })
  test.beforeEach(({ folder }) => writeFaultyPage(join(folder, 'faulty.banxin')))

  test('is mended, signed off, printed, saved and opened again', async ({ app, page, folder }) => {
    const pdf = join(folder, 'page.pdf')
    await saveTo(app, pdf)

    // the export is stopped, and leads to what stops it
    await expect(page.getByTestId('stage-preflight')).toContainText('2')
    await page.keyboard.press('Control+KeyE')
    const dialog = page.getByTestId('export-dialog')
    await expect(dialog).toContainText('2 个错误没改也没签')
    await dialog.getByRole('button', { name: '导出', exact: true }).click()
    await expect(page.getByTestId('export-problems')).toContainText('溢流 31 字')
    expect(existsSync(pdf)).toBe(false)
    await page.getByTestId('to-preflight').click()
    await expect(dialog).toBeHidden()
    const errors = page.getByTestId('issues-errors')
    await expect(errors.getByRole('listitem')).toHaveCount(2)
    await expect(page.getByTestId('issue-overset')).toHaveAttribute('data-current', 'true')
    await expect(page.getByTestId('pin-1')).toBeVisible()

    // the fix says what it does, does it as one step, and goes on to the next error
    const overset = page.getByTestId('issue-overset')
    await overset.getByRole('button', { name: '文框加高 2 行' }).click()
    await expect(overset).toHaveCount(0)
    await expect(page.getByTestId('light-overset')).toContainText('无溢流')
    const weekday = page.getByTestId('issue-folio-weekday')
    await expect(weekday).toHaveAttribute('data-current', 'true')
    await page.keyboard.press('Control+KeyZ')
    await expect(overset).toHaveCount(1)
    await page.keyboard.press('Control+KeyY')
    await expect(overset).toHaveCount(0)

    // what is not mended is signed for, by name and with a reason
    await weekday.getByTestId('sign').click()
    const form = page.getByTestId('sign-form')
    await expect(form.getByLabel('签名')).toHaveValue('邓淑华')
    await form.getByLabel('理由').fill('照原报')
    await page.keyboard.press('Enter')
    await expect(errors).toHaveCount(0)
    const signed = page.getByTestId('issues-signed')
    await expect(signed.getByTestId('signed-by')).toContainText('照原报')

    await page.getByTestId('export').click()
    await expect(dialog).toContainText('无错误')
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('export-status')).toContainText('已导出 page.pdf', { timeout: 40_000 })
    await page.keyboard.press('Enter')
    tool('qpdf', '--check', pdf)

    // the sign-off is in the file
    const saved = join(folder, 'signed.banxin')
    await saveTo(app, saved)
    await page.keyboard.press('Control+Shift+KeyS')
    await expect(page.getByTestId('toast')).toContainText('已存 signed.banxin', { timeout: 20_000 })
    await openFrom(app, saved)
    await page.keyboard.press('Control+KeyO')
    await expect(page.getByTestId('stage-layout')).toHaveAttribute('aria-checked', 'true', {
      timeout: 30_000,
    })
    await page.keyboard.press('Alt+Digit3')
    await expect(page.getByTestId('issues-signed').getByTestId('signed-by')).toContainText('邓淑华')
    await expect(page.getByTestId('issues-errors')).toHaveCount(0)

    // withdrawn, it stops the export again
    await page.getByTestId('issues-signed').getByRole('button', { name: '退签' }).click()
    await expect(page.getByTestId('issues-errors')).toContainText('星期')
    expect(readFileSync(pdf).subarray(0, 8).toString('latin1')).toBe('%PDF-1.6')
  })

  test('is gone through with F8, from the page and back', async ({ page }) => {
    await expect(page.getByTestId('light-preflight')).toContainText('2 错')
    await page.keyboard.press('F8')
    await expect(page.getByTestId('issue-overset')).toHaveCount(0)
    await page.keyboard.press('Alt+Digit3')
    await expect(page.getByTestId('issue-overset')).toHaveAttribute('data-current', 'true')
    await page.keyboard.press('F8')
    await expect(page.getByTestId('issue-folio-weekday')).toHaveAttribute('data-current', 'true')
    await page.keyboard.press('Shift+F8')
    await page.keyboard.press('Shift+F8')
    await expect(page.locator('.issue').last()).toHaveAttribute('data-current', 'true')
    await page.getByTestId('pin-2').click()
    await expect(page.getByTestId('issue-folio-weekday')).toHaveAttribute('data-current', 'true')
  })

  test('is signed by four and locked, and withdrawing opens it again', async ({ page }) => {
    await page.keyboard.press('Alt+Digit3')
    const press = page.getByTestId('to-press')
    await expect(press).toBeDisabled()
    await expect(page.getByTestId('press-reason')).toContainText('2 个错误')
    for (const rule of ['overset', 'folio-weekday']) {
      await page.getByTestId(`issue-${rule}`).getByTestId('fix').click()
      await expect(page.getByTestId(`issue-${rule}`)).toHaveCount(0)
    }
    await expect(page.getByTestId('issues-errors')).toHaveCount(0)
    for (const [signer, name] of [
      ['editor', ''],
      ['layout', ''],
      ['duty', '李值班'],
      ['chief', '赵总编'],
    ] as const) {
      const row = page.getByTestId(`signer-${signer}`)
      await row.getByRole('button').click()
      if (name) await row.getByRole('textbox').fill(name)
      await page.keyboard.press('Enter')
      await expect(row).toContainText('已签')
    }
    await expect(press).toBeEnabled()

    // Nothing changes it: no fix, no key, no hand, no caret, no undo.
    await expect(page.getByTestId('signed-banner')).toContainText('版面锁定')
    await page.getByTestId('issues-warnings').getByTestId('fix').first().click()
    await expect(page.getByTestId('toast')).toContainText('已签发，不能改')
    await expect(page.getByTestId('edit.undo')).toBeDisabled()
    await page.getByTestId('stage-layout').click()
    await selectInOutline(page, '主题框')
    const place = await placeOfSelected(page)
    await page.locator('.canvas-viewport').focus()
    await page.keyboard.press('ArrowDown')
    const points = await pagePoints(page)
    const middle = middleOf(place)
    await dragOnPage(page, points, middle, [middle[0] + 40, middle[1] + 40])
    expect(await placeOfSelected(page)).toEqual(place)
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('story-text')).toHaveCount(0)
    await page.getByTestId('menu-object').click()
    await expect(page.getByTestId('frame.lock')).toHaveAttribute('aria-disabled', 'true')
    await page.keyboard.press('Escape')

    await page.getByTestId('withdraw-all').click()
    await expect(page.getByTestId('signed-banner')).toHaveCount(0)
    await page.locator('.canvas-viewport').focus()
    await page.keyboard.press('ArrowDown')
    await expect.poll(async () => (await placeOfSelected(page)).y).toBeGreaterThan(place.y)
    await page.getByTestId('stage-preflight').click()
    await expect(press).toBeDisabled()
  })

  test('is signed, and a change puts the signatures out of date', async ({ page }) => {
    await page.keyboard.press('Alt+Digit3')
    const row = page.getByTestId('signer-editor')
    await row.getByRole('button').click()
    await page.keyboard.press('Enter')
    await expect(row).toContainText('已签')
    await page.getByTestId('issues-warnings').getByTestId('fix').first().click()
    await expect(row).toContainText('要重签')
  })

  test('is checked by a paper’s own profile', async ({ page }) => {
    await page.keyboard.press('Alt+Digit3')
    await expect(page.getByTestId('issues-errors').getByRole('listitem')).toHaveCount(2)
    await page.getByTestId('profiles').click()
    await page.getByTestId('profile-copy').click()
    await page.getByTestId('profile-form').getByLabel('报眉的星期和日期不符').selectOption('off')
    await page.getByTestId('profile-form').getByLabel('图框是空的').selectOption('error')
    await page.keyboard.press('Escape')
    await expect(page.getByTestId('issues-errors').getByRole('listitem')).toHaveCount(3)
    await expect(page.getByTestId('issue-folio-weekday')).toHaveCount(0)
    await expect(page.getByTestId('profile-choice')).toContainText('本报')
  })
})

test('a page as it was rebuilt has warnings, and no errors', async ({ page }) => {
  await page.keyboard.press('Alt+Digit3')
  await expect(page.getByTestId('issues-warnings')).toBeVisible()
  await expect(page.getByTestId('issues-errors')).toHaveCount(0)
  await expect(page.getByTestId('light-preflight')).toContainText('0 错')
})
