import type { FunctionComponent, ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LanguageProvider, useLanguage } from '#app/i18n/translate.ts'
import { deepFreeze } from '#app/content/hash.ts'
import { keep, keptAs, keyOf } from './kept.ts'
import { KeptMarkup, kept, MarkupStore, MarkupStoreProvider } from './kept-markup.tsx'

/** A page as entry.server draws it. */
const pageOf = (part: ReactElement, { secret = 'secret', language = 'de' as 'de' | 'en', typed = '' } = {}) => {
  const store = new MarkupStore(secret)
  return store.fill(
    renderToStaticMarkup(
      <LanguageProvider value={language}>
        <MarkupStoreProvider value={store}>
          <main>
            {part}
            <i>{typed}</i>
          </main>
        </MarkupStoreProvider>
      </LanguageProvider>,
    ),
  )
}

interface Words {
  readonly words: unknown
  readonly id?: string
}

/** A component that counts how often it is drawn, and its twin that is kept. */
const counted = () => {
  const drawn = { times: 0 }
  const draw: FunctionComponent<Words> = ({ words, id }) => {
    drawn.times++
    return (
      <p lang={useLanguage()} id={id}>
        {JSON.stringify(words)} &amp; <b>mehr</b>
      </p>
    )
  }
  return { drawn, Plain: draw, Kept: kept(draw, 'id') }
}

test('the second page is the first, letter by letter, and is not drawn again', () => {
  const { drawn, Kept, Plain } = counted()
  const first = pageOf(<Kept words={['Frist', { tage: 14 }]} id="a" />)
  expect(first).toBe(pageOf(<Plain words={['Frist', { tage: 14 }]} id="a" />))
  const before = drawn.times
  expect(pageOf(<Kept words={['Frist', { tage: 14 }]} id="a" />, { secret: 'another' })).toBe(first)
  expect(drawn.times).toBe(before)
})

test('whatever is different in a property is drawn: a word, its kind, its depth, the language, the component', () => {
  const { drawn, Kept, Plain } = counted()
  const Twin = kept(Plain, 'id')
  const values = ['1', 1, [1], [[1]], { a: 1 }, { a: '1' }, { a: { a: 1 } }, null, true, 'null', '{"\uE000":0}', { '\uE000': '0' }, Object.freeze([1])]
  for (const words of values) expect(pageOf(<Kept words={words} id="a" />)).toBe(pageOf(<Plain words={words} id="a" />))
  const before = drawn.times
  pageOf(<Kept words="1" id="a" />, { language: 'en' })
  pageOf(<Twin words="1" id="a" />)
  expect(drawn.times).toBe(before + 2)
})

test('frozen content is known by itself, so that it need not be read', () => {
  const { drawn, Kept } = counted()
  const [content, other] = [deepFreeze({ text: 'Frist' }), deepFreeze({ text: 'Frist' })]
  pageOf(<Kept words={content} id="a" />)
  pageOf(<Kept words={content} id="a" />)
  expect(drawn.times).toBe(1)
  pageOf(<Kept words={other} id="a" />)
  expect(drawn.times).toBe(2)
})

test('what differs from page to page is put into its holes, and cannot become markup', () => {
  const { drawn, Kept } = counted()
  pageOf(<Kept words="Frist" id="first" />)
  expect(pageOf(<Kept words="Frist" id={'"><script>'} />)).toContain('<p lang="de" id="&#34;&#62;&#60;script&#62;">')
  expect(pageOf(<Kept words="Frist" id="third" />)).toContain('id="third"')
  expect(drawn.times).toBe(1)
})

test('a part around a part with holes is drawn each time: nobody gets another page’s values', () => {
  const { Kept } = counted()
  const around = (id: string) => (
    <KeptMarkup by="around">
      {() => (
        <section>
          <Kept words="Frist" id={id} />
        </section>
      )}
    </KeptMarkup>
  )
  const ids = ['one', 'two', 'three']
  for (const id of ids) {
    const html = pageOf(around(id))
    expect(html).toContain(`<section><p lang="de" id="${id}">`)
    for (const other of ids) if (other !== id) expect(html).not.toContain(`id="${other}"`)
  }
})

test('a part around parts without holes is kept with them', () => {
  const { drawn, Kept } = counted()
  const around = () => <KeptMarkup by={['around', 2]}>{() => [1, 2].map((number) => <Kept key={number} words={number} id="" />)}</KeptMarkup>
  const Inner = kept(() => <u>innen</u>)
  const outer = () => (
    <KeptMarkup by={['outer']}>
      {() => (
        <div>
          <Inner />
        </div>
      )}
    </KeptMarkup>
  )
  expect(pageOf(outer())).toBe(pageOf(outer(), { secret: 'another' }))
  expect(pageOf(outer())).toContain('<div><u>innen</u></div>')
  pageOf(around())
  const before = drawn.times
  pageOf(around())
  expect(drawn.times).toBe(before)
})

test('what cannot be told apart is drawn each time: functions, elements, sets, objects of classes', () => {
  const incomparable = [() => 1, <b key="b">x</b>, new Set([1]), new Map(), new (class Thing {})(), [{ deep: new Set([1]) }], Symbol('x')]
  for (const value of incomparable) expect(keyOf(value)).toBeUndefined()
  const { drawn, Kept } = counted()
  for (const words of [() => 1, () => 2]) pageOf(<Kept words={words} id="a" />)
  expect(drawn.times).toBe(2)
})

test('who types the signs that stand for markup gets them back as text', () => {
  const { Kept } = counted()
  pageOf(<Kept words="Frist" id="a" />)
  for (const typed of ['\uE000guessk0\uE001 \uE000', '\uE001', '\uE000'])
    expect(pageOf(<Kept words={typed} id={typed} />, { secret: 'another', typed })).toContain(`<i>${typed}</i>`)
})

test('what was not used for the longest time goes first, and there is a limit', () => {
  keep('needed', ['x'])
  for (let number = 0; number < 50; number++) {
    keep(`large ${number}`, ['x'.repeat(200_000)])
    expect(keptAs('needed')).toEqual(['x'])
  }
  expect(keptAs('large 0')).toBeUndefined()
  expect(keptAs('large 49')).toBeDefined()
})
