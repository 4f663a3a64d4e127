import type { ReactNode } from 'react'

/** Who can read what is typed here. Stands beside every free text. */
export const PrivateLine = ({ children, id }: { children: ReactNode; id?: string | undefined }) => (
  <p className="wb-privat" id={id}>
    {children}
  </p>
)
