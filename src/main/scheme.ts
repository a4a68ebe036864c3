/**
 * `app://bundle/`: the only place the window loads from. It serves the built renderer, and the page's fonts
 * under `fonts/`; everything else is not found.
 */
import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { protocol, type Session } from 'electron'
import { CONTENT_SECURITY_POLICY } from './policy.ts'

const SCHEME = 'app'
export const ORIGIN = `${SCHEME}://bundle`

const MIME_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.icc': 'application/octet-stream',
}

export interface BundleFolders {
  renderer: string
  fonts: string
}

/** Must run before the app is ready, or the scheme has no origin of its own. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ])
}

/**
 * The file that an address stands for, or undefined when it is not one of ours: another host, a type that we
 * do not serve, a path that would leave its folder.
 */
export function fileOf(address: string, folders: BundleFolders): string | undefined {
  const url = new URL(address)
  if (url.protocol !== `${SCHEME}:` || url.host !== 'bundle') return undefined
  let path: string
  try {
    path = decodeURIComponent(url.pathname)
  } catch {
    return undefined
  }
  if (path.includes('\0') || path.includes('\\')) return undefined
  const parts = path.split('/').filter((part) => part !== '')
  if (parts.some((part) => part.startsWith('.'))) return undefined
  const inFonts = parts[0] === 'fonts' && parts.length === 2
  const root = inFonts ? folders.fonts : folders.renderer
  const file = join(root, ...(inFonts ? parts.slice(1) : parts))
  if (!file.startsWith(root + sep)) return undefined
  return extname(file) in MIME_TYPES ? file : undefined
}

export function serveBundle(session: Session, folders: BundleFolders): void {
  session.protocol.handle(SCHEME, async (request) => {
    const file = request.method === 'GET' ? fileOf(request.url, folders) : undefined
    if (!file) return notFound()
    try {
      const bytes = await readFile(file)
      return new Response(bytes, { headers: headersFor(file, bytes.length) })
    } catch {
      return notFound()
    }
  })
}

const headersFor = (file: string, length: number): Record<string, string> => ({
  'content-type': MIME_TYPES[extname(file)] ?? 'application/octet-stream',
  // Told the length, the window takes a font of 15 MB in one piece.
  'content-length': String(length),
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-cache',
})

const notFound = (): Response => new Response('Not found', { status: 404 })
