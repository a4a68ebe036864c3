import { Engine } from '../engine.ts'

/** The one engine of the window. */
export const engine = new Engine()
