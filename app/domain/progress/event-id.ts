import { type FormValues, oneValue } from '#app/domain/assessment/form-values.ts'
import { Incomplete } from '#app/domain/refusals.ts'
import { eventIdSchema } from './events.ts'

/** The id minted with the form (field `event_id`), by which a form sent twice counts once. Throws Incomplete without a proper one: it is no form of ours. */
export const eventIdOf = (form: FormValues): string => {
  const id = eventIdSchema.safeParse(oneValue(form, 'event_id'))
  if (!id.success) throw new Incomplete()
  return id.data
}
