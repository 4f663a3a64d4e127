import type { Language } from '#db/schema.ts'
import type { Tx } from '#db/types.ts'
import type { Actor } from '../actor.ts'

/** What a person may choose; null leaves the choice to the device. Only what is named changes. */
export interface Preferences {
  readonly language?: Language | null
  readonly theme?: 'light' | 'dark' | null
}

/** Stores the person's choices. */
export const changePreferences = async (tx: Tx, actor: Actor, preferences: Preferences): Promise<void> => {
  if (Object.keys(preferences).length === 0) return
  await tx.updateTable('person').set(preferences).where('person.authority_id', '=', actor.authority_id).where('person.id', '=', actor.person_id).execute()
}
