/** `banxin open`: starts the desktop app through the same launcher as `npm start`. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fail } from '../core/diagnostics.ts'
import { complain, EXIT } from './terminal.ts'

const LAUNCHER = join(dirname(fileURLToPath(import.meta.url)), '../../build/start.mjs')

export function openApp(files: string[]): Promise<number> {
  const missing = files.find((file) => !existsSync(file))
  if (missing !== undefined) {
    const problem = fail('file-not-found', { at: { file: missing }, params: { file: missing } })
    if (!problem.ok) complain([problem.error])
    return Promise.resolve(EXIT.failed)
  }
  const child = spawn(process.execPath, [LAUNCHER, ...files.map((file) => resolve(file))], {
    stdio: 'inherit',
  })
  return new Promise((done) => child.on('exit', (code) => done(code ?? EXIT.failed)))
}
