import { execFileSync } from 'node:child_process'

const DEBIAN: Record<string, string> = {
  qpdf: 'qpdf',
  pdffonts: 'poppler-utils',
  pdftotext: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  mutool: 'mupdf-tools',
  pdfimages: 'poppler-utils',
  gs: 'ghostscript',
}

/** Runs a PDF tool and gives what it prints; a missing tool is named with its Debian package. */
export function tool(command: string, ...args: string[]): string {
  try {
    return execFileSync(command, args, {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new Error(
      `${command} is missing: install Debian's ${DEBIAN[command] ?? command} (npm test does it where it may)`,
    )
  }
}
