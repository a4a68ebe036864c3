import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Page 08 as a `.banxin` file in the folder, with its dump, by the command line; the file's path. */
export function savePage08(folder: string): string {
  const file = join(folder, '08.banxin')
  execFileSync(process.execPath, ['out/cli/banxin.js', 'rebuild', 'assets/samples/page08.txt', '-o', file])
  return file
}
