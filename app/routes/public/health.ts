import { defineLoader } from '#app/http/guard.server.ts'

/** The process answers. Asks nothing else, so that a slow disk does not get it restarted. */
export const loader = defineLoader(
  { allow: 'everyone' },
  async () => new Response('ok\n', { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } }),
)
