'use strict'

const fs = require('node:fs')
const path = require('node:path')
const { Readable } = require('node:stream')
const { fileURLToPath } = require('node:url')
const { handlerFor } = require('./protocol.cjs')

const CONTENT_TYPES = {
  css: 'text/css',
  gif: 'image/gif',
  htm: 'text/html',
  html: 'text/html',
  ico: 'image/x-icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'text/javascript',
  json: 'application/json',
  map: 'application/json',
  mjs: 'text/javascript',
  otf: 'font/otf',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  ttf: 'font/ttf',
  txt: 'text/plain',
  wasm: 'application/wasm',
  webp: 'image/webp',
  woff: 'font/woff',
  woff2: 'font/woff2',
  xml: 'text/xml',
  zip: 'application/zip',
}

/** @param {string} file @returns {string} the media type by the file's ending */
function contentType(file) {
  return CONTENT_TYPES[path.extname(file).slice(1).toLowerCase()] ?? 'application/octet-stream'
}

// Large pieces: a font of 15 MB in pieces of 64 kB costs four times as long.
const PIECE_BYTES = 1 << 20

async function fetchFile(url) {
  const file = fileURLToPath(url)
  const stats = await fs.promises.stat(file).catch(() => null)
  if (!stats?.isFile()) throw new Error('net::ERR_FILE_NOT_FOUND')
  const stream = fs.createReadStream(file, { highWaterMark: PIECE_BYTES })
  return new Response(Readable.toWeb(stream), {
    headers: { 'content-type': contentType(file), 'content-length': String(stats.size) },
  })
}

const net = {
  async fetch(input, init) {
    const url = typeof input === 'string' ? input : input.url
    if (url.startsWith('file:')) return fetchFile(url)
    const handler = handlerFor(url)
    return handler ? handler(new Request(input, init)) : fetch(input, init)
  },
  isOnline: () => false,
}

module.exports = { net }
