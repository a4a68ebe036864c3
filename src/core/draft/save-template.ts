/** A page's grid, styles and colours as a template of one's own, and such a template put under another page. */
import { PRESETS } from '../doc/presets.ts'
import type { PageDoc } from '../doc/schema.ts'
import { templateOfPage } from './again/page-template.ts'
import type { Template } from './template.ts'

/** The styles that heads of single articles were given stay behind. */
export function saveAsTemplate(
  doc: PageDoc,
  templates: readonly Template[],
  name: string,
  title: Template['title'],
): Template {
  const template = templateOfPage(doc, templates)
  const styles = Object.entries(template.paragraphStyles).filter(([style]) => !isOfOneHead(style))
  return { ...template, name, title, paragraphStyles: Object.fromEntries(styles) }
}

/** Styles that the engine names after an article, or after a side of the page. */
export const isOfOneHead = (style: string): boolean =>
  /^a\d+-/.test(style) || (style.startsWith('folio-') && style.endsWith('-odd'))

/** A template as JSON, `banxin.template/1`; presets that come with Banxin are not in it. */
export function templateJson({ presets, ...template }: Template): object {
  const own = Object.entries(presets).filter(
    ([name, preset]) => JSON.stringify(PRESETS[name]) !== JSON.stringify(preset),
  )
  return { ...template, ...(own.length > 0 && { presets: Object.fromEntries(own) }) }
}
