/**
 * 2 → 3: frames may be named, locked, grouped and hidden, pages have guides and signatures. All of it may be left
 * out, so a page of version 2 has it by saying so.
 */
import type { Json } from './json.ts'

export const addEditorFields = (page: Json): Json => ({ ...page, schema: 'banxin.page/3' })
