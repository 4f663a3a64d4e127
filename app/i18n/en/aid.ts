import type { aid as german } from '../de/aid.ts'
import type { Sentences } from '../sentences.ts'

export const aid: Sentences<typeof german> = {
  name: 'Job aid',
  kicker: 'Job aid · Course {course} · Module {module}',
  steps: 'What to do',
  say: 'Sentences that help',
  avoid: 'Better this way',
  not: 'Not:',
  rather: 'Rather:',
  ratherInLine: 'rather:',
  ask: 'Ask and look up',
  quoted: '“{text}”',
  normAsOf: '{norm}, as of {month}',
  source: 'Short version of module {module} “{title}”, as of {date}. Reasons, sources and limits are given there.',
  noAdvice: 'Does not replace legal advice or instructions of your authority.',
  footer: 'Wegbereiter · Job aid {module} · as of {date}',
  pdf: 'Open PDF',
  pdfAbout: 'job aid for module {module}, one page',
  back: 'Back to module {module}',
  ofModule: 'for module {module}',
  beside: 'To keep beside your screen:',
  fileName: 'job-aid-{module}.pdf',
}
