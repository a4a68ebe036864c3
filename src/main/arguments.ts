/** The files named on the command line of a first or a second start. */
import { resolve } from 'node:path'

/**
 * `argv` as the process got it. A packaged app has its own path first; in development the folder of the app
 * follows. Switches are Chromium's or Electron's.
 */
export function fileArguments(argv: readonly string[], packaged: boolean, folder: string): string[] {
  const own = packaged ? 1 : 2
  const places = argv.filter((argument, index) => index === 0 || !argument.startsWith('-'))
  return places.slice(own).map((file) => resolve(folder, file))
}
