/** The files that were opened or saved last. */
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import * as v from 'valibot'
import { readJsonFile, writeJsonFile } from './json-file.ts'

const MOST = 24

const RecentsSchema = v.array(
  v.object({
    path: v.string(),
    /** As the page calls itself: 高新园区 08 版. */
    title: v.string(),
    openedMs: v.number(),
  }),
)

export interface Recent {
  path: string
  name: string
  title: string
  openedMs: number
  /** False when it was moved, renamed or is on a drive that is away. */
  there: boolean
}

export class Recents {
  readonly #file: string
  #list: Promise<v.InferOutput<typeof RecentsSchema>>

  constructor(file: string) {
    this.#file = file
    this.#list = readJsonFile(file, RecentsSchema, [])
  }

  /** The latest first. */
  async list(): Promise<Recent[]> {
    const list = await this.#list
    return Promise.all(
      list.map(async (each) => ({
        ...each,
        name: basename(each.path),
        there: await stat(each.path).then(
          (facts) => facts.isFile(),
          () => false,
        ),
      })),
    )
  }

  async has(path: string): Promise<boolean> {
    return (await this.#list).some((each) => each.path === path)
  }

  async add(path: string, title: string): Promise<void> {
    await this.#change((list) => [
      { path, title, openedMs: Date.now() },
      ...list.filter((each) => each.path !== path).slice(0, MOST - 1),
    ])
  }

  async forget(path: string): Promise<void> {
    await this.#change((list) => list.filter((each) => each.path !== path))
  }

  #change(
    change: (list: v.InferOutput<typeof RecentsSchema>) => v.InferOutput<typeof RecentsSchema>,
  ): Promise<void> {
    this.#list = this.#list.then(change)
    return this.#list.then((list) => writeJsonFile(this.#file, list))
  }
}
