import { expect, test } from './fixture.ts'

test('the custom scheme is a secure context with its own address in the handler', async ({ page }) => {
  expect(await page.evaluate(() => isSecureContext)).toBe(true)
  expect(await page.evaluate(() => window.page.fetchText('./url?q=1'))).toBe('app://bundle/url?q=1')
})

test('wasm runs in the page and in a module worker, both loaded from the scheme', async ({ page }) => {
  expect(await page.evaluate(() => window.page.addInPage(20, 22))).toBe(42)
  expect(await page.evaluate(() => window.page.addInWorker(30, 12))).toBe(42)
})

test('a 15 MB answer arrives whole', async ({ page }) => {
  expect(await page.evaluate(() => window.page.fetchSize('./big'))).toBe(15_000_000)
})

test('the content security policy holds: no inline script, no eval, no other host', async ({ page }) => {
  const violations = await page.evaluate(async () => {
    const seen: string[] = []
    addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'window.inlineScriptRan = true'
    document.head.append(script)
    await fetch('https://example.com/').catch(() => {})
    seen.push(await window.page.tryEval())
    await new Promise((resolve) => setTimeout(resolve, 50))
    return { seen: seen.sort(), ran: 'inlineScriptRan' in window }
  })
  expect(violations.ran).toBe(false)
  expect(violations.seen).toEqual(['EvalError', 'connect-src', 'script-src', 'script-src-elem'])
})

test('a request from outside that does not know the secret address gets nothing', async ({ page }) => {
  const { port } = new URL(page.url())
  const answer = await fetch(`http://127.0.0.1:${port}/index.html`)
  expect(answer.status).toBe(404)
})
