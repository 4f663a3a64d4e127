/** Words of a file for what the product has ids for. Pure. */
import type { RoleProfile } from '#db/schema.ts'
import { headingKey } from './columns.ts'

/** The role profile that a word of a file means, or undefined. */
export const profileOf = (word: string): RoleProfile | undefined => PROFILES.get(headingKey(word))

/** Whether a word of a file says that somebody works here, or undefined where it says neither. */
export const isActive = (word: string): boolean | undefined => STATUS.get(headingKey(word))

const wordsFor = <T>(words: readonly (readonly [T, readonly string[]])[]): ReadonlyMap<string, T> =>
  new Map(words.flatMap(([meaning, all]) => all.map((word) => [word, meaning] as const)))

/** As `headingKey` makes them: "Sachbearbeiter/in" is sachbearbeiterin. */
const PROFILES = wordsFor<RoleProfile>([
  ['front_desk', ['frontdesk', 'infothek', 'infopunkt', 'empfang', 'frontoffice', 'servicepoint', 'servicestelle', 'reception']],
  ['case_work', ['casework', 'sachbearbeitung', 'sachbearbeiter', 'sachbearbeiterin', 'caseworker']],
  [
    'team_lead',
    ['teamlead', 'teamleitung', 'teamleiter', 'teamleiterin', 'sachgebietsleitung', 'sachgebietsleiter', 'sachgebietsleiterin', 'gruppenleitung', 'teamleader'],
  ],
  [
    'head',
    ['head', 'leitung', 'amtsleitung', 'amtsleiter', 'amtsleiterin', 'abteilungsleitung', 'behordenleitung', 'behoerdenleitung', 'headofoffice', 'management'],
  ],
  [
    'trainee',
    ['trainee', 'ausbildung', 'auszubildende', 'auszubildender', 'azubi', 'anwarter', 'anwarterin', 'anwaerter', 'anwaerterin', 'apprentice', 'training'],
  ],
])

const STATUS = wordsFor<boolean>([
  [true, ['aktiv', 'ja', 'j', 'yes', 'y', 'active', '1', 'true', 'wahr', 'x', 'offen', 'open', 'beschaftigt', 'beschaeftigt', 'employed']],
  [
    false,
    [
      ...['inaktiv', 'nein', 'n', 'no', 'inactive', '0', 'false', 'falsch', 'geschlossen', 'closed', 'deaktiviert', 'deactivated', 'disabled'],
      ...['ausgeschieden', 'ausgetreten', 'gesperrt', 'left', 'terminated'],
    ],
  ],
])
