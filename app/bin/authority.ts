/** `npm run authority -- found …`: sets up an authority with its first administrator, also while Wegbereiter runs. */
import { parseArgs } from 'node:util'
import { foundAuthority } from '#app/domain/organisation/found-authority.server.ts'
import { paths } from '#app/paths.ts'
import { systemClock, toInstant } from '#app/platform/clock.ts'
import { databaseFile } from '#app/platform/data-folder.server.ts'
import { readEnv } from '#app/platform/env.server.ts'
import { openDb } from '#db/client.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { PlainFailure, runPlainly } from './plain-failure.ts'

const USAGE = `npm run authority -- found --name "Ausländerbehörde Musterkreis" --short "Musterkreis" --region "Darmstadt"
    --contact personal@musterkreis.example --unit "Infopunkt" --unit "Aufenthalt"
    --admin "Ada Vogt" --email ada.vogt@musterkreis.example`

const main = async () => {
  const { positionals, values } = readArguments()
  const { name, short, region, contact, unit = [], admin, email } = values
  if (positionals[0] !== 'found' || !name || !short || !region || !contact || !admin || !email || unit.length === 0)
    throw new PlainFailure(`Es fehlen Angaben.\n\n${USAGE}`)
  const at = admin.trim().lastIndexOf(' ')
  if (at < 1 || !/^\S+@\S+\.\S+$/.test(email)) throw new PlainFailure(`Nennen Sie Vor- und Nachnamen und eine E-Mail-Adresse.\n\n${USAGE}`)
  const env = readEnv()
  const now = toInstant(systemClock())
  const { db, raw, close } = openDb(databaseFile(env.dataDir))
  try {
    migrate(raw, { now })
    const person = { given_name: admin.slice(0, at).trim(), family_name: admin.slice(at + 1).trim(), email }
    const foundation = { name, short_name: short, region, contact_email: contact, org_units: unit, admin: person }
    const invitation = await db.transaction().execute(async (tx) => {
      const made = await foundAuthority(tx, foundation, now)
      // Thrown, so that the half-made authority is rolled back.
      if (made === 'email_taken') throw new PlainFailure(`Mit ${email} meldet sich schon jemand an. Nichts wurde angelegt.`)
      return made
    })
    const origin = env.publicOrigin ?? `http://localhost:${env.port}`
    console.log(
      `${name} ist angelegt. Mit diesem Link legt ${admin} ein Passwort fest (24 Stunden gültig, nur ein Mal):\n${origin}${paths.invitation(invitation.token)}`,
    )
  } finally {
    await close()
  }
}

const readArguments = () => {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      allowPositionals: true,
      options: { name: text, short: text, region: text, contact: text, unit: { type: 'string', multiple: true }, admin: text, email: text },
    })
  } catch {
    throw new PlainFailure(USAGE)
  }
}

await runPlainly(main)
