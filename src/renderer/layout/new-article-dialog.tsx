import { useEffect, useState } from 'react'
import { Button, FileTrigger, Label, TextArea, TextField } from 'react-aria-components'
import type { Manuscript } from '../../core/draft/manuscript.ts'
import { closeDialog } from '../dialogs/dialog-frame.tsx'
import { useSay } from '../state/words.ts'
import { addDropped, addText } from './adding.ts'
import { DialogForm } from './dialog-form.tsx'

/** 新建一稿: text that is typed or pasted, with what it is read as. */
export function NewArticleDialog() {
  const say = useSay()
  const [text, setText] = useState('')
  const articles = useManuscripts(text)
  return (
    <DialogForm
      title={say('new-article.title')}
      className="new-article"
      act={say('new-article.add')}
      testId="new-article"
      aside={
        <FileTrigger
          acceptedFileTypes={['.txt', '.banxin']}
          allowsMultiple
          onSelect={(files) => {
            if (!files) return
            closeDialog()
            void addDropped(files)
          }}
        >
          <Button className="button">{say('new-article.from-file')}</Button>
        </FileTrigger>
      }
      onDone={() => {
        closeDialog()
        void addText(text)
      }}
    >
      <TextField className="manuscript" value={text} onChange={setText} autoFocus>
        <Label className="visually-hidden">{say('new-article.text')}</Label>
        <TextArea rows={12} lang="zh-CN" data-testid="manuscript" />
      </TextField>
      <p className="dim">{say('new-article.hint')}</p>
      <ReadAs articles={articles} />
    </DialogForm>
  )
}

/** What the text is read as; the reader comes with the first letter. */
function useManuscripts(text: string): readonly Manuscript[] {
  const [articles, setArticles] = useState<readonly Manuscript[]>([])
  useEffect(() => {
    let now = true
    void import('../../core/draft/new/read-manuscripts.ts').then(({ readManuscripts }) => {
      if (now) setArticles(readManuscripts('', text))
    })
    return () => {
      now = false
    }
  }, [text])
  return articles
}

const FIELDS = ['section', 'kicker', 'headline', 'deck', 'byline', 'credit'] as const

function ReadAs({ articles }: { articles: readonly Manuscript[] }) {
  const say = useSay()
  const [article] = articles
  if (!article) return <p className="read-as dim">{say('new-article.empty')}</p>
  if (articles.length > 1) return <p className="read-as">{say('new-article.dump', { n: articles.length })}</p>
  const { paragraphs, captions } = article
  const characters = paragraphs.reduce((sum, { text }) => sum + text.replace(/\s/gu, '').length, 0)
  return (
    <dl className="read-as" data-testid="read-as">
      {FIELDS.map((field) =>
        article[field] === undefined ? null : (
          <div key={field}>
            <dt>{say(`role.${field}`)}</dt>
            <dd lang="zh-CN">{article[field]}</dd>
          </div>
        ),
      )}
      <div>
        <dt>{say('role.body')}</dt>
        <dd>{say('new-article.body', { n: paragraphs.length, characters })}</dd>
      </div>
      {captions.length > 0 && (
        <div>
          <dt>{say('role.caption')}</dt>
          <dd lang="zh-CN">{captions.map((caption) => caption.text).join(' ')}</dd>
        </div>
      )}
    </dl>
  )
}
