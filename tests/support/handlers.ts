/** Every loader and action that routes.ts leads to, with who may enter. */
import routes from '#app/routes.ts'

/** Everybody who is signed in, and the roles beyond that. */
export const ROLES = ['learner', 'trainer', 'lead', 'hr', 'admin', 'coordinator', 'council'] as const
export type AnyRole = (typeof ROLES)[number]

type Handler = { readonly policy: { readonly allow: readonly AnyRole[] | 'everyone' } }

const modules = import.meta.glob<{ readonly loader?: Handler; readonly action?: Handler }>(['/app/routes/**/*.{ts,tsx}', '!/app/routes/**/*.test.*'], {
  eager: true,
})
/** `name` is the method and the path as routes.ts has it. */
export const handlers = routes.flatMap(({ path, file }) =>
  (
    [
      ['GET', 'loader'],
      ['POST', 'action'],
    ] as const
  ).flatMap(([method, kind]) => {
    const handler = modules[`/app/${file}`]?.[kind]
    return handler === undefined ? [] : [{ name: `${method} ${path}`, method, allow: handler.policy.allow }]
  }),
)
