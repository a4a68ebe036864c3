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

/** Facts two by two, as the fields will stand when they can be edited. */
export function FactGrid({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="fact-grid">
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

/** Facts one a row, for longer values. */
export function FactRows({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="fact-rows">
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
