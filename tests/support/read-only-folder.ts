import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** A folder that this user may not write to; root may write to any of its own, but not to the kernel's. */
export function readOnlyFolder(parent: string): string {
  if (process.getuid?.() === 0 && existsSync('/sys/kernel')) return '/sys'
  const folder = join(parent, 'read-only')
  mkdirSync(folder)
  chmodSync(folder, 0o500)
  return folder
}
