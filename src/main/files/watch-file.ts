/** Notices when another program changes, moves or removes a file. */
import { dirname } from 'node:path'
import { watch } from 'chokidar'

/** How long a file must be at rest, because others write in pieces. */
const SETTLED_MS = 200

/**
 * Watches the folder and not the file: programs that save by renaming put another file in its place. Returns the
 * function that stops it.
 */
export function watchFile(path: string, onChange: () => void): () => void {
  const folder = dirname(path)
  const watcher = watch(folder, {
    depth: 0,
    ignoreInitial: true,
    ignorePermissionErrors: true,
    ignored: (each) => each !== folder && each !== path,
    awaitWriteFinish: { stabilityThreshold: SETTLED_MS, pollInterval: 50 },
  })
  watcher.on('all', onChange)
  // A share that went away: saving says so.
  watcher.on('error', () => undefined)
  return () => void watcher.close()
}
