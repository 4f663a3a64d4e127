import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { ContentNode, ContentTree } from '#app/content/tree.ts'
import { LanguageProvider } from '#app/i18n/translate.ts'
import { VOCABULARY } from './content/vocabulary.tsx'
import { ContentTreeView } from './content-tree.tsx'

const render = (...tree: ContentNode[]) =>
  renderToStaticMarkup(
    <LanguageProvider value="de">
      <ContentTreeView
        tree={tree as ContentTree}
        renderItem={(id) => <form id={id} />}
        glossary={{ fiction: { id: 'fiction', term: 'Fiktionsbescheinigung', definition: 'Der Aufenthalt gilt weiter.' } }}
        figureUrl={(file) => `/figures/${file}`}
        localSlots={{ desk: 'Zimmer 12' }}
        language="de"
        today="2026-11-22"
      />
    </LanguageProvider>,
  )

const EXAMPLES: Record<keyof typeof VOCABULARY, readonly [ContentNode, string]> = {
  Callout: [
    ['Callout', { kind: 'work' }, ['p', {}, 'Fragen Sie.']],
    '<div class="wb-callout wb-callout--licht" role="note" aria-label="Am Arbeitsplatz"><p class="t-h4">Am Arbeitsplatz</p><p>Fragen Sie.</p></div>',
  ],
  LegalReference: [['LegalReference', { norm: '§ 82 AufenthG', stand: '2026-08', review: '2027-02' }, 'Mitwirkung'], 'Stand 08/2026 · nächste Prüfung 02/2027'],
  Stand: [['Stand', { date: '2026-11-22', review: '2026-11-01', status: 'unverified' }, 'Offen.'], 'Stand prüfen'],
  Term: [['Term', { id: 'fiction' }, 'Bescheinigung'], 'Der Aufenthalt gilt weiter.'],
  Foreign: [['Foreign', { lang: 'ar' }, 'سلام'], '<span lang="ar" dir="rtl">سلام</span>'],
  Figure: [['Figure', { src: 'a.svg', alt: 'Zwei Wege', caption: 'Abbildung 1' }], '<img src="/figures/a.svg" alt="Zwei Wege"'],
  Comparison: [
    ['Comparison', {}, ['Side', { title: 'A' }, 'a'], ['Side', { title: 'B' }, 'b']],
    '<div class="wb-compare wb-wide"><div><p class="t-h4">A</p>a</div><div><p class="t-h4">B</p>b</div></div>',
  ],
  Side: [['Side', { title: 'A' }, 'a'], '<p class="t-h4">A</p>'],
  Steps: [['Steps', {}, ['ol', {}, ['li', {}, 'Eins']]], '<div class="wb-steps"><ol><li>Eins</li></ol></div>'],
  Quote: [['Quote', { source: 'Leitfaden' }, 'Satz'], '<figcaption>Leitfaden</figcaption>'],
  Letter: [
    ['Letter', { caption: 'Brief' }, ['Line', { n: '1' }, ['p', {}, 'Bis ', ['strong', {}, '15. März']]], ['Note', { n: '1', title: 'Frist' }, 'Ein Datum.']],
    '<mark>15.\u00a0März</mark></span><span class="wb-num">1</span>',
  ],
  Line: [['Line', { n: 2 }, 'Text'], '<span class="wb-num">2</span>'],
  Note: [['Note', { n: '1', title: 'Frist' }, 'Ein Datum.'], '<b>Frist: </b>Ein Datum.'],
  LocalSlot: [['LocalSlot', { id: 'desk', title: 'Beschwerdestelle' }, 'Vorgabe'], 'Zimmer 12'],
  Item: [['Item', { id: 'q1' }], '<form id="q1"></form>'],
}

test.each(Object.entries(EXAMPLES))('%s of the vocabulary is rendered', (_, [node, expected]) => {
  expect(render(node)).toContain(expected)
})

test('the examples cover the whole vocabulary', () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual(Object.keys(VOCABULARY).sort())
})

const BLOCKS = Object.values(EXAMPLES).flatMap(([node]): Exclude<ContentNode, string>[] => {
  if (typeof node === 'string' || ['Term', 'Foreign', 'Side', 'Line', 'Note', 'Item'].includes(node[0])) return []
  const [name, props, ...children] = node
  return [[name, { ...props, block: 'b-12345678' }, ...children]]
})
const ELEMENTS = ['p', 'ul', 'ol', 'blockquote', 'table', 'div', 'section'].map((name): Exclude<ContentNode, string> => [name, { block: 'b-12345678' }, 'x'])

test.each([...BLOCKS, ...ELEMENTS].map((node) => [node[0], node] as const))('the id of a block stands once, on its root: %s', (_, node) => {
  const html = render(node)
  expect(html).toMatch(/^<[a-z]+ id="b-12345678"/)
  expect(html.match(/b-12345678/g)).toHaveLength(1)
})

test('what stands around a block is drawn before and after it, and around nothing else', () => {
  const html = renderToStaticMarkup(
    <LanguageProvider value="de">
      <ContentTreeView
        tree={[
          ['h2', { id: 'frist' }, 'Frist'],
          ['Item', { id: 'q1' }],
          ['p', { block: 'b-1' }, 'Text', ['em', {}, '!']],
        ]}
        aroundBlocks={{ before: (id) => id && `[${id}`, after: (id) => id && `${id}]` }}
        renderItem={() => 'ITEM'}
        glossary={{}}
        figureUrl={String}
        localSlots={{}}
        language="de"
      />
    </LanguageProvider>,
  )
  expect(html).toBe('[frist<h2 id="frist">Frist</h2>frist]ITEM[b-1<p id="b-1">Text<em>!</em></p>b-1]')
})

test('a term opens without script and is listed once at the end', () => {
  const page = render(
    ['p', {}, ['Term', { id: 'fiction' }, 'Wort'], ' und ', ['Term', { id: 'fiction' }, 'Wort']],
    ['p', {}, ['Term', { id: 'unknown' }, 'Fremd']],
  )
  const targets = [...page.matchAll(/popovertarget="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(targets).size).toBe(2)
  for (const id of targets) expect(page).toMatch(new RegExp(`id="${id}"[^>]*popover="auto"`))
  expect(page.match(/<dt>Fiktionsbescheinigung<\/dt>/g)).toHaveLength(1)
  expect(page).toContain('<p>Fremd</p>')
})

test('prose keeps heading anchors, tables get headings and a region, links lead only to safe places', () => {
  const page = render(
    ['h2', { id: 'frist' }, 'Frist'],
    ['table', {}, ['thead', {}, ['tr', {}, ['th', {}, 'Auftrag'], ['th', { align: 'right' }, 'Dauer']]]],
    ['p', {}, ['a', { href: 'javascript:alert(1)' }, 'böse'], ['a', { href: '//evil.example' }, 'fremd'], ['a', { href: 'https://example.org' }, 'gut']],
  )
  expect(page).toContain('<h2 id="frist">Frist</h2>')
  expect(page).toContain('aria-label="Auftrag, Dauer"')
  expect(page).toContain('<th scope="col" class="num">Dauer</th>')
  expect(page).not.toMatch(/javascript:|href="\/\//)
  expect(page).toContain('<a href="https://example.org" rel="noreferrer">gut</a>')
})

test('unknown names and unknown attributes never reach the page', () => {
  const page = render(['script', { src: 'x' }, 'alert(1)'], ['p', { style: 'color:red', onclick: 'x' }, 'Text'], ['constructor', {}, 'y'])
  expect(page).toBe('alert(1)<p>Text</p>y')
})

test('nothing of the vocabulary uses an inline style', () => {
  for (const [node] of Object.values(EXAMPLES)) expect(render(node)).not.toContain('style=')
})
