import type { Sentences } from '../sentences.ts'
import type { module as german } from '../de/module.ts'

export const module: Sentences<typeof german> = {
  contents: 'In this module',
  kicker: 'Course {course} · Module {number} · {minutes, plural, one {# minute} other {# minutes}}',
  sources: 'Sources',
  onlyIn: { de: 'So far this module is available in German only.', en: 'So far this module is available in English only.' },
}
