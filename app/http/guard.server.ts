/**
 * The only door. Every loader and action of the product is made here, in this order:
 * session → actor → role → params → query or form → (trace of the look, or one write transaction) → work → after the commit.
 * Loaders get a database to read from; only actions get a transaction. What is thrown rolls back; what is returned is committed.
 * The one thing that reading may write is that somebody looked at what is stored about others: `trace` names it.
 */
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import type { z } from 'zod'
import type { Db, Tx } from '#db/types.ts'
import { type Language, type Translate, translatorFor } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { toInstant } from '#app/platform/clock.ts'
import type { Actor, AnyRole } from '#app/domain/actor.ts'
import type { Look } from '#app/domain/privacy/audit.ts'
import { isLookKnown } from '#app/domain/privacy/queries.server.ts'
import { recordLook } from '#app/domain/privacy/record-look.server.ts'
import { type FormValues, readForm, readUpload, type SentFile } from './form.server.ts'
import { dropSentForm, holdForm } from './held-form.server.ts'
import type { House, RequestContext, SentBody } from './house.server.ts'
import { refuseForm } from './refuse-form.server.ts'
import { Forbidden, NotFound, toResponse } from './refusals.server.ts'
import { findViewer, languageOf, type Viewer } from './viewer.server.ts'

type Shape = z.ZodType
type Out<S> = S extends z.ZodType ? z.output<S> : undefined

/** Who may enter: the roles, of which one is enough. `learner` means everybody who is signed in. */
export interface Policy<R extends AnyRole> {
  readonly allow: readonly R[] | 'everyone'
}

interface Surroundings<P> {
  readonly params: P
  readonly house: House
  readonly context: RequestContext
  readonly request: Request
  readonly language: Language
  readonly t: Translate
  /** The instant of the request, as the database stores it. */
  readonly now: string
}

interface LoaderWork<R extends AnyRole, P, Q> extends Surroundings<P> {
  readonly db: Db
  readonly actor: Actor<R>
  readonly query: Q
}

interface ActionWork<R extends AnyRole, P, I, Prepared> extends Surroundings<P> {
  readonly tx: Tx
  readonly actor: Actor<R>
  readonly input: I
  /** The form as sent, for kinds of input that only the domain can parse. */
  readonly form: FormValues
  /** What was chosen in the field `upload`. */
  readonly file: SentFile | undefined
  readonly prepared: Prepared
  /** Work for after the commit (log, mail). Not run when the action throws. */
  readonly after: (work: () => void | Promise<void>) => void
}

interface LoaderOptions<R extends AnyRole, P, Q> extends Policy<R> {
  readonly params?: P
  readonly query?: Q
  /**
   * For pages that show something of people other than the reader: what goes into the trail before the page is made. Throws NotFound
   * where there is nothing to see; undefined where the page shows nobody this time. If it cannot be written, the page is not shown.
   */
  readonly trace?: (work: LoaderWork<R, Out<P>, Out<Q>>) => Look | undefined | Promise<Look | undefined>
}
interface ActionOptions<R extends AnyRole, P, I, Prepared> extends Policy<R> {
  readonly params?: P
  readonly input?: I
  /** Name of the one field that may carry a file. Without it a form with a file is refused. */
  readonly upload?: string
  /** Slow work before the transaction (hashing): the one connection must not wait for it. */
  readonly prepare?: (work: Omit<LoaderWork<R, Out<P>, never>, 'query'> & { readonly input: Out<I>; readonly file: SentFile | undefined }) => Promise<Prepared>
}

/** What an action with a schema may return: its own result, or the form with what does not fit. */
type Result<T, I> = I extends Shape ? T | ReturnType<typeof refuseForm> : T

/** A loader with its policy attached, so that a test can read the access matrix. */
export const defineLoader = <R extends AnyRole, T, P extends Shape | undefined = undefined, Q extends Shape | undefined = undefined>(
  options: LoaderOptions<R, P, Q>,
  work: (work: LoaderWork<R, Out<P>, Out<Q>>) => Promise<T>,
) => {
  const loader = async ({ request, params, context }: LoaderFunctionArgs): Promise<T> =>
    refusing(context, request, async () => {
      const { actor, surroundings } = await enter(options, request, context)
      const query = options.query === undefined ? {} : shaped(options.query, Object.fromEntries(new URL(request.url).searchParams))
      const reach = { ...surroundings, params: shapedParams(options.params, params), query: query as Out<Q>, actor: actor as Actor<R>, db: context.house.db }
      const look = await options.trace?.(reach)
      if (look !== undefined) await leaveTrace(reach, look)
      return await work(reach)
    })
  return Object.assign(loader, { policy: { allow: options.allow }, traced: options.trace !== undefined })
}

/** An action with its policy attached: one `begin immediate` transaction around the work. */
export const defineAction = <R extends AnyRole, T, P extends Shape | undefined = undefined, I extends Shape | undefined = undefined, Prepared = undefined>(
  options: ActionOptions<R, P, I, Prepared>,
  work: (work: ActionWork<R, Out<P>, Out<I>, Prepared>) => Promise<T>,
) => {
  const action = async ({ request, params, context }: ActionFunctionArgs): Promise<Result<T, I>> =>
    refusing(context, request, async () => {
      const sent = context.body ?? NOTHING
      const { form, file } = options.upload === undefined ? { form: await readForm(sent), file: undefined } : await readUpload(sent, options.upload)
      const { actor, surroundings } = await enter(options, request, context, form)
      const fitted = shapedParams(options.params, params)
      const parsed = options.input?.safeParse(form)
      if (parsed !== undefined && !parsed.success) return refuseForm(context, { problems: problemsOf(parsed.error), values: form }) as Result<T, I>
      const input = (parsed?.data ?? {}) as Out<I>
      const reach = { ...surroundings, params: fitted, actor: actor as Actor<R>, input, file }
      const prepared = (await options.prepare?.({ ...reach, db: context.house.db })) as Prepared
      const later: (() => void | Promise<void>)[] = []
      const result = await context.house.db.transaction().execute(async (tx) => {
        const result = await work({ ...reach, form, tx, prepared, after: (item) => void later.push(item) })
        if (actor !== undefined && result instanceof Response) await dropSentForm(tx, request, context, actor as Actor<'learner'>, form)
        return result
      })
      for (const item of later) await item()
      return result as Result<T, I>
    })
  return Object.assign(action, { policy: { allow: options.allow } })
}

const NOTHING: SentBody = { type: '', bytes: new Uint8Array() }

/** No look without a trace: what cannot be written is not shown. Most looks are known from the last hour and take no lock. */
const leaveTrace = async ({ db, actor, now }: { db: Db; actor: Actor; now: string }, look: Look): Promise<void> => {
  if (await isLookKnown(db, actor, look, { now })) return
  await db.transaction().execute((tx) => recordLook(tx, actor, look, { now }))
}

/** The session, the role check, and what every kind of work may use. Throws a redirect to sign-in when nobody is signed in. */
const enter = async <R extends AnyRole>(policy: Policy<R>, request: Request, context: RequestContext, form?: FormValues) => {
  const viewer = await findViewer(context, request)
  if (policy.allow !== 'everyone') {
    if (viewer === undefined) throw await sendToSignIn(request, context, form)
    if (!policy.allow.some((role) => viewer.actor.roles.has(role))) throw new Forbidden()
  }
  const language = languageOf(viewer, request)
  return {
    actor: viewer?.actor,
    surroundings: { house: context.house, context, request, language, t: translatorFor(language), now: toInstant(context.house.clock()) },
  }
}

/** A form of an expired session is held and offered again after the new sign-in: nothing typed is lost. */
const sendToSignIn = async (request: Request, context: RequestContext, form: FormValues | undefined) => {
  const url = new URL(request.url)
  if (form === undefined) return redirect(paths.signIn(url.pathname === '/' ? undefined : `${url.pathname}${url.search}`))
  return redirect(paths.signIn(paths.heldForm()), { headers: await holdForm(request, context, form) })
}

const shaped = (shape: Shape, value: unknown): unknown => {
  const parsed = shape.safeParse(value)
  if (!parsed.success) throw new NotFound()
  return parsed.data
}
const shapedParams = <P extends Shape | undefined>(shape: P | undefined, params: unknown): Out<P> =>
  (shape === undefined ? {} : shaped(shape, params)) as Out<P>

/** Field → code of the first problem of each field; the view turns codes into sentences. */
const problemsOf = (error: z.ZodError): Readonly<Record<string, string>> => {
  const problems: Record<string, string> = {}
  for (const issue of error.issues) problems[String(issue.path[0] ?? '')] ??= issue.message
  return problems
}

const refusing = async <T>(context: RequestContext, request: Request, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (refusal) {
    throw toResponse(refusal, context, request)
  }
}

/** The viewer, for pages open to everyone that greet who is signed in. */
export const viewerOf = (context: RequestContext, request: Request): Promise<Viewer | undefined> => findViewer(context, request)
