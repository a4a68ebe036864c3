/** Runs patterns that a person wrote, where they can be stopped. */
import { type FindQuery, findInPage, type SearchedPage } from '../../core/doc/commands/find.ts'

export interface FindTask {
  page: SearchedPage
  query: FindQuery
}

self.onmessage = ({ data }: MessageEvent<FindTask>) => self.postMessage(findInPage(data.page, data.query))
