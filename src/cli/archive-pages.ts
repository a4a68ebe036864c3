/** The pages of an archive: every dump below a folder, and what stands in the way of reading some. */
import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Diagnostic } from '../core/diagnostics.ts'
import { problem } from './archive-job.ts'

/** A dump is a file whose name ends in `.txt`, in any case. */
const DUMP = /\.txt$/i

export interface ArchivePage {
  /** Below the archive's folder, with `/` on every system. */
  page: string
  /** Its JSON below the output folder. */
  output: string
}

interface Found {
  pages: string[]
  links: string[]
  problems: Diagnostic[]
}

/**
 * All pages below the folder, sorted. Names that begin with a dot are passed over: they are other programs'.
 * Links are followed, each folder is read once: a link to one that was read, or that leads back up, is a problem.
 *
 * Problems: `not-readable`, `file-unreadable` (a folder), `archive-folder-twice`, `archive-name-clash` (for each
 * of the dumps that would become the same JSON; none of them is a page then).
 */
export async function findPages(root: string): Promise<{ pages: ArchivePage[]; problems: Diagnostic[] }> {
  const found: Found = { pages: [], links: [], problems: [] }
  const seen = new Set<string>()
  await readFolders(root, '', found, seen)
  // Links after all true folders, so that a folder's pages go by its own name.
  for (let link = found.links.shift(); link !== undefined; link = found.links.shift()) {
    const target = await realpath(join(root, link))
    if (seen.has(target)) found.problems.push(problem('archive-folder-twice', link))
    else await readFolders(root, link, found, seen)
  }
  const { pages, clashes } = withoutClashes(found.pages.sort())
  return { pages, problems: [...found.problems, ...clashes] }
}

async function readFolders(root: string, start: string, found: Found, seen: Set<string>): Promise<void> {
  const folders = [start]
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    try {
      seen.add(await realpath(join(root, folder)))
      const entries = await readdir(join(root, folder), { withFileTypes: true })
      for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        if (entry.name.startsWith('.')) continue
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`
        if (entry.isDirectory()) folders.push(path)
        else if (entry.isSymbolicLink() && (await isFolder(join(root, path)))) found.links.push(path)
        else if (DUMP.test(entry.name)) found.pages.push(path)
      }
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : ''
      const denied = code === 'EACCES' || code === 'EPERM'
      const name = folder || root
      found.problems.push(denied ? problem('not-readable', name) : problem('file-unreadable', name))
    }
  }
}

export const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (facts) => facts.isDirectory(),
    () => false,
  )

/** `p.txt` and `p.TXT` would both become `p.json`: nobody can say which of them is meant. */
function withoutClashes(paths: readonly string[]): { pages: ArchivePage[]; clashes: Diagnostic[] } {
  const byOutput = new Map<string, string[]>()
  for (const path of paths) {
    const output = path.replace(DUMP, '.json')
    byOutput.set(output, [...(byOutput.get(output) ?? []), path])
  }
  const pages: ArchivePage[] = []
  const clashes: Diagnostic[] = []
  for (const [output, group] of byOutput) {
    const [page = '', next = ''] = group
    if (group.length === 1) pages.push({ page, output })
    else
      clashes.push(
        ...group.map((each) =>
          problem('archive-name-clash', each, { other: each === page ? next : page, output }),
        ),
      )
  }
  return { pages, clashes }
}
