/** Warnings an editor weighs: sentences, wording, dates, minutes. */
import type { Fault } from './fault.ts'

const JUSTIFY: readonly [string, string] = [
  "Nennen Sie Lage, Rolle oder Auftrag statt Herkunft. Ist die Stelle gewollt: in der Aufgabe „comment: 'begründet: …'“, im Modul „justified: [{ code: …, reason: … }]“.",
  'Name situation, role or task instead of origin. If intended: in the item "comment: \'justified: …\'", in the module "justified: [{ code: …, reason: … }]".',
]

export const WORDING_FAULTS = {
  'sentence-long': [
    'warning',
    ['Der Satz hat {words} Wörter: „{start} …“', 'Teilen Sie ihn. Bis 20 Wörter liest man leicht, über 30 kaum noch.'],
    ['The sentence has {words} words: "{start} …"', 'Split it. Up to 20 words read easily, above 30 hardly.'],
  ],
  'culture-as-cause': [
    'warning',
    ['Kultur oder Herkunft steht hier als Ursache: „{found}“.', JUSTIFY[0]],
    ['Culture or origin stands here as a cause: "{found}".', JUSTIFY[1]],
  ],
  'typical-for-group': [
    'warning',
    ['Eine Eigenschaft wird einer Gruppe zugeschrieben: „{found}“.', JUSTIFY[0]],
    ['A trait is ascribed to a group: "{found}".', JUSTIFY[1]],
  ],
  'these-people': [
    'warning',
    ['Menschen werden als „die anderen“ benannt: „{found}“.', JUSTIFY[0]],
    ['People are named as "the others": "{found}".', JUSTIFY[1]],
  ],
  'mentality-word': [
    'warning',
    ['Das Wort „{found}“ erklärt Verhalten aus Herkunft.', JUSTIFY[0]],
    ['The word "{found}" explains behaviour by origin.', JUSTIFY[1]],
  ],
  'justified-unused': [
    'warning',
    ['Die Begründung für „{code}“ wird nicht mehr gebraucht.', 'Löschen Sie den Eintrag unter „justified“.'],
    ['The justification for "{code}" is no longer needed.', 'Delete the entry under "justified".'],
  ],
  'review-overdue': [
    'warning',
    ['Die Wiedervorlage ist seit {date} fällig.', 'Prüfen Sie die Angabe an der Quelle und setzen Sie Stand und Wiedervorlage neu.'],
    ['The review has been due since {date}.', 'Check the statement at its source and renew both dates.'],
  ],
  'review-soon': [
    'warning',
    ['Die Wiedervorlage ist am {date} fällig.', 'Planen Sie die Prüfung an der Quelle ein.'],
    ['The review is due on {date}.', 'Plan to check the statement at its source.'],
  ],
  'module-minutes': [
    'warning',
    [
      'Angegeben sind {stated} Minuten, gerechnet sind es etwa {counted} ({words} Wörter, {itemMinutes} Min. Aufgaben).',
      'Passen Sie „minutes“ an. Gerechnet wird mit 180 Wörtern je Minute.',
    ],
    [
      '{stated} minutes are stated, about {counted} are counted ({words} words, {itemMinutes} min of items).',
      'Adjust "minutes". The count takes 180 words a minute.',
    ],
  ],
  'course-minutes': [
    'warning',
    ['Der Kurs nennt {stated} Minuten, die Module ergeben {counted}.', 'Passen Sie „minutes“ im Kurs an.'],
    ['The course states {stated} minutes, its modules add up to {counted}.', 'Adjust "minutes" of the course.'],
  ],
} as const satisfies Record<string, Fault>
