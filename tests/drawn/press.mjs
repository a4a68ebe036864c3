/** The browser that sets the pages: one Chromium, one open document whose fonts stay loaded. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright'

const require = createRequire(import.meta.url)
const MARGIN_PX = 44
const FOLIO_PX = 52

const face = (family, weight, file) =>
  `@font-face { font-family: ${family}; font-weight: ${weight}; src: url("${pathToFileURL(require.resolve(file))}") }`

const SHELL_CSS = `
  ${face('hei', 400, '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')}
  ${face('hei', 700, '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf')}
  ${face('song', 400, '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')}
  ${face('song', 700, '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf')}
  ${face('kai', 400, '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff2')}
  @page { margin: 0 }
  html, body, p { margin: 0 }
  .part { position: absolute }
  .box { position: absolute; border: 1px solid #555; box-sizing: border-box }
  .picture { position: absolute; background: #9ab }
  .line, .credit.inline, .tie { white-space: nowrap }
  .gap { display: inline-block; width: 1em }
  .twice { position: relative }
  .copy { position: absolute; line-height: normal; white-space: nowrap }
  .headline { font-weight: 700; line-height: 1.25; padding-bottom: 0.3em }
  .kicker, .deck { line-height: 1.35 }
  .section { font: 700 1.1em/1.5 hei }
  .byline { padding: .15em 0 }
  .body { text-align: justify; line-break: strict; column-gap: 1.8em }
  .body p { text-indent: 2em; widows: 1; orphans: 1 }
  .body p.subhead { font-family: hei; font-weight: 700; margin: .7em 0 }
  .body p b { font-family: hei }
  p.credit.own { text-indent: 0 !important; text-align: right }
  .credit.inline { margin-left: 1em }
  ${[2, 3, 4, 5].map((n) => `.cols${n} { columns: ${n} }`).join('\n')}
  .caption { text-align: justify; line-height: 1.35 }
  .folio { white-space: nowrap }
  .folio-name { font: 700 30px hei }
  .folio-name + * { margin-left: 10px }
  .folio-date { font: 15px hei }
  .folio-staff { font: 12px song }
  .folio-paper { font: 17px kai }`

/**
 * Runs in the page: measures every part, places the stacks band under band.
 * @returns {number} the height of the page in px
 */
function placeParts({ cells, folio, width, margin, folioHeight }) {
  const sheet = document.querySelector('.sheet')
  const put = (node, x, y) => {
    node.style.left = `${x + margin}px`
    node.style.top = `${y + margin}px`
  }
  const make = (cls, x, y, w, h) => {
    const node = sheet.appendChild(document.createElement('div'))
    node.className = cls
    node.style.width = `${w}px`
    node.style.height = `${h}px`
    put(node, x, y)
  }
  for (const { id, x, right, y } of folio) {
    const node = document.getElementById(id)
    put(node, x ?? right - node.offsetWidth, y)
  }
  let top = folioHeight
  for (const band of cells) {
    let bottom = top
    for (const cell of band) {
      let y = top + cell.padding
      const x = cell.x + cell.padding
      for (const [i, stack] of cell.stacks.entries()) {
        if (i) y += 28
        for (const item of stack) {
          if (item.picture) {
            make('picture', x, y, item.width, item.picture)
            y += item.picture + 4
          } else {
            const node = document.getElementById(item.id)
            put(node, x, y)
            y += node.offsetHeight
          }
        }
      }
      y += cell.padding
      if (cell.boxed) make('box', cell.x, top, cell.width, y - top)
      bottom = Math.max(bottom, y)
    }
    top = bottom + 24
  }
  document.body.style.width = `${width + 2 * margin}px`
  return Math.ceil(top + 2 * margin)
}

/**
 * @param {string} [executablePath] the Chromium to run
 * @returns {Promise<{ print(sheet: object): Promise<Buffer>, close(): Promise<void> }>}
 */
export async function openPress(executablePath) {
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--allow-file-access-from-files'],
  })
  const folder = mkdtempSync(join(tmpdir(), 'drawn-'))
  const shell = join(folder, 'shell.html')
  writeFileSync(
    shell,
    `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><style>${SHELL_CSS}</style><style id="page"></style><body></body></html>`,
  )
  const page = await browser.newPage()
  await page.goto(pathToFileURL(shell).href)
  return {
    async print({ css, html, cells, folio, width }) {
      await page.evaluate(
        async ([pageCss, pageHtml]) => {
          document.getElementById('page').textContent = pageCss
          document.body.innerHTML = `<div class="sheet">${pageHtml}</div>`
          document.body.getBoundingClientRect()
          await document.fonts.ready
        },
        [css, html],
      )
      const height = await page.evaluate(placeParts, {
        cells,
        folio,
        width,
        margin: MARGIN_PX,
        folioHeight: FOLIO_PX,
      })
      return page.pdf({
        width: `${Math.ceil(width + 2 * MARGIN_PX)}px`,
        height: `${height}px`,
        printBackground: true,
      })
    },
    async close() {
      await browser.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
