import { defineLoader } from '#app/http/guard.server.ts'
import { readiness } from '#app/http/readiness.server.ts'

/** Whether work can be sent here: 200 'ready', or 503 with one word for what stands in the way. */
export const loader = defineLoader({ allow: 'everyone' }, async ({ db }) => {
  const answer = await readiness(db)
  return new Response(`${answer}\n`, {
    status: answer === 'ready' ? 200 : 503,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
})
