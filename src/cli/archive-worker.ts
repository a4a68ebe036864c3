/**
 * A thread of the archive command: reads one dump, reconstructs it and writes its JSON. It is bundled into one
 * file, whose hash says which program made a page.
 */
import { createHash } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { decodeText } from '../adapters/decode-text.ts'
import { readForOpening, writeAtomically, writeProblem } from '../adapters/files.ts'
import type { Diagnostic } from '../core/diagnostics.ts'
import { reconstruct } from '../core/reconstruct/reconstruct.ts'
import { readSource } from '../core/source/read-source.ts'
import { nameFile, type PageAnswer, type PageJob, problem } from './archive-job.ts'

parentPort?.on('message', async (job: PageJob) => parentPort?.postMessage(await makePage(job)))

async function makePage(job: PageJob): Promise<PageAnswer> {
  const file = await readForOpening(job.dumpPath)
  if (!file.ok) return failed(file.error, job.page)
  const dump = hashOf(file.bytes)
  if (job.made?.dump === dump && (await hashOfFile(job.outputPath)) === job.made.json)
    return { kind: 'up-to-date' }
  const source = readSource(file.bytes, file.name, decodeText)
  if (!source.ok) return failed(source.error, job.page)
  const result = reconstruct(source.value)
  if (!result.ok) return failed(result.error, job.page)

  if (!job.written && (await isForeign(job.outputPath)))
    return { kind: 'failed', problem: problem('archive-foreign-output', job.page, { output: job.output }) }
  const json = new TextEncoder().encode(`${JSON.stringify(result.value, null, 1)}\n`)
  const unwritten = await writePage(job.outputPath, json)
  if (unwritten) return failed(unwritten, job.output)
  const { articles, doubts } = result.value
  return {
    kind: 'done',
    hashes: { dump, json: hashOf(json) },
    counts: { articles: articles.length, doubts: doubts.length },
  }
}

const failed = (diagnostic: Diagnostic, file: string): PageAnswer => ({
  kind: 'failed',
  problem: nameFile(diagnostic, file),
})

async function writePage(path: string, json: Uint8Array): Promise<Diagnostic | undefined> {
  try {
    await mkdir(dirname(path), { recursive: true })
  } catch (error) {
    return writeProblem(error, path)
  }
  return writeAtomically(path, json)
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const hashOfFile = (path: string): Promise<string | undefined> => readFile(path).then(hashOf, () => undefined)

/** Whether a file stands there that holds something else than a reconstruction. */
async function isForeign(path: string): Promise<boolean> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(100), 0, 100, 0)
      return bytesRead > 0 && !/^\{\s*"schema":\s*"banxin\.reconstruction\/1"/.test(buffer.toString('utf8'))
    } finally {
      await file.close()
    }
  } catch {
    return false
  }
}
