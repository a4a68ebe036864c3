import { Plus } from 'lucide-react'
import { type KeyboardEvent, useDeferredValue, useEffect, useRef } from 'react'
import { Button } from 'react-aria-components'
import { isEnabled, runCommand } from '../commands/commands.ts'
import { firstKey } from '../commands/keys.ts'
import { Tip } from '../controls/tip.tsx'
import { Icon } from '../icons.tsx'
import { app } from '../state/app-state.ts'
import { selectedArticle } from '../state/deciding.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { ArticleCardView } from './article-card.tsx'
import type { ReviewModel } from './review-model.ts'

/** Enough to fill the pane: a dump of many pages shows these at once and the others a moment later. */
const FIRST_CARDS = 8

/** The articles as cards, in reading order. */
export function ArticlesPane({ model }: { model: ReviewModel }) {
  const say = useSay()
  const active = useStore(app, selectedArticle)
  const mac = useStore(app, (state) => state.start?.platform === 'darwin')
  const canMake = useStore(app, (state) => isEnabled('review.new', state))
  const reveal = useStore(app, (state) => state.review.reveal)
  const all = useDeferredValue(true, false)
  const scroller = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const part = scroller.current?.querySelector('[data-hot="true"]')
    const card = scroller.current?.querySelector('[data-active="true"]')
    ;(part ?? card)?.scrollIntoView({ block: 'nearest' })
  }, [reveal, active, all])
  return (
    <section className="review-pane articles-pane" data-region="articles" aria-label={say('region.articles')}>
      <header className="pane-head">
        <h2>{say('review.articles')}</h2>
        <span className="pane-note">{say('review.count', { n: model.cards.length })}</span>
        <span className="spacer" />
        <Tip
          text={say(canMake ? 'command.review.new' : 'review.new-hint')}
          keys={firstKey('review.new', mac)}
        >
          <Button
            className="tool words"
            aria-disabled={!canMake}
            onPress={() => void runCommand('review.new')}
            data-testid="new-article"
          >
            <Icon of={Plus} />
            {say('review.new')}
          </Button>
        </Tip>
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the parts are buttons; arrows only move among them */}
      <div className="pane-scroll" ref={scroller} data-place="list" onKeyDown={moveAmongParts}>
        {model.cards.length === 0 && <p className="panel-none">{say('review.no-articles')}</p>}
        {(all ? model.cards : model.cards.slice(0, FIRST_CARDS)).map((card) => (
          <ArticleCardView key={card.id} card={card} active={card.id === active} />
        ))}
      </div>
    </section>
  )
}

/** Arrows go from part to part of the cards. */
function moveAmongParts(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.shiftKey || event.ctrlKey || event.metaKey) return
  const step = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const parts = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-part]')]
  const next = parts[parts.indexOf(document.activeElement as HTMLElement) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
