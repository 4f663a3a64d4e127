/** What stands around the text of a module, for learners and in the preview. */
export const module = {
  contents: 'In diesem Modul',
  kicker: 'Kurs {course} · Modul {number} · {minutes}',
  /** Reading and practice add up to the minutes. */
  minutes: {
    both: 'ca.\u00a0{minutes, plural, one {#\u00a0Minute} other {#\u00a0Minuten}}, davon {reading}\u00a0Lesen und {practice}\u00a0Üben',
    reading: 'ca.\u00a0{minutes, plural, one {#\u00a0Minute} other {#\u00a0Minuten}} Lesen',
  },
  /** On paper, above the answers that a list holds on the screen. */
  onPaper: 'Zur Auswahl:',
  sources: 'Quellen',
  missingInCourse: 'Das fehlt noch in Kurs {number}',
  onlyIn: { de: 'Dieses Modul gibt es bisher nur auf Deutsch.', en: 'Dieses Modul gibt es bisher nur auf Englisch.' },
} as const
