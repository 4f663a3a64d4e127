/** What an attacker writes into the text of a module → file:line:column and rule of what is refused. Line 1 is the first below the head. */
import { type Case, inModule, moduleWith } from '../fixtures/judge.server.ts'
import { MODULE_FILE } from '../fixtures/course-folder.server.ts'

/** A text before the question, and where in it something is found: "line:column code". */
const text = (what: string, body: string, ...expected: readonly string[]): Case => [
  what,
  { [MODULE_FILE]: moduleWith(body) },
  ...expected.map((entry) => {
    const [, line, column, code] = /^(\d+):(\d+) (.*)$/.exec(entry) ?? []
    return inModule(Number(line), Number(column), code ?? '')
  }),
]

/** Program code: expressions, imports, exports, attributes. */
const CODE: readonly Case[] = [
  text('a call in the middle of a list', '- eins\n- zwei {globalThis.pwned = true}\n', '2:8 expression-forbidden'),
  text('an expression in a heading', '## Titel {process.env.HOME}\n', '1:10 expression-forbidden'),
  text('an expression in a table', '| a | b |\n| - | - |\n| x | {1+1} |\n', '3:7 expression-forbidden'),
  text('an expression in a link text', '[{process.pid}](https://example.org)\n', '1:1 link-text', '1:2 expression-forbidden'),
  text('an expression in a quotation', '> Text\n> {require("fs")}\n', '2:3 expression-forbidden'),
  text('an expression in a footnote', 'Text.[^1]\n\n[^1]: {process.pid}\n', '3:7 expression-forbidden'),
  text('an immediately called function', '{(() => { globalThis.pwned = true })()}\n', '1:1 expression-forbidden'),
  text('a dynamic import', '{await import("node:fs")}\n', '1:1 expression-forbidden'),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: as an attacker writes it
  text('a template string', 'Text {`${process.pid}`} hier.\n', '1:6 expression-forbidden'),
  text('a nested brace', 'Text {{ a: { b: 1 } }} hier.\n', '1:6 expression-forbidden'),
  text('an expression over several lines', 'Text.\n\n{\n  process.exit(1)\n}\n', '3:1 expression-forbidden'),
  text('a comment that hides a tag', '{/* <script>alert(1)</script> */}\n', '1:1 expression-forbidden'),
  text('a comment in a tag', '<Callout kind="note" /* x */>y</Callout>\n', '1:23 mdx-syntax'),
  text('an exported constant behind text', 'Text.\n\nexport const meta = globalThis\n', '3:1 export-forbidden'),
  text('an exported function', 'export function x() { return process }\n', '1:1 export-forbidden'),
  text('everything exported from elsewhere', "export * from 'node:fs'\n", '1:1 export-forbidden'),
  text('an import for its effect', "import 'node:child_process'\n", '1:1 import-form', '1:1 import-outside'),
  text('an import from the net', "import x from 'https://evil.example/x.js'\n", '1:1 import-form', '1:1 import-outside'),
  text('an import of data', "import x from 'data:text/javascript,alert(1)'\n", '1:1 import-form', '1:1 import-outside'),
  text('an import that climbs', "import { X } from './../../../app/platform/ids.server.ts'\n\n<X />\n", '1:1 import-outside'),
  text('an import with an encoded climb', "import { X } from './%2e%2e/x.tsx'\n\n<X />\n", '1:1 import-outside'),
  text('an import of a file by address', "import { X } from 'file:///etc/passwd'\n\n<X />\n", '1:1 import-outside'),
  text('an import under another name', "import { default as Callout } from './x.tsx'\n", '1:1 import-form', '1:1 import-missing'),
  text('an arrow function as attribute', '<Callout kind="note" title={() => alert(1)}>x</Callout>\n', '1:22 attribute-expression'),
  text('an attribute in backquotes', '<Callout kind={`note`}>x</Callout>\n', '1:10 attribute-expression'),
  text('a spread of the global object', '<Callout kind="note" {...globalThis}>x</Callout>\n', '1:22 attribute-spread'),
  text('a handler in capitals', '<Callout kind="note" ONCLICK="alert(1)">x</Callout>\n', '1:22 attribute-unknown'),
  text('a handler with a namespace', '<Callout kind="note" on:click="alert(1)">x</Callout>\n', '1:22 attribute-unknown'),
  text('children as attribute', '<Callout kind="note" children="x">y</Callout>\n', '1:22 attribute-unknown'),
  text('a ref', '<Callout kind="note" ref="x">y</Callout>\n', '1:22 attribute-unknown'),
  text('a prototype as attribute', '<Callout kind="note" __proto__="x">y</Callout>\n', '1:22 attribute-unknown'),
]

/** Markup: HTML in all the places where Markdown allows it. */
const MARKUP: readonly Case[] = [
  text('a script behind a list', '- eins\n\n<script src="https://evil.example/x.js"></script>\n', '3:1 html-forbidden'),
  text('a script in mixed case', '<ScRiPt>alert(1)</ScRiPt>\n', '1:1 word-unknown'),
  text('a frame with a document', '<iframe srcdoc="x"></iframe>\n', '1:1 html-forbidden'),
  text('a style sheet', '<style>x</style>\n', '1:1 html-forbidden'),
  text('a drawing with a handler', '<svg onload="alert(1)"></svg>\n', '1:1 html-forbidden', '1:6 attribute-unknown'),
  text('a formula', '<math><mi>x</mi></math>\n', '1:1 html-forbidden', '1:7 html-forbidden'),
  text('an object', '<object data="x.swf"></object>\n', '1:1 html-forbidden'),
  text('an embedded file', '<embed src="x.swf" />\n', '1:1 html-forbidden'),
  text('a form', '<form action="https://evil.example"></form>\n', '1:1 html-forbidden'),
  text('a base address', '<base href="https://evil.example/" />\n', '1:1 html-forbidden'),
  text('a refresh', '<meta http-equiv="refresh" />\n', '1:1 html-forbidden', '1:7 attribute-unknown'),
  text('a template', '<template>x</template>\n', '1:1 html-forbidden'),
  text('an element of its own', '<x-boese>x</x-boese>\n', '1:1 html-forbidden'),
  text('HTML in a table', '| a |\n| - |\n| <b>x</b> |\n', '3:3 html-forbidden'),
  text('HTML in a heading', '## Ein <u>Titel</u>\n', '1:8 html-forbidden'),
  text('HTML in the text of a link', '[<img src="x" />](https://example.org)\n', '1:1 link-text', '1:2 html-forbidden'),
  text('HTML in a word', '<Callout kind="note">\n\n<video src="x" />\n\n</Callout>\n', '3:1 html-forbidden'),
  text('a processing instruction', '<?php echo 1 ?>\n', '1:2 mdx-syntax'),
  text('a document type', '<!DOCTYPE html>\n', '1:2 mdx-syntax'),
  text('marked data', '<![CDATA[x]]>\n', '1:2 mdx-syntax'),
  text('a word with confusable letters', '<Cаllout kind="note">x</Cаllout>\n', '1:1 word-unknown'),
]

/** Links: every form that Markdown knows, and every disguise of an address. */
const LINKS: readonly Case[] = [
  text('a script in a title link', '[x](javascript:alert(1) "Titel")\n', '1:1 link-url'),
  text('a script in angle brackets', '[x](<javascript:alert(1)>)\n', '1:1 link-url'),
  text('a script by short reference', '[x]\n\n[x]: JAVASCRIPT:alert(1)\n', '3:1 link-url'),
  text('a script by empty reference', '[x][]\n\n[x]: <javascript:alert(1)> "t"\n', '3:1 link-url'),
  text('a script by a definition in a quotation', '[x][y]\n\n> [y]: javascript:x\n', '3:3 link-url'),
  text('a definition that nobody uses', 'Text.\n\n[y]: vbscript:x\n', '3:1 link-url'),
  text('a script with a named entity', '[x](javascript&colon;alert(1))\n', '1:1 link-url'),
  text('a script with a hexadecimal entity', '[x](&#x6A;avascript:alert)\n', '1:1 link-url'),
  text('a script with a new line', '[x](<java&NewLine;script:alert>)\n', '1:1 link-url'),
  text('a script with an escaped letter', '[x](java\\script:alert)\n', '1:1 link-url'),
  text('a script in a table', '| a |\n| - |\n| [x](javascript:y) |\n', '3:3 link-url'),
  text('a script in a footnote', 'Text.[^1]\n\n[^1]: [x](javascript:y)\n', '3:7 link-url'),
  text('a script in an image', '![x](javascript:alert)\n', '1:1 figure-name'),
  text('a link in a linked image', '[![x](javascript:y)](https://example.org)\n', '1:1 link-text', '1:2 figure-name', '1:2 image-inline'),
  text('data in mixed case', '[x](DaTa:text/html;base64,AA)\n', '1:1 link-url'),
  text('a blob', '[x](blob:https://example.org/1)\n', '1:1 link-url'),
  text('a file', '[x](file:///etc/passwd)\n', '1:1 link-url'),
  text('the source of a page', '[x](view-source:https://example.org)\n', '1:1 link-url'),
  text('an address without scheme and with a port', '[x](https://example.org:8443/)\n', '1:1 link-url'),
  text('a host of numbers', '[x](https://127.0.0.1/)\n', '1:1 link-url'),
  text('a host in one number', '[x](https://2130706433/)\n', '1:1 link-url'),
  text('a host of six bytes', '[x](https://[::1]/)\n', '1:1 link-url'),
  text('a host without a dot', '[x](https://localhost/)\n', '1:1 link-url'),
  text('a climb in an address of the platform', '[x](/courses/../admin/people)\n', '1:1 link-url'),
  text('an encoded climb', '[x](/courses/%2e%2e/admin)\n', '1:1 link-url'),
  text('a form of the platform', '[x](/account/sessions)\n', '1:1 link-url'),
  text('a mail with a body', '[x](mailto:a@example.org?body=x)\n', '1:1 link-url'),
  text('a mail with a second header', '[x](mailto:a@example.org%0abcc:b@example.org)\n', '1:1 link-url'),
  text('a bidi override in an address', '[x](https://example.org/\u202egnp.exe)\n', '1:25 character-forbidden', '1:1 link-url'),
]

/** Signs that look like nothing or like something else, and texts without measure. */
const SIGNS: readonly Case[] = [
  text('a bidi override in a sentence', 'Das ist \u202eanders\u202c gemeint.\n', '1:9 character-forbidden'),
  text('a bidi isolate in a heading', '## Ein \u2066Titel\u2069\n', '1:8 character-forbidden'),
  text('a bidi override by entity', 'Das ist &#x202E;anders gemeint.\n', '1:1 character-forbidden'),
  text('a NUL in a sentence', 'Ein\u0000Wort.\n', '1:4 character-forbidden'),
  text('an escape in a sentence', 'Ein \u001b[31mWort.\n', '1:5 character-forbidden'),
  text('a bell behind lines', 'Eins.\n\nZwei.\n\nDrei \u0007vier.\n', '5:6 character-forbidden'),
  text('a tag character', 'Ein Wort\u{e0041}.\n', '1:9 character-forbidden'),
  text('lists nested without end', Array.from({ length: 60 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n'), '25:51 nesting-deep', '26:51 nesting-deep'),
  text('braces without end', `${'{'.repeat(5000)}\n`, '5:1 expression-forbidden'),
  text('tags without end', `${'<Callout kind="note">'.repeat(300)}\n`, '1:6280 mdx-tag'),
]

/** All of them. */
export const PROSE_ATTACKS: readonly Case[] = [...CODE, ...MARKUP, ...LINKS, ...SIGNS]
