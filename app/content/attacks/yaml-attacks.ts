/** What an attacker writes into heads, items, glossary, bibliography and lock → file:line:column and rule of what is refused. */
import { COURSE_FILE, COURSE_HEAD, type Files, ITEMS_FILE, MODULE_FILE, MODULE_HEAD, SINGLE } from '../fixtures/course-folder.server.ts'
import { type Case, moduleWith } from '../fixtures/judge.server.ts'

const items = (text: string): Files => ({ [ITEMS_FILE]: `items:\n${text}` })
const course = (from: string, to: string): Files => ({ [COURSE_FILE]: COURSE_HEAD.replace(from, to) })
const module = (from: string, to: string): Files => ({ [MODULE_FILE]: `${MODULE_HEAD.replace(from, to)}\n<Item id="frage-1" />\n` })
const item = (from: string, to: string): Files => items(SINGLE.replace(from, to))
/** `items 5:13 code` with the whole name of its file. */
const whole = (place: string): string => {
  const [file = '', at = '', code = ''] = place.split(' ')
  return `${({ items: ITEMS_FILE, module: MODULE_FILE, course: COURSE_FILE } as Readonly<Record<string, string>>)[file] ?? file.replace('~', ' ')}:${at} ${code}`
}

/** Lists of each other; with a few lines more, billions of entries if anybody unfolded them. */
const LAUGHS = 'a: &a [x, x]\nb: &b [*a, *a]'

/** YAML itself: what the language can and nobody needs. */
const LANGUAGE: readonly Case[] = [
  ['an anchor', item('Was gilt?', '&a Was gilt?'), 'items 5:16 yaml-anchor'],
  ['an alias', item('Was gilt?', '*a'), 'items 5:13 yaml-anchor'],
  [
    'a bomb of aliases in a head',
    course('minutes: 2', `minutes: 2\n${LAUGHS}`),
    'course 6:7 yaml-anchor',
    'course 7:12 yaml-anchor',
    'course 7:7 yaml-anchor',
    'course 7:8 yaml-anchor',
  ],
  [
    'a bomb of aliases in items',
    { [ITEMS_FILE]: `${LAUGHS}\nitems: *b\n` },
    'items 1:7 yaml-anchor',
    'items 2:12 yaml-anchor',
    'items 2:7 yaml-anchor',
    'items 2:8 yaml-anchor',
    'items 3:8 yaml-anchor',
  ],
  ['a merge key', item('    prompt: Was gilt?', '    <<: { prompt: Was gilt? }'), 'items 2:5 key-missing', 'items 5:5 key-unknown'],
  ['a merge of an alias', item('    prompt: Was gilt?', '    <<: *a'), 'items 5:9 yaml-anchor'],
  ['a function', item('Was gilt?', '!!js/function "() => 1"'), 'items 5:13 yaml-syntax'],
  ['an expression of a template', item('Was gilt?', '!!js/regexp /x/'), 'items 5:13 yaml-syntax'],
  ['an object of Python', item('Was gilt?', '!!python/object/apply:os.system ["id"]'), 'items 5:13 yaml-syntax'],
  ['binary data', item('Was gilt?', '!!binary aGFsbG8='), 'items 5:22 value-type'],
  ['a set', item('Was gilt?', '!!set { a, b }'), 'items 5:19 value-type'],
  ['an ordered map', item('Was gilt?', '!!omap [ a: 1 ]'), 'items 5:20 value-type'],
  ['a type of its own', item('Was gilt?', '!geheim x'), 'items 5:13 yaml-syntax'],
  ['a type by address', item('Was gilt?', '!<tag:evil.example,2026:x> x'), 'items 5:13 yaml-syntax'],
  ['another version of YAML', { [ITEMS_FILE]: `%YAML 1.1\n---\nitems:\n${SINGLE.replace('correct: true', 'correct: yes')}` }, 'items 9:39 value-type'],
  ['a key twice', item('    prompt: Was gilt?', '    prompt: Was gilt?\n    prompt: Was noch?'), 'items 6:5 yaml-syntax'],
  ['a number as key', item('    prompt: Was gilt?', '    prompt: Was gilt?\n    1: x'), 'items 6:5 key-unknown'],
  ['nothing as key', item('    prompt: Was gilt?', '    prompt: Was gilt?\n    ~: x'), 'items 6:5 key-unknown'],
  ['a list as key', item('    prompt: Was gilt?', '    prompt: Was gilt?\n    ? [a, b]\n    : x'), 'items 6:7 key-unknown'],
  ['a group as key', item('    prompt: Was gilt?', '    prompt: Was gilt?\n    ? { a: 1 }\n    : x'), 'items 6:7 key-unknown'],
  ['the prototype as key', item('    prompt: Was gilt?', '    prompt: Was gilt?\n    __proto__: { kind: single }'), 'items 6:5 key-unknown'],
  ['the constructor as key', item('    prompt: Was gilt?', '    prompt: Was gilt?\n    constructor: { prototype: x }'), 'items 6:5 key-unknown'],
  ['the prototype in an option', item('{ id: a,', '{ __proto__: { correct: true }, id: a,'), 'items 7:11 key-unknown'],
  ['a way to text as key', item('    prompt: Was gilt?', '    prompt: Was gilt?\n    toString: x'), 'items 6:5 key-unknown'],
  ['two documents', { [ITEMS_FILE]: `items:\n${SINGLE}---\nitems: []\n` }, 'items 9:1 yaml-syntax'],
  ['the end of a document and more', { [ITEMS_FILE]: `items:\n${SINGLE}...\nitems: []\n` }, 'items 10:1 yaml-syntax'],
  ['a tab as indentation', { [ITEMS_FILE]: `items:\n${SINGLE.replace('    prompt', '\tprompt')}` }, 'items 5:1 yaml-syntax'],
  ['a NUL', item('Was gilt?', '"Was\u0000 gilt?"'), 'items 5:17 character-forbidden'],
  ['a NUL by escape', item('Was gilt?', '"Was\\0 gilt?"'), 'items 5:13 character-forbidden'],
  ['a bidi override by escape', item('Was gilt?', '"Was \\u202e gilt?"'), 'items 5:13 character-forbidden'],
  ['a bidi override', item('Was gilt?', 'Was \u202egilt?'), 'items 5:17 character-forbidden'],
  ['an escape of the terminal', item('Was gilt?', '"Was \\e[31m gilt?"'), 'items 5:13 character-forbidden'],
  ['brackets without end', { [ITEMS_FILE]: `items: ${'['.repeat(3000)}\n` }, 'items 1:1 yaml-syntax'],
  ['groups without end', { [ITEMS_FILE]: `items: ${'{a: '.repeat(3000)}\n` }, 'items 1:1 yaml-syntax'],
  ['lists without end', { [ITEMS_FILE]: `items:\n  ${'- '.repeat(3000)}x\n` }, 'items 2:1 yaml-syntax'],
  ['an open quotation', item('Was gilt?', '"Was gilt?'), 'items 9:1 yaml-syntax'],
  ['a text instead of a file', { [ITEMS_FILE]: 'items' }, 'items 1:1 value-type', 'module 14:1 item-unknown'],
  ['a list instead of a file', { [ITEMS_FILE]: '- a\n' }, 'items 1:1 value-type', 'module 14:1 item-unknown'],
  ['an empty file', { [ITEMS_FILE]: '' }, 'items 1:1 value-type', 'module 14:1 item-unknown'],
  ['bytes that are no text', { [ITEMS_FILE]: new Uint8Array([0x69, 0xff, 0xc0, 0x80]) }, 'items 1:1 file-unreadable', 'module 14:1 item-unknown'],
  [
    'a text of two-byte signs',
    { [ITEMS_FILE]: new Uint8Array(Buffer.from(`\ufeffitems:\n${SINGLE}`, 'utf16le')) },
    'items 1:1 file-unreadable',
    'module 14:1 item-unknown',
  ],
  ['a file without measure', { [ITEMS_FILE]: `items:\n${SINGLE}#${'x'.repeat(101 * 1024)}\n` }, 'items 1:1 file-too-large', 'module 14:1 item-unknown'],
]

/** Values of the wrong kind, in every entry of a head and of an item. */
const VALUES: readonly Case[] = [
  ['a list as id', course('id: erster-kurs', 'id: [erster-kurs]'), 'course 2:5 value-type'],
  ['a group as title', course('title: Erster Kurs', 'title: { de: Kurs }'), 'course 3:8 value-type'],
  ['nothing as summary', course('summary: Worum es geht.', 'summary:'), 'course 4:9 value-type'],
  ['a truth as title', course('title: Erster Kurs', 'title: true'), 'course 3:8 value-type'],
  ['a number as title', course('title: Erster Kurs', 'title: 7'), 'course 3:8 value-type'],
  ['half a minute', course('minutes: 2', 'minutes: 0.5'), 'course 5:10 value-type'],
  ['minutes below nothing', course('minutes: 2', 'minutes: -1'), 'course 5:10 value-short'],
  ['minutes without end', course('minutes: 2', 'minutes: .inf'), 'course 5:10 value-type'],
  ['minutes that are no number', course('minutes: 2', 'minutes: .nan'), 'course 5:10 value-type'],
  ['minutes in another base', course('minutes: 2', 'minutes: 0xFFFF'), 'course 5:10 value-long'],
  ['minutes beyond every number', course('minutes: 2', `minutes: ${'9'.repeat(400)}`), 'course 5:10 value-type'],
  ['a text as competences', course('[K1]', 'K1'), 'course 6:14 value-type'],
  ['a group as competences', course('[K1]', '{ K1: true }'), 'course 6:14 value-type'],
  ['a number among the competences', course('[K1]', '[1]'), 'course 6:15 competence-unknown'],
  ['a name of every object as competence', course('[K1]', '[constructor]'), 'course 6:15 competence-unknown'],
  ['a path as role profile', course('[case_work]', '["../case_work"]'), 'course 7:12 value-choice'],
  ['a pass mark beyond all points', course('minutes: 2', 'minutes: 2\npass_mark: 101'), 'course 6:12 value-long'],
  ['a day in another order', course('2026-05-04', '04.05.2026'), 'course 8:15 value-format'],
  ['a day with a time', course('2026-05-04', '2026-05-04T00:00:00Z'), 'course 8:15 value-format'],
  ['a thirteenth month', course('2026-05-04', '2026-13-01'), 'course 8:15 value-format'],
  ['a leap day in no leap year', course('2026-05-04', '2027-02-29'), 'course 8:15 value-format'],
  ['a year beyond the calendar', course('2026-05-04', '+12026-05-04'), 'course 8:15 value-format'],
  ['no objectives', course('objectives:\n  - Sie können etwas.', 'objectives: []'), 'course 10:13 value-short'],
  ['an objective without measure', course('Sie können etwas.', 'x'.repeat(601)), 'course 11:5 value-long'],
  ['a path as id', module('id: erstes-modul', 'id: ../erstes-modul'), 'module 2:5 value-format'],
  ['a backslash in an id', module('id: erstes-modul', 'id: erstes\\modul'), 'module 2:5 value-format'],
  ['a confusable letter in an id', module('id: erstes-modul', 'id: еrstes-modul'), 'module 2:5 value-format'],
  ['an id without measure', module('id: erstes-modul', `id: ${'a'.repeat(61)}`), 'module 2:5 value-format'],
  ['a sentence as minutes', module('minutes: 2', 'minutes: zwei'), 'module 5:10 value-type'],
  ['a code that may not be justified', module('code: module-minutes', 'code: html-forbidden'), 'module 7:13 value-choice'],
  ['a head of TOML', { [MODULE_FILE]: '+++\nid = "x"\n+++\nText.\n' }, 'items 3:9 item-unused', 'module 1:1 front-matter-missing'],
  ['a head of program code', { [MODULE_FILE]: '---javascript\nprocess.exit(1)\n---\nText.\n' }, 'items 3:9 item-unused', 'module 1:4 front-matter-engine'],
  ['a group as items', { [ITEMS_FILE]: 'items: { a: 1 }\n' }, 'items 1:8 value-type', 'module 14:1 item-unknown'],
  ['nothing as item', { [ITEMS_FILE]: `items:\n${SINGLE}  -\n` }, 'items 9:4 value-type'],
  ['a text as item', { [ITEMS_FILE]: `items:\n${SINGLE}  - frage\n` }, 'items 9:5 value-type'],
  ['a list as item', { [ITEMS_FILE]: `items:\n${SINGLE}  - [a]\n` }, 'items 9:5 value-type'],
  ['a list as kind', item('kind: single', 'kind: [single]'), 'items 2:11 value-choice'],
  ['a name of every object as kind', item('kind: single', 'kind: __proto__'), 'items 2:11 value-choice'],
  ['a number as prompt', item('Was gilt?', '42'), 'items 5:13 value-type'],
  ['a day as prompt', item('Was gilt?', '{ de: 2026-02-30 }'), 'items 5:13 value-type'],
  ['a text as truth', item('correct: true', 'correct: "true"'), 'items 7:39 value-type'],
  ['an old word as truth', item('correct: true', 'correct: yes'), 'items 7:39 value-type'],
  ['one option', item('      - { id: b, text: Das, feedback: Nein. }\n', ''), 'items 7:7 value-short'],
  ['options in a group', { [ITEMS_FILE]: `items:\n${SINGLE.replace(/ {6}- \{ id: a.*\n.*\n/, '      a: Dies\n')}` }, 'items 7:7 value-type'],
  ['a script in a feedback', item('Nein.', "'<script>alert(1)</script>'"), 'items 8:39 item-markup'],
  ['a script address in an option', item('text: Das', "text: '[x](javascript:alert(1))'"), 'items 8:24 item-markup'],
  ['a path as term', { 'glossary.de.yaml': '- { id: ../x, term: Wort, definition: Ein Wort. }\n' }, 'glossary.de.yaml 1:9 value-format'],
  ['the prototype as term', { 'glossary.de.yaml': '- { id: __proto__, term: Wort, definition: Ein Wort. }\n' }, 'glossary.de.yaml 1:9 value-format'],
  ['a glossary of code', { 'glossary.de.yaml': '- !!js/function x\n' }, 'glossary.de.yaml 1:3 yaml-syntax'],
  [
    'a bomb in the lock',
    { 'courses.lock': `${LAUGHS}\n` },
    'courses.lock 1:7 yaml-anchor',
    'courses.lock 2:12 yaml-anchor',
    'courses.lock 2:7 yaml-anchor',
    'courses.lock 2:8 yaml-anchor',
  ],
  ['a path in the lock', { 'courses.lock': '- { id: ../../x, hash: 0123456789ab }\n' }, 'courses.lock 1:9 value-format'],
  ['a code in the bibliography', { 'bibliography.yaml': '- !!js/function x\n' }, 'bibliography.yaml 1:3 yaml-syntax'],
]

/** Names of files and folders. */
const NAMES: readonly Case[] = [
  ['a folder that climbs by name', { '01-erster-kurs/02-..x/module.de.mdx': MODULE_HEAD }, '01-erster-kurs/02-..x 1:1 folder-name'],
  ['a folder with a space', { '01-erster-kurs/02-zwei drei/module.de.mdx': MODULE_HEAD }, '01-erster-kurs/02-zwei~drei 1:1 folder-name'],
  ['a folder with a sign of another script', { '01-erster-kurs/02-mоdul/module.de.mdx': MODULE_HEAD }, '01-erster-kurs/02-mоdul 1:1 folder-name'],
  [
    'a program beside the texts',
    { '01-erster-kurs/01-erstes-modul/post-install.sh': 'rm -rf /' },
    '01-erster-kurs/01-erstes-modul/post-install.sh 1:1 file-unknown',
  ],
  [
    'a page beside the texts',
    { '01-erster-kurs/01-erstes-modul/index.html': '<script>alert(1)</script>' },
    '01-erster-kurs/01-erstes-modul/index.html 1:1 file-unknown',
  ],
  ['a figure with a climbing name', { [MODULE_FILE]: moduleWith('<Figure src="../../geheim.svg" alt="x" />') }, 'module 9:1 figure-name'],
  ['a figure with an encoded name', { [MODULE_FILE]: moduleWith('<Figure src="%2e%2e/geheim.svg" alt="x" />') }, 'module 9:1 figure-name'],
  ['a figure with an absolute name', { [MODULE_FILE]: moduleWith('<Figure src="/etc/passwd" alt="x" />') }, 'module 9:1 figure-name'],
  [
    'a figure with a NUL in its name',
    { [MODULE_FILE]: moduleWith('<Figure src="bild.svg\u0000.png" alt="x" />') },
    'module 9:1 figure-name',
    'module 9:22 character-forbidden',
  ],
  [
    'a figure with a style inside',
    {
      [MODULE_FILE]: moduleWith('<Figure src="bild.svg" alt="x" />'),
      '01-erster-kurs/01-erstes-modul/bild.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><style>@import "https://evil.example"</style></svg>',
    },
    'module 9:1 figure-unsafe',
  ],
  [
    'a figure with an entity inside',
    {
      [MODULE_FILE]: moduleWith('<Figure src="bild.svg" alt="x" />'),
      '01-erster-kurs/01-erstes-modul/bild.svg':
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><text>&x;</text></svg>',
    },
    'module 9:1 figure-unsafe',
  ],
]

/** All of them. */
export const YAML_ATTACKS: readonly Case[] = [...LANGUAGE, ...VALUES, ...NAMES].map(([what, files, ...places]) => [what, files, ...places.map(whole)])
