import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ContentNode, ContentTree } from '../tree.ts'
import { BLOCK_ID, nameBlocks } from './name-blocks.ts'

const p = (text: string): ContentNode => ['p', {}, text]
const h2 = (id: string, text: string): ContentNode => ['h2', { id }, text]
const item = (id: string): ContentNode => ['Item', { id }]
const idsOf = (...tree: ContentNode[]) => nameBlocks([tree])[0]?.blocks.map(({ id }) => id) ?? []
const inBoth = (german: ContentTree, english: ContentTree) => nameBlocks([german, english]).map(({ blocks }) => blocks.map(({ id }) => id))

test('a block is named by its words and carries its id; items and rules have none', () => {
  const [named] = nameBlocks([
    [h2('frist', 'Die Frist'), p('Ein  Satz.'), ['hr', {}], item('q1'), ['Callout', { kind: 'work', title: 'Tipp' }, p('Fragen Sie.')]],
  ])
  expect(named?.blocks).toEqual([
    { id: 'frist', text: 'Die Frist' },
    { id: expect.stringMatching(/^b-[0-9a-f]{8}$/), text: 'Ein Satz.' },
    { id: expect.stringMatching(BLOCK_ID), text: 'Tipp: Fragen Sie.' },
  ])
  expect(named?.body[1]).toEqual(['p', { block: named?.blocks[1]?.id }, 'Ein  Satz.'])
  expect([named?.body[0], named?.body[2], named?.body[3]]).toEqual([h2('frist', 'Die Frist'), ['hr', {}], item('q1')])
})

test('case and white space change no id, words do', () => {
  expect(idsOf(p('Ein Satz.'))).toEqual(idsOf(p('ein\n  SATZ. ')))
  expect(idsOf(p('Ein Satz.'))).not.toEqual(idsOf(p('Kein Satz.')))
})

test('a block keeps its id wherever it moves', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,4}$/), { minLength: 2 }), fc.infiniteStream(fc.nat()), (texts, dice) => {
      const named = new Map(nameBlocks([texts.map(p)])[0]?.blocks.map(({ id, text }) => [text, id]))
      const [moved] = nameBlocks([[...texts].sort(() => ((dice.next().value ?? 0) % 2) - 0.5).map(p)])
      expect(new Set(named.values()).size).toBe(texts.length)
      for (const { id, text } of moved?.blocks ?? []) expect(id).toBe(named.get(text))
    }),
  )
})

test('the same words twice get two ids, in every combination of languages', () => {
  expect(new Set(idsOf(p('Gut.'), p('Gut.'), p('Gut.'))).size).toBe(3)
  const [german = [], english = []] = inBoth([h2('a', 'A'), p('Eins'), h2('b', 'B'), p('OK')], [h2('x', 'X'), p('One'), p('OK'), h2('y', 'Y'), p('Fine')])
  expect(new Set(english).size).toBe(5)
  expect(english.at(-1)).toBe(german.at(-1))
})

test('where the languages agree between two headings or items, the ids agree', () => {
  const [german, english] = inBoth(
    [h2('eins', 'Eins'), p('Der Satz.'), ['ul', {}, ['li', {}, 'a']], item('q1'), p('Schluss.'), p('Ende.')],
    [h2('one', 'One'), p('The sentence.'), ['ul', {}, ['li', {}, 'a']], item('q1'), p('All in one.')],
  )
  expect(english?.slice(1, 3)).toEqual(german?.slice(1, 3))
  expect(english?.[0]).toBe('one')
  expect(german).not.toContain(english?.[3])
})

test('plain words: list entries are apart, marks of footnotes are left out, figures speak', () => {
  const [named] = nameBlocks([
    [
      ['ul', {}, ['li', {}, 'Ruhig ', ['strong', {}, 'blei'], 'ben'], ['li', {}, 'Fragen']],
      ['p', {}, 'x', ['sup', {}, ['a', { href: '#fn1', 'data-footnote-ref': true }, '1']]],
      ['Figure', { src: 'a.svg', alt: 'Zwei Wege', caption: 'Abbildung 1' }],
      ['LegalReference', { norm: '§ 82 AufenthG', stand: '2026-08' }, p('Mitwirkung')],
    ],
  ])
  expect(named?.blocks.map(({ text }) => text)).toEqual(['Ruhig bleiben Fragen', 'x', 'Zwei Wege: Abbildung 1', '§ 82 AufenthG: Mitwirkung'])
})
