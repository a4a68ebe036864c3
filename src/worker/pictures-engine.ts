/** The pictures' worker: takes requests and answers them in order. */
import type { PicturesReply, PicturesRequest } from '../shared/pictures.ts'
import { answer } from './pictures.ts'

let queue: Promise<void> = Promise.resolve()

self.onmessage = ({ data: request }: MessageEvent<PicturesRequest<Blob>>) => {
  queue = queue.then(() => serve(request))
}

async function serve(request: PicturesRequest<Blob>): Promise<void> {
  const reply = { id: request.id, ...(await answerSafely(request)) } as PicturesReply<ImageBitmap>
  self.postMessage(reply, { transfer: 'preview' in reply ? [reply.preview] : [] })
}

/** A bug in a decoder is that picture's failure, told and logged; the next picture may be fine. */
async function answerSafely(request: PicturesRequest<Blob>): ReturnType<typeof answer> {
  try {
    return await answer(request)
  } catch (error) {
    console.error(error)
    const { name } = request
    return {
      kind: 'failed',
      diagnostic: { code: 'picture-unreadable', severity: 'error', at: { file: name }, params: { name } },
    }
  }
}
