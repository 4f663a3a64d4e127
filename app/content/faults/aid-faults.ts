/** The job aid of a module: one page, no law of its own. */
import type { Fault } from './fault.ts'

export const AID_FAULTS = {
  'aid-long': [
    'error',
    [
      'Das Merkblatt hat zusammen {length} Zeichen; auf eine Seite passen {limit}.',
      'Streichen Sie einen Schritt oder ein „why“. Ein Merkblatt ist kein Modul.',
    ],
    ['The job aid has {length} characters in all; {limit} fit on one page.', 'Delete a step or a "why". A job aid is not a module.'],
  ],
  'aid-when': [
    'error',
    ['„when“ hat mehr als einen Satz.', 'Sagen Sie in einem Satz, in welcher Lage man das Blatt braucht.'],
    ['"when" has more than one sentence.', 'Say in one sentence in which situation the sheet is needed.'],
  ],
  'aid-quotes': [
    'error',
    ['Unter „say“ stehen die Sätze ohne Anführungszeichen.', 'Löschen Sie sie; das Blatt setzt sie selbst.'],
    ['Sentences under "say" carry no quotation marks.', 'Delete them; the sheet adds them.'],
  ],
  'aid-norm-place': [
    'error',
    ['Ein Paragraf steht hier ohne Stand.', 'Nennen Sie ihn unter „ask“ als „norm“ mit „stand: JJJJ-MM“.'],
    ['A norm stands here without the month of its wording.', 'Name it under "ask" as "norm" with "stand: YYYY-MM".'],
  ],
  'aid-norm-new': [
    'error',
    [
      'Das Modul nennt „{norm}“ nicht mit Stand {stand}.',
      'Ein Merkblatt bringt kein neues Recht: Übernehmen Sie Norm und Stand aus einer <LegalReference> des Moduls oder ergänzen Sie sie dort.',
    ],
    ['The module does not cite "{norm}" as of {stand}.', 'A job aid adds no law: take norm and month from a <LegalReference> of the module, or add it there.'],
  ],
} as const satisfies Record<string, Fault>
