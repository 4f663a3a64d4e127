/** What ties hint and error to their field. */
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export const Hint = ({ id, hint }: { id: string; hint: ReactNode }) =>
  hint ? (
    <div className="kern-hint" id={hintId(id)}>
      {hint}
    </div>
  ) : null

export const Problem = ({ id, error }: { id: string; error: string | undefined }) =>
  error ? (
    <p className="kern-error" id={errorId(id)}>
      <Icon name="danger" />
      <span className="kern-body">{error}</span>
    </p>
  ) : null

export const hintId = (id: string) => `${id}-hint`
const errorId = (id: string) => `${id}-error`
export const describedBy = (id: string, hint: ReactNode, error: string | undefined) =>
  [hint ? hintId(id) : '', error ? errorId(id) : ''].filter(Boolean).join(' ') || undefined
export const marks = (id: string, hint: ReactNode, error: string | undefined, required: boolean | undefined) => ({
  id,
  required,
  'aria-describedby': describedBy(id, hint, error),
  'aria-invalid': error ? true : undefined,
})
