import type { Sentences } from '../sentences.ts'
import type { module as german } from '../de/module.ts'

export const module: Sentences<typeof german> = {
  contents: 'In this module',
  kicker: 'Course {course} · Module {number} · {minutes}',
  minutes: {
    both: 'about {minutes, plural, one {# minute} other {# minutes}}: {reading}\u00a0reading, {practice}\u00a0practice',
    reading: 'about {minutes, plural, one {# minute} other {# minutes}} of reading',
  },
  /** On paper, above the answers that a list holds on the screen. */
  onPaper: 'To choose from:',
  sources: 'Sources',
  missingInCourse: 'What is missing in course {number}',
  onlyIn: { de: 'So far this module is available in German only.', en: 'So far this module is available in English only.' },
}
