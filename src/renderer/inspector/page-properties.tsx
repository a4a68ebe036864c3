import { problemText } from '../../shared/messages.ts'
import { typeArea } from '../canvas/place.ts'
import { app } from '../state/app-state.ts'
import { articleTitle, type PageModel } from '../state/page-model.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { FactGroup, FactRows } from './facts.tsx'
import { haoOf, mm, trimmed } from './frame-facts.ts'

export function PageProperties({ page }: { page: PageModel }) {
  const say = useSay()
  const language = useStore(app, (state) => state.language)
  const { setup, meta } = page.doc
  const area = typeArea(page.composition.grid)
  const size = (width: number, height: number) => `${mm(width)} × ${mm(height)} mm`
  const em = (n: number) => say('inspector.characters', { n: trimmed(n) })
  const hao = haoOf(setup.bodyPt)
  const fields = (['section', 'number', 'date', 'editor', 'layout', 'email'] as const).flatMap((name) => {
    const value = meta[name]
    if (value === undefined) return []
    const weekday = name === 'date' && meta.weekday ? ` ${meta.weekday}` : ''
    return [{ label: say(`inspector.${name}`), value: `${value}${weekday}` }]
  })
  const { diagnostics } = page.composition
  return (
    <>
      <div className="inspector-head">
        <b>{say('inspector.page')}</b>
        <span className="dim">{page.name}</span>
      </div>
      <FactGroup title={say('inspector.place')}>
        <FactRows
          facts={[
            { label: say('inspector.page-size'), value: size(setup.width, setup.height) },
            { label: say('inspector.type-area'), value: size(area.width, area.height) },
          ]}
        />
      </FactGroup>
      <FactGroup title={say('inspector.grid')}>
        <FactRows
          facts={[
            { label: say('inspector.basic-columns'), value: `${setup.columns} × ${em(setup.columnEm)}` },
            { label: say('inspector.gutter'), value: em(setup.gutterEm) },
            {
              label: say('inspector.line-grid'),
              value: `${say('inspector.row-count', { n: setup.rows })} × ${trimmed(setup.leadingPt)} pt`,
            },
            {
              label: say('inspector.body-size'),
              value: [hao, `${trimmed(setup.bodyPt)} pt`].filter(Boolean).join(' · '),
            },
          ]}
        />
      </FactGroup>
      {fields.length > 0 && (
        <FactGroup title={say('inspector.folio')}>
          <FactRows facts={fields} />
        </FactGroup>
      )}
      {diagnostics.length > 0 && (
        <ul className="page-notes">
          {diagnostics.map((diagnostic) => {
            const { what, todo } = problemText(language, diagnostic)
            const title = articleTitle(page, diagnostic.at?.story)
            return (
              <li key={JSON.stringify(diagnostic)} data-severity={diagnostic.severity}>
                {title && `${title}：`}
                {what}
                {todo && <span className="dim">{todo}</span>}
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}
