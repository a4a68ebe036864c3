'use strict'
// What a page can be turned into: a PDF or a picture.

// Inches, as the DevTools protocol wants them.
const PAPER = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
  Tabloid: [11, 17],
  Ledger: [17, 11],
}
const DEFAULT_MARGIN = 0.4
const PASSED_ON = [
  'landscape',
  'displayHeaderFooter',
  'printBackground',
  'scale',
  'pageRanges',
  'headerTemplate',
  'footerTemplate',
  'preferCSSPageSize',
  'generateTaggedPDF',
  'generateDocumentOutline',
]

function paperSize(pageSize = 'Letter') {
  if (typeof pageSize === 'object') return [pageSize.width, pageSize.height]
  const size = PAPER[pageSize]
  if (!size) throw new Error(`Invalid pageSize ${pageSize}`)
  return size
}

function printParameters(options) {
  const [paperWidth, paperHeight] = paperSize(options.pageSize)
  const margins = options.margins ?? {}
  const passedOn = Object.fromEntries(PASSED_ON.map((name) => [name, options[name]]))
  return {
    ...passedOn,
    paperWidth,
    paperHeight,
    marginTop: margins.top ?? DEFAULT_MARGIN,
    marginBottom: margins.bottom ?? DEFAULT_MARGIN,
    marginLeft: margins.left ?? DEFAULT_MARGIN,
    marginRight: margins.right ?? DEFAULT_MARGIN,
    transferMode: 'ReturnAsStream',
  }
}

async function readStream(session, handle) {
  const pieces = []
  for (;;) {
    const { data, base64Encoded, eof } = await session.send('IO.read', { handle })
    pieces.push(Buffer.from(data, base64Encoded ? 'base64' : 'utf8'))
    if (eof) break
  }
  await session.send('IO.close', { handle })
  return Buffer.concat(pieces)
}

/** @param {import('./page.cjs').Page} page @returns {Promise<Buffer>} */
async function printToPDF(page, options = {}) {
  await page.opened
  const { stream } = await page.session.send('Page.printToPDF', printParameters(options))
  return readStream(page.session, stream)
}

/** @param {import('./page.cjs').Page} page @returns a NativeImage with the members that read a PNG */
async function capturePage(page) {
  await page.opened
  const { data } = await page.session.send('Page.captureScreenshot', { format: 'png' })
  const png = Buffer.from(data, 'base64')
  return {
    toPNG: () => png,
    isEmpty: () => png.length === 0,
    // A PNG's header holds its size at fixed places.
    getSize: () => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }),
    toDataURL: () => `data:image/png;base64,${data}`,
  }
}

module.exports = { printToPDF, capturePage }
