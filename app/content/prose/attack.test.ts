import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compileProse } from './compile-prose.server.ts'

let root = ''
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'attack-'))
  mkdirSync(join(root, '01-kurs/01-modul'), { recursive: true })
  mkdirSync(join(root, '02-anderer'))
  const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 30">${inside}</svg>`
  const module = join(root, '01-kurs/01-modul')
  writeFileSync(join(module, 'bild.svg'), svg('<rect width="60" height="30" fill="#fff"/>'))
  writeFileSync(join(module, 'skript.svg'), svg('<script>alert(1)</script>'))
  writeFileSync(join(module, 'ereignis.svg'), svg('<rect onload="alert(1)"/>'))
  writeFileSync(join(module, 'fremd.svg'), svg('<image href="https://evil.example/x.png"/>'))
  writeFileSync(join(module, 'html.svg'), svg('<foreignObject><p>x</p></foreignObject>'))
  writeFileSync(join(module, 'kaputt.png'), 'kein Bild')
  writeFileSync(join(module, 'riesig.svg'), svg(`<!--${'x'.repeat(310 * 1024)}-->`))
  writeFileSync(join(module, 'gut.tsx'), 'export const Gut = ({ titel }: { titel: string }) => <p>{titel}</p>')
  writeFileSync(join(module, 'boese-url.tsx'), 'export const Boese = () => <p><a href="javascript:alert(1)">x</a></p>')
  writeFileSync(join(module, 'boese-tag.tsx'), 'export const Boese = () => <script>alert(1)</script>')
  writeFileSync(join(module, 'boese-prop.tsx'), "export const Boese = () => <p {...{ onClick: 'alert(1)' }}>x</p>")
  writeFileSync(join(module, 'boese-prozess.tsx'), 'declare const process: { version: string }\nexport const Boese = () => <p>{process.version}</p>')
  writeFileSync(
    join(module, 'boese-import.tsx'),
    "import { readFileSync } from 'node:fs'\nexport const Boese = () => <p>{String(readFileSync('/etc/hostname'))}</p>",
  )
  writeFileSync(join(module, 'boese-endlos.tsx'), 'export const Boese = () => { for (;;) {} }')
  writeFileSync(join(module, 'boese-eval.tsx'), "export const Boese = () => <p>{eval('1+1')}</p>")
  writeFileSync(join(root, '02-anderer/geheim.tsx'), 'export const Geheim = () => <p>x</p>')
  writeFileSync(join(root, 'geheim.svg'), svg(''))
  symlinkSync(join(root, 'geheim.svg'), join(module, 'verweis.svg'))
  symlinkSync(join(root, '02-anderer/geheim.tsx'), join(module, 'verweis.tsx'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const compile = (source: string) =>
  compileProse({ source, file: 'm.mdx', folder: join(root, '01-kurs/01-modul'), courseFolder: join(root, '01-kurs'), language: 'de' })

/** What an attacker or a slip writes → where the guard says no. Nothing else may be reported. */
const CASES: readonly (readonly [what: string, source: string, ...expected: readonly string[]])[] = [
  ['an expression in a block', 'Text.\n\n{process.version}\n', '3:1 expression-forbidden'],
  ['an expression in a sentence', 'Version {process.version} hier.', '1:9 expression-forbidden'],
  ['a comment', 'Text {/* geheim */} hier.', '1:6 expression-forbidden'],
  ['a comment in a block', '{/* geheim */}', '1:1 expression-forbidden'],
  ['an unclosed brace', 'Text {offen\n\nmehr', '1:12 expression-forbidden'],
  ['an expression that is no code', 'Text {1 +} hier.', '1:10 expression-forbidden'],
  ['an export', 'export const a = 1\n\nText.', '1:1 export-forbidden'],
  ['an export of a layout', 'Text.\n\nexport default () => null', '3:1 export-forbidden'],
  ['an import of a system module', "import fs from 'node:fs'\n\nText.", '1:1 import-form', '1:1 import-outside'],
  ['an import by absolute path', "import Daten from '/etc/passwd'\n\nText.", '1:1 import-outside'],
  ['an import of a package', "import React from 'react'\n\nText.", '1:1 import-outside'],
  ['an import from another course', "import { Geheim } from '../../02-anderer/geheim.tsx'\n\n<Geheim />", '1:1 import-outside'],
  ['an import through a symbolic link', "import { Geheim } from './verweis.tsx'\n\n<Geheim />", '1:1 import-missing'],
  ['an import of data', "import Daten from './daten.json'\n\nText.", '1:1 import-outside'],
  ['an import that is not there', "import { Fehlt } from './fehlt.tsx'\n\n<Fehlt />", '1:1 import-missing'],
  ['an import over a vocabulary word', "import { Callout } from './gut.tsx'\n\nText.", '1:1 import-form'],
  ['an import without a name', "import './gut.tsx'\n\nText.", '1:1 import-form'],
  ['an import of everything', "import * as Gut from './gut.tsx'\n\nText.", '1:1 import-form'],
  ['an import with a query', 'import { Gut } from \'./gut.tsx?raw\'\n\n<Gut titel="x" />', '1:1 import-outside'],
  ['a second import with a fault', "import { Gut } from './gut.tsx'\nimport { X } from 'fs'\n\n<Gut titel=\"x\" />", '2:1 import-outside'],
  ['HTML as a block', '<div>\n\nText\n\n</div>', '1:1 html-forbidden'],
  ['HTML in a sentence', 'Ein <b>fettes</b> Wort.', '1:5 html-forbidden'],
  ['a script', '<script>alert(1)</script>', '1:1 html-forbidden'],
  ['a frame', '<iframe src="https://evil.example" />', '1:1 html-forbidden'],
  ['an image tag', '<img src="x" onerror="alert(1)" />', '1:1 html-forbidden', '1:14 attribute-unknown'],
  ['a line break tag', 'Zeile<br/>Zeile', '1:6 html-forbidden'],
  ['an unknown word', '<Calout kind="note">x</Calout>', '1:1 word-unknown'],
  ['a member word', '<Foo.Bar />', '1:1 word-unknown'],
  ['the constructor', '<constructor />', '1:1 html-forbidden'],
  ['the prototype', '<__proto__ />', '1:1 word-unknown'],
  ['a property of every object', '<hasOwnProperty />', '1:1 word-unknown'],
  ['a namespace', '<svg:use />', '1:1 word-unknown'],
  ['a fragment', '<>Text</>', '1:1 word-fragment'],
  ['a spread attribute', '<Callout {...props}>x</Callout>', '1:1 attribute-missing', '1:10 attribute-spread'],
  ['an expression attribute', '<Item id={process.version} />', '1:7 attribute-expression'],
  ['a literal in braces', '<Callout kind="note" title={"x"}>x</Callout>', '1:22 attribute-expression'],
  ['an event handler', '<Callout kind="note" onClick="alert(1)">x</Callout>', '1:22 attribute-unknown'],
  ['a style', '<Callout kind="note" style="color:red">x</Callout>', '1:22 attribute-unknown'],
  ['a class', '<Callout kind="note" className="x">x</Callout>', '1:22 attribute-unknown'],
  ['raw HTML by attribute', '<Callout kind="note" dangerouslySetInnerHTML="x">x</Callout>', '1:22 attribute-unknown'],
  ['an attribute twice', '<Item id="a" id="b" />', '1:14 attribute-twice'],
  ['an attribute named like a property of objects', '<Item id="a" constructor="b" />', '1:14 attribute-unknown'],
  ['a handler on a component', 'import { Gut } from \'./gut.tsx\'\n\n<Gut titel="x" onClick="y" />', '3:16 attribute-unknown'],
  ['a wrong choice', '<Callout kind="danger">x</Callout>', '1:10 attribute-invalid'],
  ['a missing choice', '<Callout>x</Callout>', '1:1 attribute-missing'],
  ['an id with capitals', '<Item id="Frage" />', '1:7 attribute-invalid'],
  ['an id with a path', '<Term id="../x">y</Term>', '1:7 attribute-invalid'],
  ['a flag without value', '<Item id />', '1:7 attribute-invalid'],
  ['a number that is none', '<Letter caption="c"><Line n="eins">x</Line></Letter>', '1:27 attribute-invalid'],
  ['a language that is none', 'Ein <Foreign lang="türkisch">x</Foreign>.', '1:14 attribute-invalid'],
  ['a day that does not exist', '<Stand date="2026-02-30" review="2026-05-01" status="press">x</Stand>', '1:8 attribute-invalid'],
  ['a review before its date', '<Stand date="2026-05-02" review="2026-05-01" status="press">x</Stand>', '1:1 date-order'],
  ['an item in a box', '<Callout kind="note">\n\n<Item id="a" />\n\n</Callout>', '3:1 word-place'],
  ['an item in a list', '- <Item id="a" />', '1:3 word-place'],
  ['an item in a sentence', 'Hier <Item id="a" /> steht.', '1:6 word-place'],
  ['a box in a sentence', 'Hier <Callout kind="note">x</Callout> steht.', '1:6 word-place'],
  ['a side without comparison', '<Side title="x">y</Side>', '1:1 word-place'],
  ['a comparison with one side', '<Comparison><Side title="x">y</Side></Comparison>', '1:1 word-contents'],
  ['a comparison with loose text', '<Comparison>\n\nText\n\n<Side title="x">y</Side>\n<Side title="x">y</Side>\n</Comparison>', '1:1 word-contents'],
  ['an item with content', '<Item id="a">x</Item>', '1:1 word-contents'],
  ['an empty box', '<Callout kind="note"></Callout>', '1:1 word-contents'],
  ['steps without a list', '<Steps>\n\nText\n\n</Steps>', '1:1 word-contents'],
  ['a note without its line', '<Letter caption="c"><Line n="1">x</Line><Note n="2" title="t">y</Note></Letter>', '1:41 note-line'],
  ['a heading in a box', '<Callout kind="note">\n\n## Titel\n\n</Callout>', '3:1 node-forbidden'],
  ['a term with a list', '<Term id="a">\n\n- x\n\n</Term>', '1:1 word-contents'],
  ['a script address', '[x](javascript:alert(1))', '1:1 link-url'],
  ['a script address in capitals', '[x](JaVaScRiPt:alert)', '1:1 link-url'],
  ['a script address with an entity', '[x](java&#115;cript:alert)', '1:1 link-url'],
  ['a script address with a tab', '[x](<java&Tab;script:alert>)', '1:1 link-url'],
  ['a script address with a leading control character', '[x](<&#1;javascript:alert>)', '1:1 link-url'],
  ['a data address', '[x](data:text/html,x)', '1:1 link-url'],
  ['a visual basic address', '[x](vbscript:x)', '1:1 link-url'],
  ['another host by two slashes', '[x](//evil.example)', '1:1 link-url'],
  ['another host by slash and backslash', '[x](</\\\\evil.example>)', '1:1 link-url'],
  ['another host by a user name', '[x](https://bund.de@evil.example)', '1:1 link-url'],
  ['an address without encryption', '[x](http://example.org)', '1:1 link-url'],
  ['a relative address', '[x](../kurs)', '1:1 link-url'],
  ['a page that is none of the course pages', '[x](/sign-out)', '1:1 link-url'],
  ['an invisible character in an address', '[x](https://exa\u200bmple.org)', '1:1 link-url'],
  ['a script address by definition', '[x][y]\n\n[y]: javascript:alert(1)', '3:1 link-url'],
  ['a host typed bare', 'Siehe www.example.org dort.', '1:7 link-url'],
  ['a link without text', 'Ein [](https://example.org) Link.', '1:5 link-text'],
  ['an external image', '![Bild](https://evil.example/x.png)', '1:1 figure-name'],
  ['an image by data', '![Bild](data:image/png;base64,AA)', '1:1 figure-name'],
  ['an image without alternative text', '![](bild.svg)', '1:1 image-alt'],
  ['an image by reference', '![Bild][b]\n\n[b]: https://example.org/x.png', '1:1 image-reference'],
  ['an image in a sentence', 'Text ![Bild](bild.svg) Text', '1:6 image-inline'],
  ['a figure outside of the folder', '<Figure src="../geheim.svg" alt="x" />', '1:1 figure-name'],
  ['a figure that is not there', '<Figure src="fehlt.svg" alt="x" />', '1:1 figure-missing'],
  ['a figure through a symbolic link', '<Figure src="verweis.svg" alt="x" />', '1:1 figure-missing'],
  ['a figure without alternative text', '<Figure src="bild.svg" />', '1:1 image-alt'],
  ['a figure with an empty alternative text', '<Figure src="bild.svg" alt=" " />', '1:24 image-alt'],
  ['a figure with a script', '<Figure src="skript.svg" alt="x" />', '1:1 figure-unsafe'],
  ['a figure with an event', '<Figure src="ereignis.svg" alt="x" />', '1:1 figure-unsafe'],
  ['a figure with a foreign address', '<Figure src="fremd.svg" alt="x" />', '1:1 figure-unsafe'],
  ['a figure with HTML inside', '<Figure src="html.svg" alt="x" />', '1:1 figure-unsafe'],
  ['a damaged figure', '<Figure src="kaputt.png" alt="x" />', '1:1 figure-broken'],
  ['a huge figure', '<Figure src="riesig.svg" alt="x" />', '1:1 figure-large'],
  ['a first-level heading', '# Titel', '1:1 heading-first'],
  ['a first-level heading by underline', 'Titel\n=====', '1:1 heading-first'],
  ['a heading jump', '## A\n\n#### B', '3:1 heading-jump'],
  ['a jump at the start', '### A', '1:1 heading-jump'],
  ['an empty heading', '## A\n\n##\n\nText', '3:1 heading-empty'],
  ['a fifth-level heading', '## A\n\n### B\n\n#### C\n\n##### D', '7:1 heading-deep'],
  ['a task list', '- [x] getan', '1:1 node-forbidden'],
  ['a code block', '```js\nalert(1)\n```', '1:1 node-forbidden'],
  ['an unclosed tag', 'Text\n\n<Callout kind="note">\n\nText', '3:1 mdx-tag'],
  ['tags crossed', '<Comparison>\n<Side title="a">\n</Comparison>\n</Side>', '3:1 mdx-tag'],
  ['a closing tag alone', 'Text </Callout>', '1:7 mdx-syntax'],
  ['an arrow', 'Text <- Pfeil', '1:7 mdx-syntax'],
  ['an HTML comment', 'Text <!-- geheim -->', '1:7 mdx-syntax'],
  ['an address in angle brackets', 'Siehe <https://example.org>.', '1:14 mdx-syntax'],
  ['quotes nested without end', `${'> '.repeat(60)}Text`, '1:103 nesting-deep'],
  ['a component with a script address', "import { Boese } from './boese-url.tsx'\n\n<Boese />", '3:1 component-output'],
  ['a component with a script', "import { Boese } from './boese-tag.tsx'\n\n<Boese />", '3:1 component-output'],
  ['a component with a handler', "import { Boese } from './boese-prop.tsx'\n\n<Boese />", '3:1 component-output'],
  ['a component that asks for the process', "import { Boese } from './boese-prozess.tsx'\n\n<Boese />", '3:1 component-output'],
  ['a component that imports the file system', "import { Boese } from './boese-import.tsx'\n\n<Boese />", '3:1 compile-failed'],
  ['a component without end', "import { Boese } from './boese-endlos.tsx'\n\n<Boese />", '3:1 compile-timeout'],
  ['a component that evaluates text', "import { Boese } from './boese-eval.tsx'\n\n<Boese />", '3:1 component-output'],
  [
    'a slip behind a slip',
    'Text {1 +} hier.\n\nAb <- Pfeil\n\n# Titel\n\n<div>x</div>',
    '1:10 expression-forbidden',
    '3:5 mdx-syntax',
    '5:1 heading-first',
    '7:1 html-forbidden',
  ],
  [
    'several faults at once',
    '# A\n\n<div />\n\n{x}\n\n[y](javascript:z)',
    '1:1 heading-first',
    '3:1 html-forbidden',
    '5:1 expression-forbidden',
    '7:1 link-url',
  ],
]

test.each(CASES)('%s is refused with its place', async (_, source, ...expected) => {
  const { findings, tree } = await compile(source)
  expect(findings.map((entry) => `${entry.line}:${entry.column} ${entry.code}`).sort()).toEqual([...expected].sort())
  expect(tree).toEqual([])
  for (const entry of findings) expect(`${entry.message.de}${entry.hint.de}${entry.message.en}${entry.hint.en}`).not.toMatch(/\{[a-zA-Z]+\}|undefined|\[object/)
})

test('what is allowed compiles to a tree without code or HTML', async () => {
  const { findings, tree, contents } = await compile(`import { Gut } from './gut.tsx'

## Über **uns**

Ein Absatz mit [Link](https://www.bamf.de/x?y=1#z), [Kurs](/courses/kurs/modul#anker), [Mail](mailto:info@example.org) und <Term id="a">Wort</Term>.[^1]

## Über uns

<Callout kind="work" title="T">Kurz *betont*</Callout>

<Gut titel="Aus dem Kurs" />

![Ein Bild](bild.svg)

| a | b |
| - | -: |
| 1 | 2 |

<Steps>
1. eins
2. zwei
</Steps>

<Letter caption="c">
<Line n="1">
Zeile
</Line>
<Note n="1" title="t">y</Note>
</Letter>

[^1]: Fußnote.
`)
  expect(findings).toEqual([])
  expect(contents).toEqual([
    { id: 'ueber-uns', title: 'Über uns' },
    { id: 'ueber-uns-2', title: 'Über uns' },
  ])
  expect(tree).toMatchObject([
    ['h2', { id: 'ueber-uns' }, 'Über ', ['strong', {}, 'uns']],
    [
      'p',
      {},
      'Ein Absatz mit ',
      ['a', { href: 'https://www.bamf.de/x?y=1#z' }, 'Link'],
      ', ',
      ['a', { href: '/courses/kurs/modul#anker' }, 'Kurs'],
      ', ',
      ['a', { href: 'mailto:info@example.org' }, 'Mail'],
      ' und ',
      ['Term', { id: 'a' }, 'Wort'],
      '.',
      ['sup', {}, ['a', { href: '#fn-1', id: 'fnref-1' }, '1']],
    ],
    ['h2', { id: 'ueber-uns-2' }, 'Über uns'],
    ['Callout', { kind: 'work', title: 'T' }, ['p', {}, 'Kurz ', ['em', {}, 'betont']]],
    ['p', {}, 'Aus dem Kurs'],
    ['Figure', { src: '01-modul/bild.svg', alt: 'Ein Bild', width: 60, height: 30 }],
    [
      'table',
      {},
      ['thead', {}, ['tr', {}, ['th', {}, 'a'], ['th', { align: 'right' }, 'b']]],
      ['tbody', {}, ['tr', {}, ['td', {}, '1'], ['td', { align: 'right' }, '2']]],
    ],
    ['Steps', {}, ['ol', {}, ['li', {}, 'eins'], ['li', {}, 'zwei']]],
    ['Letter', { caption: 'c' }, ['Line', { n: '1' }, 'Zeile'], ['Note', { n: '1', title: 't' }, ['p', {}, 'y']]],
    [
      'section',
      { 'data-footnotes': true },
      ['h2', { id: 'footnote-label' }, 'Fußnoten'],
      ['ol', {}, ['li', { id: 'fn-1' }, ['p', {}, 'Fußnote. ', ['a', { href: '#fnref-1', 'aria-label': 'Zurück zur Stelle 1 im Text' }, '↩']]]],
    ],
  ])
})
