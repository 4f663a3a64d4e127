import { defineAction, defineLoader } from '#app/http/guard.server.ts'
import { NotFound } from '#app/http/refusals.server.ts'

/** Every address that is not in routes.ts. Throwing shows the error page in the reader's language. */
export const loader = defineLoader({ allow: 'everyone' }, async (): Promise<null> => {
  throw new NotFound()
})

export const action = defineAction({ allow: 'everyone' }, async (): Promise<null> => {
  throw new NotFound()
})

export default function NotFoundPage() {
  return null
}
