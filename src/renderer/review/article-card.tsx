import { Check, ChevronDown, ChevronRight, Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { Role } from '../../core/reconstruct/types.ts'
import type { Span } from '../../core/source/types.ts'
import { ArticleNumber } from '../controls/article-number.tsx'
import { Tip } from '../controls/tip.tsx'
import { Icon } from '../icons.tsx'
import { app } from '../state/app-state.ts'
import { pigmentOf } from '../state/page-model.ts'
import { currentDoubt, setReview, showText, toggleExpanded } from '../state/reviewing.ts'
import { useStore } from '../state/store.ts'
import { type Say, useSay } from '../state/words.ts'
import type { ArticleCard, CardBody, CardField } from './article-cards.ts'
import { roleName } from './describe.ts'
import { figure } from './doubt-words.ts'

/** One article: what it is, how sure that is, and its parts; pressing one selects its text in the source. */
export function ArticleCardView({ card, active }: { card: ArticleCard; active: boolean }) {
  const say = useSay()
  const expanded = useStore(app, (state) => state.review.expanded.has(card.id))
  const kind = say(`stories.kind.${card.kind}`)
  return (
    <article
      className="card"
      aria-label={say('review.article', { n: card.number, kind })}
      data-pigment={pigmentOf(card.number)}
      data-active={active}
      data-testid={`card-${card.number}`}
    >
      <header className="card-head">
        <Button className="card-title" data-part onPress={() => showText(card.from)}>
          <ArticleNumber of={card.number} />
          <b>{kind}</b>
        </Button>
        <span className="spacer" />
        <StateChip card={card} say={say} />
        <Button
          className="tool small card-more"
          aria-label={say('review.actions', { n: card.number })}
          aria-haspopup="menu"
          onPress={(event) => openMenu(event.target, card.from)}
        >
          <Icon of={Ellipsis} size={14} />
        </Button>
      </header>
      {card.heads.map((field) => (
        <FieldRow key={field.key} field={field} say={say} />
      ))}
      {card.body && <BodyRow card={card} body={card.body} expanded={expanded} say={say} />}
      {expanded &&
        card.body?.paragraphs.map((field) => <FieldRow key={field.key} field={field} say={say} paragraph />)}
      {card.credit && <FieldRow field={card.credit} say={say} />}
    </article>
  )
}

function openMenu(element: Element, spans: readonly Span[]): void {
  showText(spans)
  const box = element.getBoundingClientRect()
  setReview({ menu: { kind: 'all', x: box.left, y: box.bottom } })
}

function StateChip({ card, say }: { card: ArticleCard; say: Say }) {
  if (card.doubts.length > 0) {
    return <span className="chip warn">{say('review.doubts-of', { n: card.doubts.length })}</span>
  }
  const n = figure(card.confidence)
  return (
    <Tip text={say('review.confidence-of', { n })}>
      <Button className="chip" excludeFromTabOrder>
        <Icon of={Check} size={12} />
        {say('review.confidence', { n })}
      </Button>
    </Tip>
  )
}

interface FieldRowProps {
  field: CardField
  say: Say
  /** One of the body's paragraphs. */
  paragraph?: boolean
}

function FieldRow({ field, say, paragraph = false }: FieldRowProps) {
  const hot = useStore(app, (state) => {
    const doubt = currentDoubt(state)
    return doubt !== undefined && field.doubts.includes(doubt)
  })
  return (
    <PartButton as={field.role} from={field.from} hot={hot} paragraph={paragraph}>
      <span className="card-label">
        {(!paragraph || field.role === 'subhead') && roleName(field.role, say)}
        {field.doubts.length > 0 && !hot && <i className="dot warn" aria-hidden="true" />}
        {field.doubts.length > 0 && <span className="visually-hidden">{say('review.line-doubt')}</span>}
      </span>
      <span className="card-text" data-role={field.role} lang="zh-CN">
        {field.text}
      </span>
    </PartButton>
  )
}

interface BodyRowProps {
  card: ArticleCard
  body: CardBody
  expanded: boolean
  say: Say
}

function BodyRow({ card, body, expanded, say }: BodyRowProps) {
  const { paragraphs, subheads, lines, measureEm } = body
  const facts = [
    [
      say('review.body', { n: paragraphs.length - subheads }),
      subheads > 0 ? say('review.subheads', { n: subheads }) : '',
    ]
      .filter(Boolean)
      .join(say('review.space')),
    say('review.body-lines', { n: lines }),
    measureEm === undefined ? '' : say('review.measure', { n: measureEm }),
  ].filter(Boolean)
  return (
    <div className="card-body">
      <PartButton as="body" from={body.from} hot={false}>
        <span className="card-label">{roleName('body', say)}</span>
        <span className="card-text">{facts.join(say('review.comma'))}</span>
      </PartButton>
      <Button
        className="tool small card-expand"
        aria-label={say('review.expand', { n: card.number })}
        aria-expanded={expanded}
        onPress={() => toggleExpanded(card.id)}
        data-testid={`expand-${card.number}`}
      >
        <Icon of={expanded ? ChevronDown : ChevronRight} size={14} />
      </Button>
    </div>
  )
}

interface PartButtonProps {
  as: Role
  from: readonly Span[]
  hot: boolean
  paragraph?: boolean
  children: ReactNode
}

function PartButton({ as, from, hot, paragraph = false, children }: PartButtonProps) {
  const selected = useStore(app, (state) => isSame(state.review.selection?.spans, from))
  return (
    <Button
      className="card-part"
      data-part
      data-role={as}
      data-hot={hot}
      data-paragraph={paragraph}
      data-current={selected}
      aria-pressed={selected}
      onPress={() => showText(from)}
      onContextMenu={(event) => {
        event.preventDefault()
        showText(from)
        setReview({ menu: { kind: 'all', x: event.clientX, y: event.clientY } })
      }}
    >
      {children}
    </Button>
  )
}

/** Whether just this text is selected: all lines of it and no others. */
function isSame(selected: readonly Span[] | undefined, from: readonly Span[]): boolean {
  if (!selected || selected.length === 0) return false
  const [a, b] = [new Set(selected.map(({ line }) => line)), new Set(from.map(({ line }) => line))]
  if (a.size !== b.size || [...a].some((line) => !b.has(line))) return false
  return from.every((span) =>
    selected.some(({ line, start, end }) => line === span.line && start < span.end && end > span.start),
  )
}
