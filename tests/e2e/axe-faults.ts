/** The window held against the rules of WCAG 2 A and AA, by axe. */
import axe from 'axe-core'
import type { Page } from 'playwright/test'
import { expect } from './window.ts'

interface Violation {
  id: string
  nodes: { target: unknown; html: string; failureSummary?: string }[]
}

/** What axe has against the window as it is, one line for each element. */
async function faults(page: Page): Promise<string[]> {
  // A transition's colours are not those that stay.
  await page.waitForTimeout(300)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async () => {
    const { axe: own } = window as unknown as {
      axe: { run(context: unknown, options: unknown): Promise<{ violations: Violation[] }> }
    }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    // Experimental in axe, so it has to be asked for.
    const rules = { 'label-content-name-mismatch': { enabled: true } }
    // The palette's list is moved through from its field, which keeps the focus.
    const context = { include: [['html']], exclude: [['.palette-list']] }
    const found = await own.run(context, { runOnly: { type: 'tag', values: tags }, rules })
    return found.violations
  })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id} ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  )
}

export const clean = async (page: Page, what: string) => expect.soft(await faults(page), what).toEqual([])

/** Runs a command by its name in the palette. */
export async function run(page: Page, command: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(command)
  await page.keyboard.press('Enter')
}
