import type { RuleConfig } from 'html-validate'
import { HtmlValidate } from 'html-validate/node'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Item, ItemKind } from '#app/content/items/item.ts'
import { rightId, toLearner } from '#app/content/items/to-learner.ts'
import { type Answer, parseAnswer, startOf } from '#app/domain/assessment/answer.ts'
import { feedbackFor } from '#app/domain/assessment/feedback.ts'
import type { FormValues } from '#app/domain/assessment/form-values.ts'
import { LanguageProvider } from '#app/i18n/translate.ts'
import { anItem, oneOfEachKind } from '#tests/support/items.ts'
import { ItemCard } from './item-card.tsx'
import type { ItemProps } from './item-props.ts'
import { ItemView } from './item-view.tsx'

const htmlOf = (item: Item, answer: Answer | null, more: Partial<ItemProps> = {}, language: 'de' | 'en' = 'de') => {
  const shown = answer ?? startOf(item)
  return renderToStaticMarkup(
    <LanguageProvider value={language}>
      <ItemView
        item={toLearner(item)}
        answer={answer}
        feedback={shown === null ? null : feedbackFor(item, shown)}
        problem={null}
        savedAt={answer === null ? null : '2026-11-22T09:32:00.000Z'}
        action="/here"
        eventId="event-1"
        hidden={{ module: 'm1' }}
        retry={false}
        reflection={null}
        reflectionAction="/reflection"
        headingLevel={3}
        number={undefined}
        {...more}
      />
    </LanguageProvider>,
  )
}
const refused = (item: Item, form: FormValues) => {
  const parsed = parseAnswer(item, form, null)
  return htmlOf(item, null, { problem: 'problem' in parsed ? parsed.problem : null })
}
const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

const ANSWERS: readonly [Item, Answer][] = [
  [anItem('single'), { kind: 'single', option: 'verboten' }],
  [anItem('multiple'), { kind: 'multiple', options: ['netz', 'titel'] }],
  [anItem('truefalse'), { kind: 'truefalse', verdict: false, reason: 'zeit' }],
  [anItem('order'), { kind: 'order', entries: ['s1', 's3', 's2', 's4', 's5'] }],
  [anItem('match'), { kind: 'match', pairs: { ordnung: 'dienst', dienst: 'ordnung', lotse: 'lotse', keiner: 'keiner' } }],
  [anItem('gap'), { kind: 'gap', texts: { 'ziel-a': 'Ordnung', 'ziel-b': 'Beratung' } }],
  [anItem('critical-incident'), { kind: 'critical-incident', first: { a: 4, b: 4, c: 4, d: 1 }, again: { a: 4, b: 4, c: 2, d: 1 } }],
  [anItem('sjt'), { kind: 'sjt', ratings: { gruende: 5, anders: 3, bescheid: 2, fragen: 4 } }],
  [anItem('dialogue'), { kind: 'dialogue', path: ['b', 'a', 'a'] }],
  [anItem('rewrite'), { kind: 'rewrite', text: 'Bitte schicken Sie uns drei Papiere.', checks: ['wer'] }],
  [anItem('transfer'), { kind: 'transfer', status: 'tried', on: '2026-11-20' }],
]
const answerOf = (kind: ItemKind): [Item, Answer] => {
  const found = ANSWERS.find(([item]) => item.kind === kind)
  if (found === undefined) throw new Error(kind)
  return found
}
const BAD: FormValues = { 'position.s1': '1', 'position.s2': '1', 'rating.a': '3', 'gap.ziel-a': 'x'.repeat(300), verdict: 'true', on: 'gestern' }

/** Beyond the recommended rules: no inline style. Off: how React writes attributes, and headings, which begin above the item. */
const VALIDITY = {
  'no-inline-style': 'error',
  'void-style': 'off',
  'attr-case': 'off',
  'attribute-boolean-style': 'off',
  'attribute-empty-style': 'off',
  'heading-level': 'off',
  'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
} satisfies RuleConfig

/** What a learner must not read before the answer it belongs to. */
const secretsOf = (item: Item): string[] => {
  const secrets: string[] = []
  const collect = (value: unknown, key: string) => {
    if (typeof value === 'string' && /feedback|sample|answers/.test(key)) secrets.push(value)
    else if (typeof value === 'object' && value !== null) for (const [name, inner] of Object.entries(value)) collect(inner, Array.isArray(value) ? key : name)
  }
  collect(item, '')
  if (item.kind === 'dialogue') secrets.push(...item.endings.map((ending) => ending.title))
  return secrets
}

test.each(oneOfEachKind().map((item) => [item.kind, item] as const))(
  'before the answer a %s item holds none of its key, feedback or ratings',
  (_kind, item) => {
    const html = htmlOf(item, null)
    for (const secret of secretsOf(item)) expect(html).not.toContain(secret.replaceAll('*', '').slice(0, 40))
    expect(html).not.toMatch(/"correct|data-correct|wb-answer--ok|points|Autorenschaft/)
  },
)

test.each(ANSWERS.map(([item, answer]) => [item.kind, item, answer] as const))(
  'a %s item is valid HTML without inline styles before, after and in between',
  async (_kind, item, answer) => {
    const validator = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:a11y'], rules: VALIDITY })
    for (const html of [htmlOf(item, null), htmlOf(item, answer), htmlOf(item, answer, { retry: true }), refused(item, BAD), htmlOf(item, answer, {}, 'en')]) {
      const report = await validator.validateString(html)
      expect(report.results.flatMap((result) => result.messages.map((message) => `${message.ruleId}: ${message.message} (${message.selector})`))).toEqual([])
      expect(html).not.toContain('style=')
      expect(html).not.toMatch(/MISSING_MESSAGE|item\.[a-z]+\./)
    }
  },
)

test.each(
  oneOfEachKind()
    .filter((item) => item.kind !== 'reflection')
    .map((item) => [item.kind, item] as const),
)('the form of a %s item says which item and event it is, and nothing else than its fields', (_kind, item) => {
  const html = htmlOf(item, null)
  expect(html).toContain(`method="post" action="/here#item-${item.id}-problem"`)
  for (const field of [`name="item" value="${item.id}"`, 'name="event_id" value="event-1"', 'name="module" value="m1"']) expect(html).toContain(field)
})

test('a refused answer says why at the field and keeps what was typed', () => {
  const single = refused(anItem('single'), {})
  expect(single).toMatch(/<p class="kern-error[^>]*id="item-app-am-schalter-problem" role="alert"/)
  expect(single).toMatch(
    /<fieldset aria-describedby="item-app-am-schalter-problem" role="radiogroup" aria-labelledby="item-app-am-schalter-title" aria-invalid="true"/,
  )
  expect(single).toContain('Wählen Sie eine Antwort aus.')
  const gap = refused(anItem('gap'), BAD)
  expect(gap).toContain('höchstens 200\u00a0Zeichen')
  expect(gap).toContain(`aria-invalid="true" aria-describedby="item-leitziele-problem" value="${'x'.repeat(300)}"`)
  expect(gap.match(/aria-invalid/g)).toHaveLength(1)
  const order = refused(anItem('order'), BAD)
  expect(order.match(/aria-invalid="true"/g)).toHaveLength(4)
  expect(order).toMatch(/id="item-reihenfolge-position-s1"[^>]*>.*?<option value="1" selected="">Platz 1/)
})

test('a wrong single answer shows itself, its feedback and the way to try again, not the right one', () => {
  const html = htmlOf(...answerOf('single'))
  expect(html).toMatch(/<h4 class="t-h4" id="result-app-am-schalter" tabindex="-1">Nicht ganz<\/h4>/)
  expect(html).toContain('Ein allgemeines Verbot gibt es nicht.')
  expect(html).not.toMatch(/wb-answer--ok|Der Zweck entscheidet|Legen Sie im Team/)
  expect(html).toMatch(/<a href="\?retry=app-am-schalter#item-app-am-schalter">Noch einmal versuchen<span class="kern-sr-only">/)
  expect(textOf(html)).toContain('Gespeichert 10:32')
})

test('an answer of another day is shown with its date', () => {
  const [item, answer] = answerOf('single')
  expect(textOf(htmlOf(item, answer, { now: '2026-11-24T08:00:00Z' }))).toContain('Gespeichert 22.11.2026, 10:32')
  expect(textOf(htmlOf(item, answer, { now: '2026-11-22T22:59:00Z' }))).toContain('Gespeichert 10:32')
})

test('a right single answer shows the note of the item', () => {
  const html = htmlOf(anItem('single'), { kind: 'single', option: 'hilft' })
  expect(html).toContain('Richtig, Ihre Antwort')
  expect(html).toContain('Legen Sie im Team fest')
})

test('trying again starts an order and pairs from the last answer and a choice anew', () => {
  const order = htmlOf(...answerOf('order'), { retry: true })
  expect(order).toMatch(/name="position\.s3"[^>]*>.*?<option value="2" selected="">/)
  const match = htmlOf(...answerOf('match'), { retry: true })
  expect(match).toContain(`<option value="${rightId('auftraege', 'dienst')}" selected="">`)
  expect(htmlOf(...answerOf('single'), { retry: true })).not.toContain('checked=""')
})

test('a situation labels the authors’ rating as provisional, keeps both own ratings and offers a private text', () => {
  const html = textOf(htmlOf(...answerOf('critical-incident')))
  expect(html).toContain('Bei vier von vier Erklärungen liegen Sie nah an der vorläufigen Einschätzung der Autorenschaft.')
  expect(html).toMatch(/C · In ihrer Herkunftskultur.*?Zuerst 4 plausibel Danach 2 wenig gestützt Autorenschaft 2 wenig gestützt/)
  expect(html).toContain('Vorläufige Einschätzung der Autorenschaft. Ein Panel')
  expect(html).toContain('Privat. Nur Sie können das lesen, auch später.')
  expect(htmlOf(...answerOf('critical-incident'), { retry: true })).toContain('name="phase" value="again"')
})

test('where nothing can be kept, private text has no form', () => {
  expect(htmlOf(anItem('reflection'), null, { reflectionAction: null })).not.toMatch(/<form|<textarea/)
  expect(htmlOf(anItem('reflection'), null, { reflection: { text: 'Meins', savedAt: '2026-11-22T09:00:00Z' } })).toMatch(/>Meins<\/textarea>.*name="delete"/s)
})

test('a running conversation offers its choices as buttons with their step, and the way back', () => {
  const item = anItem('dialogue')
  expect(htmlOf(item, null)).not.toContain('name="back"')
  const html = htmlOf(item, { kind: 'dialogue', path: ['b'] })
  expect(html).toContain('name="step" value="1"')
  expect(html.match(/<button class="wb-opt" type="submit" name="choice"/g)).toHaveLength(3)
  expect(html).toMatch(/name="back" value="1">Eine Entscheidung zurück/)
  expect(html).toMatch(
    /<li id="result-nummer-73" tabindex="-1" aria-describedby="item-nummer-73-scene-text">.*Er beugt sich vor: <\/span>„Sie behandeln uns wie Tiere/,
  )
  expect(textOf(html)).not.toMatch(/gestärkt|geschwächt|Sachlich richtig/)
})

test('the talk keeps the scene of every turn, and from the second on one can go back to any decision', () => {
  const item = anItem('dialogue')
  expect(textOf(htmlOf(item, null))).not.toContain('Zu einer früheren Entscheidung')
  const html = htmlOf(item, { kind: 'dialogue', path: ['b', 'c'] })
  expect(html).toMatch(/<ol class="wb-talk"><li><p class="wb-talk__do">Hinter ihm warten noch vier Personen\./)
  expect(html).toMatch(/<p class="wb-talk__do">Die Leute schauen herüber/)
  for (const [at, words] of [
    [0, 'Entscheidung 1: „Da müssen Sie'],
    [1, 'Entscheidung 2: „Ich habe die Regeln'],
  ] as const)
    expect(html).toContain(`name="replay_from" value="${at}">${words}`)
})

test('an ending that nobody says is told, one in quotation marks is said', () => {
  const item = anItem('dialogue')
  const told = { ...item, endings: item.endings.map((ending) => ({ ...ending, text: 'Der Bildschirm wird dunkel.' })) }
  expect(htmlOf(told, { kind: 'dialogue', path: ['b', 'a', 'a'] })).toContain('<li><p class="wb-talk__do">Der Bildschirm wird dunkel.</p></li>')
  expect(htmlOf(item, { kind: 'dialogue', path: ['b', 'a', 'a'] })).toMatch(/Herr Bekele<\/span><p class="wb-talk__b">„Okay\. Das ist gut\.“/)
})

test('a version stands beside the original, with counts, marks and sum; those before it can still be read', () => {
  const [item, answer] = answerOf('rewrite')
  expect(textOf(htmlOf(item, answer))).not.toContain('frühere Fassung')
  const figures = { words: 2, sentences: 1, average: 2, longest: 2, long: 0 }
  const earlier = [
    { text: 'Zweite Fassung', marks: { wer: 1 }, points: 1, figures, savedAt: '2026-11-21T09:32:00.000Z' },
    { text: 'Erste <b>Fassung</b>\n\nZweiter Absatz', marks: {}, points: 0, figures: { ...figures, sentences: 2 }, savedAt: '2026-11-20T09:32:00.000Z' },
  ] as const
  const html = htmlOf(item, answer, { earlier })
  expect(textOf(html)).toMatch(/Ihre Fassung 3 Bitte schicken Sie uns drei Papiere/)
  expect(textOf(html)).toMatch(/2 · erfüllt.*2 von 6 Punkten\. Zum Vergleichen Ihrer eigenen Fassungen, keine Note/)
  expect(textOf(html)).toMatch(
    /2 frühere Fassungen Fassung 2, 21\.11\.2026, 10:32 Zweite Fassung 2 Wörter in einem Satz, im längsten 2\. Selbstprüfung: 1 von 6\./,
  )
  expect(html).toContain('<p class="wb-passage__p" dir="auto">Erste &lt;b&gt;Fassung&lt;/b&gt;</p>')
  expect(textOf(htmlOf(item, answer, { earlier, retry: true }))).toContain('2 frühere Fassungen')
  expect(htmlOf(item, answer, { retry: true })).toMatch(/name="check\.wer" checked="" value="2"/)
})

test('the sample shows the emphasis its author set', () => {
  const item = { ...anItem('rewrite'), sample: 'Bitte bis **15. März**.' }
  expect(htmlOf(item, answerOf('rewrite')[1])).toContain('Bitte bis <strong>15.\u00a0März</strong>.')
})

test('a task proposes a day by its weeks, keeps the intended day beside the report, and says when it is over', () => {
  const item = anItem('transfer')
  const now = '2026-11-22T22:59:00.000Z'
  const planning = htmlOf(item, null, { now })
  expect(planning).toMatch(/<input[^>]*type="date"[^>]*value="2026-12-06"/)
  expect(planning).toMatch(/name="status" checked="" value="not_yet"/)
  const planned: Answer = { kind: 'transfer', status: 'not_yet', on: '2026-12-04' }
  expect(textOf(htmlOf(item, planned, { now }))).toMatch(/Ihr Stand: noch nicht Vorgenommen bis Freitag, 4\. Dezember 2026\./)
  expect(textOf(htmlOf(item, planned, { now }))).not.toContain('ist vorbei')
  expect(textOf(htmlOf(item, planned, { now: '2026-12-05T08:00:00.000Z' }))).toContain('Dieser Tag ist vorbei.')
  expect(textOf(htmlOf(item, { ...planned, status: 'done' }, { now: '2026-12-05T08:00:00.000Z' }))).toMatch(
    /Ihr Stand: gemacht Vorgenommen bis Freitag, 4\. Dezember 2026\./,
  )
  expect(htmlOf(item, planned, { now, retry: true })).toMatch(/type="date"[^>]*value="2026-12-04"/)
})

test('what happened in another window is said in the item and takes the focus', () => {
  for (const [item, answer] of ANSWERS) {
    const html = htmlOf(item, answer, { notice: 'In einem anderen Fenster …' })
    expect(html.indexOf('tabindex="-1"'), item.kind).toBe(html.indexOf('tabindex="-1"><div class="kern-alert kern-alert--info"'))
    expect(textOf(html)).toContain('In einem anderen Fenster …')
  }
})

test('the pattern over all ratings is a figure for practice, and only where there are enough', () => {
  for (const kind of ['critical-incident', 'sjt'] as const) {
    expect(textOf(htmlOf(...answerOf(kind)))).not.toContain('gleicht Ihr Muster')
    expect(textOf(htmlOf(...answerOf(kind), { shape: { options: 28, r: 0.78 } }))).toContain(
      'Über 28 Aussagen hinweg gleicht Ihr Muster der vorläufigen Einschätzung mit r = 0,78.',
    )
  }
})

test('words of another language are marked as such', () => {
  const item = { ...anItem('single'), prompt: 'A *[de:Fiktionsbescheinigung]* and a [de:Bescheid]' }
  expect(htmlOf(item, null)).toContain('A <em><span lang="de">Fiktionsbescheinigung</span></em> and a <span lang="de">Bescheid</span>')
  expect(textOf(htmlOf(item, { kind: 'single', option: 'hilft' }))).toContain('(Frage: A Fiktionsbescheinigung and a Bescheid)')
})

test('an ended conversation shows what each choice did and can be replayed from any of them', () => {
  const html = htmlOf(...answerOf('dialogue'))
  expect(textOf(html)).toMatch(/Gelungen, mit Umweg.*Sachlich richtig.*K4 Faires Gespräch: geschwächt.*einmal geschwächt, einmal gestärkt/)
  for (const step of [0, 1, 2]) expect(html).toContain(`form="item-nummer-73-replay" name="replay_from" value="${step}"`)
})

test('texts of authors and learners are shown, never run', () => {
  const item = { ...anItem('rewrite'), prompt: '<script>alert(1)</script> **wichtig** und *betont*' }
  const html = htmlOf(item, { kind: 'rewrite', text: '<img src=x onerror=alert(1)>', checks: [] })
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; <strong>wichtig</strong> und <em>betont</em>')
  expect(html).not.toMatch(/<script|<img/)
})

test('the card of a situation names it, its minutes, its state and the way in', () => {
  const item = toLearner(anItem('critical-incident'))
  if (item.kind !== 'critical-incident') throw new Error(item.kind)
  const html = renderToStaticMarkup(<ItemCard item={item} href="/there" state="started" headingLevel={3} />)
  expect(textOf(html)).toMatch(/Situation · 5 Minuten.*Hinter der Scheibe.*Mit „Hinter der Scheibe“ weitermachen.*begonnen/)
  expect(html).toContain('href="/there"')
})
