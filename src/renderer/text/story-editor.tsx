import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from 'react-aria-components'
import { countOf } from '../../core/language/characters.ts'
import { ArticleNumber } from '../controls/article-number.tsx'
import { Icon } from '../icons.tsx'
import { app } from '../state/app-state.ts'
import { chosenStory } from '../state/editing.ts'
import { characterCount, type PageModel, paragraphText, pigmentOf } from '../state/page-model.ts'
import { useStore } from '../state/store.ts'
import { sayNow, useSay } from '../state/words.ts'
import { decorateStory } from './decorate-story.ts'
import { closeEditor } from './story-editor-state.ts'
import { lendEditorHost, openStory, openText } from './text-session.ts'
import { textState } from './text-state.ts'

/** 小样: the story that has the caret as a manuscript, beside the page. It is the same text, shown. */
export function StoryEditor() {
  const open = useStore(textState, (state) => state.editorOpen)
  const page = useStore(app, (state) => state.page)
  return open && page ? <OpenEditor page={page} /> : null
}

function OpenEditor({ page }: { page: PageModel }) {
  const say = useSay()
  const host = useRef<HTMLDivElement>(null)
  const story = useStore(textState, (state) => state.story)
  const chosen = useStore(app, chosenStory)
  const entry = story === null ? undefined : page.stories.get(story)
  const article = entry?.article === undefined ? undefined : page.doc.articles[entry.article]
  useEffect(() => (host.current ? lendEditorHost(host.current) : undefined), [])
  useEffect(followPageInEditor, [])
  // It shows what is selected, without taking the focus from the list or the page.
  useEffect(() => {
    if (chosen !== undefined && chosen !== textState.get().story) showInEditor(chosen)
  }, [chosen])
  return (
    <section
      className="story-editor"
      data-region="editor"
      data-pigment={article && pigmentOf(article.number)}
      aria-label={say('editor.label', { title: article?.title ?? say('editor.title') })}
      data-testid="story-editor"
    >
      <header className="story-editor-head">
        {article && <ArticleNumber of={article.number} />}
        <b>{entry ? say(`role.${entry.story.role}`) : say('editor.title')}</b>
        <span className="dim" lang="zh-CN">
          {article && (article.title || say('stories.untitled'))}
        </span>
        <Button className="tool small" aria-label={say('editor.close')} onPress={closeEditor}>
          <Icon of={X} size={14} />
        </Button>
      </header>
      {entry ? <Counts page={page} story={entry.id} /> : <p className="panel-none">{say('editor.none')}</p>}
      <div
        className="story-editor-text"
        data-placeholder={say('editor.empty')}
        ref={host}
        onPointerDown={() => textState.set({ keysOf: 'editor' })}
      />
    </section>
  )
}

function Counts({ page, story }: { page: PageModel; story: string }) {
  const say = useSay()
  const selected = useStore(textState, (state) => countOf(state.selectedText))
  const entry = page.stories.get(story)
  if (!entry) return null
  const { paragraphs } = entry.story
  const text = paragraphs.map(paragraphText).join('')
  const n = entry.oversetCharacters
  return (
    <p className="story-editor-counts" data-testid="editor-counts">
      <span>{say('editor.characters', { n: characterCount(paragraphs) })}</span>
      <span>{say('editor.without-marks', { n: countOf(text.replace(/\p{P}/gu, '')) })}</span>
      <span>{say('editor.paragraphs', { n: paragraphs.length })}</span>
      <span>{say('editor.lines', { n: entry.lines })}</span>
      {selected > 0 && <span>{say('editor.selected', { n: selected })}</span>}
      {n > 0 ? (
        <span className="chip bad">{say('editor.overset', { n, lines: entry.oversetLines })}</span>
      ) : entry.story.frames.length === 0 ? (
        <span className="chip">{say('stories.not-placed')}</span>
      ) : (
        <span className="chip ok">{say('editor.placed')}</span>
      )}
    </p>
  )
}

function showInEditor(story: string): void {
  const had = document.activeElement
  if (openStory(story) && had instanceof HTMLElement && had !== document.body) had.focus()
}

/** Overset text and doubtful marks follow the page, except while an input method composes. */
function followPageInEditor(): () => void {
  let frame = 0
  let last: unknown
  let spoken: unknown
  const decorate = () => {
    frame = 0
    const { page, language } = app.get()
    const open = openText()
    if (!page || !open || open.composing || (last === page && spoken === language)) return
    last = page
    spoken = language
    open.decorate(decorateStory(open.state.doc, page, open.story, sayNow()))
  }
  const ask = () => {
    if (frame === 0) frame = requestAnimationFrame(decorate)
  }
  let story: string | null = null
  const onText = () => {
    const { story: now, composing } = textState.get()
    if (now !== story) last = undefined
    story = now
    if (!composing) ask()
  }
  const stop = [app.subscribe(ask), textState.subscribe(onText)]
  ask()
  return () => {
    for (const end of stop) end()
    cancelAnimationFrame(frame)
  }
}
