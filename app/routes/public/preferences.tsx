import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { changePreferences, type Preferences } from '#app/domain/identity/change-preferences.server.ts'
import { choiceCookie } from '#app/http/cookies.server.ts'
import { defineAction, defineLoader, viewerOf } from '#app/http/guard.server.ts'
import { safePath } from '#app/http/safe-path.server.ts'
import { LANGUAGES } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'

/** There is nothing to look at here; the choices stand in the head of every page and in the account. */
export const loader = defineLoader({ allow: 'everyone' }, async () => redirect(paths.home()))

/** Language and theme, for this device and, once signed in, for the person. `automatic` leaves the theme to the device. */
export const action = defineAction(
  {
    allow: 'everyone',
    input: z.object({
      language: z
        .enum(LANGUAGES as readonly ['de', 'en'])
        .optional()
        .catch(undefined),
      theme: z.enum(['light', 'dark', 'automatic']).optional().catch(undefined),
      next: z.string().catch('/'),
    }),
  },
  async ({ tx, input, context, request, house }) => {
    const theme = input.theme === 'automatic' ? null : input.theme
    const chosen: Preferences = { ...(input.language !== undefined && { language: input.language }), ...(theme !== undefined && { theme }) }
    const viewer = await viewerOf(context, request)
    if (viewer !== undefined) await changePreferences(tx, viewer.actor, chosen)
    const headers = new Headers()
    if (input.language !== undefined) headers.append('set-cookie', choiceCookie('language', input.language, house.secure))
    if (theme !== undefined) headers.append('set-cookie', choiceCookie('theme', theme, house.secure))
    return redirect(safePath(input.next), { status: 303, headers })
  },
)
