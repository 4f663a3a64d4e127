/** Files that are made while they are sent. */
import { setImmediate } from 'node:timers/promises'
import { dateInBerlin } from '#app/platform/calendar.ts'

interface Download {
  /** Begins the file's name; the day is added. Fixed by the server: nothing that was typed. */
  readonly name: string
  readonly extension: 'json' | 'html'
  readonly type: string
  /** Instant of the request. */
  readonly now: string
  /** Replaces the rules for pages of the product. */
  readonly policy?: string
}

/**
 * The pieces as one attachment. The first piece is made before the answer begins, so that a database that cannot be read is still an
 * error page; what breaks later breaks the download off. Between two pieces other requests get their turn.
 */
export const downloadOf = async (pieces: AsyncGenerator<string, void>, { name, extension, type, now, policy }: Download): Promise<Response> => {
  const encoder = new TextEncoder()
  let waiting = await nextOf(pieces)
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      await setImmediate()
      const piece = waiting ?? (await nextOf(pieces))
      waiting = undefined
      if (piece === undefined) controller.close()
      else controller.enqueue(encoder.encode(piece))
    },
    cancel: async () => void (await pieces.return()),
  })
  const headers = new Headers({
    'content-type': `${type}; charset=utf-8`,
    'content-disposition': `attachment; filename="${name}-${dateInBerlin(now)}.${extension}"`,
  })
  if (policy !== undefined) headers.set('content-security-policy', policy)
  return new Response(body, { headers })
}

/** Empty pieces are passed over: a pull that gives nothing would not be asked again. */
const nextOf = async (pieces: AsyncGenerator<string, void>): Promise<string | undefined> => {
  for (;;) {
    const { value, done } = await pieces.next()
    if (done === true) return undefined
    if (value !== '') return value
  }
}
