import { Button } from 'react-aria-components'
import type { PageDoc } from '../../core/doc/schema.ts'
import type { Offer } from '../../core/draft/again/offers.ts'
import { useSay } from '../state/words.ts'
import { moveToNextPage, previewWay, stopPreview, takeWay } from './proposing.ts'

/** For a page that is too full: what can be done, each tried before it is offered. */
export function WaysOut({ offers, doc }: { offers: readonly Offer[] | 'busy'; doc: PageDoc }) {
  const say = useSay()
  return (
    <section className="ways" aria-label={say('ways.title')} data-testid="ways">
      <h2>{say('ways.title')}</h2>
      {offers === 'busy' && <p className="dim">{say('ways.busy')}</p>}
      {offers !== 'busy' && offers.length === 0 && <p className="dim">{say('ways.none')}</p>}
      {offers !== 'busy' && offers.map((offer) => <Way key={offer.kind} offer={offer} doc={doc} />)}
    </section>
  )
}

function Way({ offer, doc }: { offer: Offer; doc: PageDoc }) {
  const say = useSay()
  const act =
    offer.kind === 'smaller-type'
      ? say('ways.smaller', { pt: offer.bodyPt })
      : offer.kind === 'cut'
        ? say('ways.cut', { lines: offer.lines, n: offer.characters })
        : say('ways.next-page', { n: offer.articles.length })
  return (
    <Button
      className="way"
      data-row
      onHoverStart={() => previewWay(offer)}
      onHoverEnd={stopPreview}
      onPress={() =>
        offer.kind === 'another-page'
          ? void moveToNextPage(offer.articles.map(({ article }) => article))
          : takeWay(offer)
      }
      data-testid={`way-${offer.kind}`}
    >
      <b>{act}</b>
      <Price offer={offer} doc={doc} />
    </Button>
  )
}

function Price({ offer, doc }: { offer: Offer; doc: PageDoc }) {
  const say = useSay()
  if (offer.kind === 'smaller-type') {
    const { columnEm, rows } = offer.doc.setup
    return <span className="dim">{say('ways.smaller-price', { em: columnEm, rows })}</span>
  }
  if (offer.kind === 'another-page') {
    const rows = offer.articles.reduce((sum, { columnRows }) => sum + columnRows, 0)
    const characters = offer.articles.reduce((sum, of) => sum + of.characters, 0)
    return <span className="dim">{say('ways.next-page-price', { rows, characters })}</span>
  }
  return offer.cuts.map(({ article, paragraphs: n, characters }) => {
    const number = doc.articles[article]?.number ?? 0
    return (
      <span key={article} className="dim">
        {say('ways.cut-one', { number, n, characters })}
      </span>
    )
  })
}
