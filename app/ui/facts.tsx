import type { ReactNode } from 'react'

/** Two to five short facts in a row: learning time, modules, version. */
export const Facts = ({ facts }: { facts: readonly { readonly label: string; readonly value: ReactNode }[] }) => (
  <dl className="wb-facts">
    {facts.map(({ label, value }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
