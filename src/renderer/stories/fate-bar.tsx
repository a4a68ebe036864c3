import { useMemo } from 'react'
import { type PageModel, pigmentOf } from '../state/page-model.ts'
import { useSay } from '../state/words.ts'
import { sourceFate } from './fate.ts'

/** 原稿去向: a bar as long as the source, every part in the colour of what it became. */
export function FateBar({ page }: { page: PageModel }) {
  const say = useSay()
  const fate = useMemo(() => sourceFate(page), [page])
  if (!fate || fate.total === 0) return null
  const width = (n: number) => ({ flexGrow: n })
  const counts = [
    ['body', fate.body],
    ['heads', fate.heads],
    ['folio', fate.folio],
    ['shadows', fate.shadows],
    ['unplaced', fate.unplaced],
  ] as const
  return (
    <section className="fate" aria-label={say('fate.title')} data-testid="fate">
      <h2>
        {say('fate.title')}
        {fate.unplaced === 0 ? (
          <span className="ok">{say('fate.all')}</span>
        ) : (
          <span className="warn">{say('fate.some', { n: fate.unplaced })}</span>
        )}
      </h2>
      <div className="fate-bar" aria-hidden="true">
        {fate.articles.map(({ number, characters }) => (
          <i key={number} data-pigment={pigmentOf(number)} style={width(characters)} />
        ))}
        {fate.folio > 0 && <i className="fate-folio" style={width(fate.folio)} />}
        {fate.shadows > 0 && <i className="fate-shadows" style={width(fate.shadows)} />}
        {fate.unplaced > 0 && <i className="fate-unplaced" style={width(fate.unplaced)} />}
      </div>
      <dl className="fate-counts" title={say('fate.unit')}>
        {counts.map(([name, n]) => (
          <div key={name}>
            <dt>{say(`fate.${name}`)}</dt>
            <dd>{n}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
