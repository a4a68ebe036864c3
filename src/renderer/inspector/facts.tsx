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
      <h2>
        {title}
        {aside && <span className="fact-aside">{aside}</span>}
      </h2>
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

/** Facts one a row, for what is not changed here. */
export function FactRows({ facts }: FactsProps) {
  return (
    <dl className="fact-rows">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>
            {fact.value}
            {fact.unit && <span className="unit">{fact.unit}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
