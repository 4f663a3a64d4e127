/** Failures that people can do something about, as one plain sentence instead of a stack trace. For the command line. */
import { CannotStart } from '#app/platform/cannot-start.server.ts'
import { type DatabaseProblem, databaseProblem } from '#db/errors.server.ts'

/** A refusal of a command, already in words. */
export class PlainFailure extends Error {}

/** Runs a command; an expected failure is printed as a sentence. The exit code is 1 after any failure. */
export const runPlainly = async (command: () => Promise<void>): Promise<void> => {
  try {
    await command()
  } catch (failure) {
    console.error(inWords(failure))
    process.exitCode = 1
  }
}

const inWords = (failure: unknown): unknown => {
  if (failure instanceof PlainFailure || failure instanceof CannotStart) return failure.message
  const problem = databaseProblem(failure)
  return problem === null || problem === 'constraint' ? failure : SENTENCES[problem]
}

const SENTENCES: Readonly<Record<Exclude<DatabaseProblem, 'constraint'>, string>> = {
  busy: 'Die Datenbank ist gerade gesperrt, weil ein anderes Programm in sie schreibt. Versuchen Sie es gleich noch einmal.',
  full: 'Auf dem Datenträger ist kein Platz mehr. Schaffen Sie Platz; die Datenbank ist unverändert.',
  readonly: 'Die Datei oder ihr Ordner darf nicht beschrieben werden. Prüfen Sie die Rechte.',
  io: 'Die Datei lässt sich nicht öffnen, lesen oder schreiben. Prüfen Sie den Pfad und den Datenträger.',
  corrupt: 'Diese Datei ist keine Datenbank oder sie ist beschädigt. Nehmen Sie eine Sicherung: npm run db -- restore <Datei>',
  schema: 'Diese Datenbank gehört zu einer anderen (neueren) Fassung von Wegbereiter. Nehmen Sie die passende Fassung des Programms.',
}
