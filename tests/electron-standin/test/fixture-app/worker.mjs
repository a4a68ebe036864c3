import { sum } from './worker-part.mjs'

self.onmessage = async ({ data }) => self.postMessage(await sum(...data))
