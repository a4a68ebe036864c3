/** Packaging (页面打包): everything that belongs to the page, for the printer or the archive, in one folder. */
import { facesOf } from '../../core/doc/faces-of.ts'
import type { PageDoc } from '../../core/doc/schema.ts'
import { DEFAULT_EXPORT } from '../../core/pipeline/export-options.ts'
import { type MessageKey, problemText } from '../../shared/messages.ts'
import { main } from '../bridge.ts'
import type { OutputFile } from '../engine.ts'
import { exportFileName } from '../export/export-form.ts'
import { Press, type Printed } from '../export/press.ts'
import { filesOf, readFiles } from '../pictures/shelf.ts'
import { profileOf } from '../preflight/profiles.ts'
import { app } from './app-state.ts'
import { pageIsCurrent } from './correcting.ts'
import { engine } from './engine.ts'
import { oversetStories, type PageModel } from './page-model.ts'
import { livePage } from './page-session.ts'
import { sayNow } from './words.ts'

export async function packagePage(): Promise<boolean> {
  const { page, work } = app.get()
  if (!page || work) return false
  app.set({ work: { job: 'save', stage: 'save', file: page.name }, failure: null })
  await pageIsCurrent()
  const live = livePage()
  const files = await readFiles(live?.doc.assets)
  const saved = live && (await engine.save(live.doc, live.corrections, files))
  const pdf = live && saved?.ok ? await printPage(live.doc) : undefined
  app.set({ work: null })
  if (!live || !saved?.ok || !pdf) return false
  const pictures = [...files].map(([sha256, bytes]) => ({ name: pictureName(page, sha256), bytes }))
  const parts = [
    { path: saved.value.fileName, bytes: saved.value.bytes },
    ...(pdf.ok ? [{ path: exportFileName(live.doc), bytes: pdf.bytes }] : []),
    ...pictures.map(({ name, bytes }) => ({ path: `pictures/${name}`, bytes })),
  ]
  const problems = pdf.ok ? [] : pdf.diagnostics.map((each) => problemText(app.get().language, each).what)
  const report = { path: `${sayNow()('package.report')}.txt`, bytes: encode(reportOf(page, parts, problems)) }
  const answer = await main.ask('file:package', {
    folderName: titleOfFile(saved.value),
    files: [...parts, report],
    faces: facesOf(live.doc),
  })
  if (!answer) return false
  if (!answer.ok) {
    app.set({ failure: { job: 'save', file: answer.name, diagnostics: [answer.error] } })
    return false
  }
  const text: MessageKey = pdf.ok ? 'package.done' : 'package.done-without-pdf'
  app.set({ toast: { text, values: { name: answer.name }, path: answer.path, warn: !pdf.ok } })
  return true
}

/** As the page would be exported without being asked how. */
async function printPage(doc: PageDoc): Promise<Printed | undefined> {
  const press = new Press()
  const options = { ...DEFAULT_EXPORT, preflight: profileOf(doc) }
  const order = { doc, pictures: filesOf(doc.assets), options, condition: { name: 'tr002' as const } }
  const printed = await press.print(order, () => {})
  press.stop()
  return printed
}

const titleOfFile = ({ fileName }: OutputFile): string => fileName.replace(/\.banxin$/, '')
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** As it was called, with its hash where two are called the same; never a path. */
function pictureName(page: PageModel, sha256: string): string {
  const assets = Object.values(page.doc.assets ?? {})
  const name = safeName(assets.find((each) => each.sha256 === sha256)?.name ?? sha256)
  const twins = new Set(assets.filter((each) => safeName(each.name) === name).map((each) => each.sha256))
  return twins.size > 1 ? name.replace(/(\.\w+)?$/, ` ${sha256.slice(0, 8)}$1`) : name
}

const safeName = (name: string): string =>
  name
    .replace(/[/\\:*?"<>|\u0000-\u001f]/g, '_')
    .replace(/^\.+|\.+$/g, '_')
    .slice(-100) || '_'

/** What is in the folder, what the page is, and what is wrong with it, for whoever opens the folder. */
function reportOf(
  page: PageModel,
  parts: readonly { path: string; bytes: Uint8Array }[],
  problems: readonly string[],
): string {
  const say = sayNow()
  const { section = '', number = '', date = '', editor = '', layout = '' } = page.doc.meta
  const overset = oversetStories(page).reduce((sum, { oversetCharacters }) => sum + oversetCharacters, 0)
  const lines = [
    `${section} ${number} ${date}`.trim() || page.name,
    [editor, layout].filter(Boolean).join(' · '),
    '',
    say('package.articles'),
    ...page.articles.map(({ number: n, article }) => `  ${n}  ${article.title}`),
    '',
    say('package.files'),
    ...parts.map(({ path, bytes }) => `  ${path}  ${Math.ceil(bytes.length / 1024)} kB`),
    '',
    say('package.faces'),
    ...facesOf(page.doc).map((face) => `  ${face}`),
    '',
    say('package.problems'),
    ...(overset > 0 ? [`  ${say('package.overset', { n: overset })}`] : []),
    ...problems.map((problem) => `  ${problem}`),
    ...(overset === 0 && problems.length === 0 ? [`  ${say('package.none')}`] : []),
  ]
  return `${lines.join('\n')}\n`
}
