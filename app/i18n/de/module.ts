/** What stands around the text of a module, for learners and in the preview. */
export const module = {
  contents: 'In diesem Modul',
  kicker: 'Kurs {course} · Modul {number} · {minutes, plural, one {# Minute} other {# Minuten}}',
  sources: 'Quellen',
  onlyIn: { de: 'Dieses Modul gibt es bisher nur auf Deutsch.', en: 'Dieses Modul gibt es bisher nur auf Englisch.' },
} as const
