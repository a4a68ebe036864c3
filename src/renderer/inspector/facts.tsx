import type { ReactNode } from 'react'

/** A group of the inspector with its heading and, at the right, its state. */
export function FactGroup({
  title,
  aside,
  children,
}: {
  title: string
  aside?: ReactNode
  children: ReactNode
}) {
  return (
    <section className="fact-group">
      <h3>
        {title}
        {aside && <span className="fact-aside">{aside}</span>}
      </h3>
      {children}
    </section>
  )
}

export interface Fact {
  label: string
  value: ReactNode
  unit?: string
}

interface FactsProps {
  facts: readonly Fact[]
}

/** Facts two by two, as the fields will stand when they can be edited. */
export const FactGrid = ({ facts }: FactsProps) => <FactList className="fact-grid" facts={facts} />

/** Facts one a row, for longer values. */
export const FactRows = ({ facts }: FactsProps) => <FactList className="fact-rows" facts={facts} />

function FactList({ facts, className }: FactsProps & { className: string }) {
  return (
    <dl className={className}>
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
          {fact.unit && <span className="unit">{fact.unit}</span>}
        </div>
      ))}
    </dl>
  )
}
