import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LanguageProvider } from '#app/i18n/translate.ts'
import { Alert } from './alert.tsx'
import { Button, ButtonLink } from './button.tsx'
import { HeatMap, heatLevel } from './chart/heat-map.tsx'
import { LineChart } from './chart/line-chart.tsx'
import { Competences } from './competence.tsx'
import { ErrorPage, knownStatus } from './error-page.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { CheckboxField, PasswordField, RadioGroup, SelectField, TextField } from './field.tsx'
import { Page } from './page.tsx'
import { Pager } from './pager.tsx'
import { Paging, shownPages } from './paging.tsx'
import { Saved } from './saved.tsx'
import { DataTable } from './table.tsx'
import { Way } from './way.tsx'

const html = (element: ReactElement, language: 'de' | 'en' = 'de') => renderToStaticMarkup(<LanguageProvider value={language}>{element}</LanguageProvider>)

test('the title above problems asks to check entries only where there is an entry to check', () => {
  expect(
    html(
      <ErrorSummary
        problems={[
          { field: 'email', message: 'Fehlt.' },
          { field: '', message: 'Warten Sie.' },
        ]}
      />,
    ),
  ).toContain('Bitte prüfen Sie Ihre Angaben')
  expect(html(<ErrorSummary problems={[{ field: '', message: 'Warten Sie.' }]} />)).toContain('Das ging nicht')
})

test('a field ties label, hint and error to its input', () => {
  const page = html(<TextField label="E-Mail" name="email" hint="Dienstlich" error="Geben Sie eine Adresse ein." autoComplete="username" />)
  expect(page).toContain('for="email"')
  expect(page).toMatch(/<input[^>]* id="email"[^>]*aria-describedby="email-hint email-error"[^>]*aria-invalid="true"/)
  expect(page).toMatch(/autocomplete="username"/i)
  expect(page).toMatch(/id="email-error"[^>]*>.*Geben Sie eine Adresse ein\./)
})

test('a field without hint and error claims neither', () => {
  expect(html(<SelectField label="Rolle" name="role" options={[{ value: 'a', label: 'A' }]} />)).not.toMatch(/aria-describedby|aria-invalid/)
})

test('a day that no calendar has is shown as it was typed, with how to write one', () => {
  const dayField = (day: string) =>
    html(<TextField label="Von" name="from" type="date" defaultValue={day} hint="Erster Tag" error="Diesen Tag gibt es nicht." />)
  for (const day of ['', '2026-11-23']) {
    expect(dayField(day)).toMatch(/<input[^>]*type="date"/)
    expect(dayField(day)).not.toContain('JJJJ')
  }
  for (const day of ['2026-13-01', '23.11.2026', 'gestern']) {
    expect(dayField(day)).toMatch(new RegExp(`<input[^>]*type="text"[^>]*value="${day}"`))
    expect(dayField(day)).toMatch(/id="from-hint"[^>]*>Erster Tag .*JJJJ-\u2060MM-\u2060TT/)
  }
})

test('a password is never sent back and tells the password manager what it is', () => {
  const page = html(<PasswordField label="Passwort" name="password" autoComplete="current-password" />)
  expect(page).toMatch(/autocomplete="current-password"/i)
  expect(page).not.toContain('value=')
})

test('a radio group is a fieldset whose first radio is the target of the error summary', () => {
  const page = html(
    <RadioGroup
      label="Antwort"
      name="answer"
      error="Wählen Sie eine Antwort aus."
      options={[
        { value: 'a', label: 'A' },
        { value: 'b', label: 'B' },
      ]}
      defaultValue="b"
    />,
  )
  expect(page).toMatch(/<fieldset[^>]*aria-describedby="answer-error"/)
  expect(page).toContain('id="answer"')
  expect(page).toMatch(/id="answer-b"[^>]*checked=""/)
})

test('a checkbox says that it is invalid', () => {
  expect(html(<CheckboxField label="Ja" name="yes" error="Bestätigen Sie das." />)).toMatch(/<input[^>]*aria-describedby="yes-error"[^>]*aria-invalid="true"/)
})

test('the error summary leads to the fields and takes the focus without JavaScript', () => {
  const page = html(
    <ErrorSummary
      problems={[
        { field: 'email', message: 'Geben Sie eine Adresse ein.' },
        { field: '', message: 'E-Mail-Adresse oder Passwort stimmt nicht.' },
      ]}
    />,
  )
  expect(page).toContain('<a href="#email">Geben Sie eine Adresse ein.</a>')
  expect(page).toContain('<li>E-Mail-Adresse oder Passwort stimmt nicht.</li>')
  expect(page).toMatch(/<h2[^>]*tabindex="-1"[^>]*autofocus=""/i)
  expect(html(<ErrorSummary problems={[]} />)).toBe('')
})

test('a page has one h1 and a breadcrumb whose last step is the page', () => {
  const page = html(<Page title="Kurs 3" crumbs={[{ label: 'Kurse', href: '/courses' }, { label: 'Kurs 3' }]} actions={<Button>Los</Button>} />)
  expect(page.match(/<h1/g)).toHaveLength(1)
  expect(page).toContain('<span aria-current="page">Kurs 3</span>')
})

test('what a button is about is read but not shown', () => {
  expect(
    html(
      <ButtonLink href="/x" variant="secondary" about="zu Kurs 3">
        Vorschau
      </ButtonLink>,
    ),
  ).toContain('Vorschau<span class="kern-sr-only"> zu Kurs 3</span>')
  expect(
    html(
      <Button name="go" value="1">
        Los
      </Button>,
    ),
  ).toContain('type="submit"')
})

test('a danger alert interrupts, the others wait', () => {
  expect(html(<Alert kind="danger" title="Nein" />)).toContain('role="alert"')
  expect(html(<Alert kind="success" title="Ja" />)).toContain('role="status"')
})

test('a table names its rows and columns, says how it is sorted and carries the column in every cell', () => {
  const page = html(
    <DataTable
      caption="Beschäftigte"
      rows={[{ name: 'Aydın', unit: 'Infopunkt' }]}
      rowKey={(row) => row.name}
      columns={[
        { key: 'name', label: 'Name', rowHeader: true, cell: (row) => row.name, sort: { href: '?sort=-name', direction: 'ascending' } },
        { key: 'unit', label: 'Einheit', cell: (row) => row.unit },
      ]}
    />,
  )
  expect(page).toContain('<th scope="col" aria-sort="ascending"><a href="?sort=-name">Name')
  expect(page).toContain('<th scope="row">Aydın</th>')
  expect(page).toContain('<td data-l="Einheit"><div>Infopunkt</div></td>')
})

test('a table that scrolls can be scrolled by keyboard', () => {
  const page = html(<DataTable narrow="scroll" caption="Liste" rows={[1]} rowKey={String} columns={[{ key: 'a', label: 'A', cell: String }]} />)
  expect(page).toMatch(/<section class="l-scroll" aria-label="Liste, [^"]+" tabindex="0">/)
})

test('paging shows the ends and the neighbours', () => {
  expect(shownPages(5, 9)).toEqual([1, 3, 4, 5, 6, 7, 9])
  expect(shownPages(1, 2)).toEqual([1, 2])
  expect(html(<Paging page={1} pages={1} href={(page) => `?page=${page}`} />)).toBe('')
  expect(html(<Paging page={2} pages={3} href={(page) => `?page=${page}`} />)).toContain('aria-label="Seite 3"')
})

test('the way marks the present step and says every state in words', () => {
  const page = html(
    <Way
      steps={[
        { id: 'a', label: 'A', note: 'gelesen', state: 'done' },
        { id: 'b', label: 'B', note: 'hier geht es weiter', state: 'now' },
      ]}
    />,
  )
  expect(page).toContain('<li class="is-now" aria-current="step">B<small>hier geht es weiter</small></li>')
})

test('the saved line is a region before there is text', () => {
  expect(html(<Saved time={null} />)).toBe('<span class="wb-saved" role="status"></span>')
  expect(html(<Saved time="10:32" />, 'en')).toContain('Saved 10:32')
})

test('every competence is named for those who do not see its picture', () => {
  expect(html(<Competences ids={['K1', 'K8']} />, 'en')).toContain('Mandate and role clarity')
})

test('pager links say the direction', () => {
  expect(html(<Pager next={{ href: '/n', label: '4.3' }} />)).toContain('<a class="wb-pager__next" href="/n" rel="next"><small>Weiter</small>4.3</a>')
})

test('every error status is told in both languages with the id, and unknown ones as their class', () => {
  for (const language of ['de', 'en'] as const) {
    for (const status of [400, 401, 403, 404, 405, 413, 415, 422, 429, 500, 503, 507]) {
      const page = html(<ErrorPage status={status} requestId="id-1" homeHref="/" helpHref="/help" />, language)
      expect(page).toContain('id-1')
      expect(page.match(/<h1>.+<\/h1>/)).not.toBeNull()
    }
  }
  expect([knownStatus(418), knownStatus(502), knownStatus(404)]).toEqual([400, 500, 404])
})

const points = [31, 40, 71].map((value, index) => ({ label: `M${index}`, value }))

test('a line chart shows the same numbers as picture and as table', () => {
  const page = html(
    <LineChart
      id="trend"
      caption="Abschlüsse"
      points={points}
      write={(value) => `${value} %`}
      stepTitle="Monat"
      valueTitle="Anteil"
      target={{ value: 80, label: 'Ziel 80 %' }}
    />,
  )
  expect(page.match(/role="img" aria-labelledby="trend-caption"/g)).toHaveLength(2)
  for (const { value } of points) expect(page).toContain(`<td class="num">${value} %</td>`)
  expect(page).toContain('Ziel 80 %')
})

test('the highest value stands highest and all points lie inside the plot', () => {
  const page = html(
    <LineChart
      id="t"
      caption="c"
      points={[
        { label: 'a', value: 0 },
        { label: 'b', value: 100 },
      ]}
      write={String}
      stepTitle="s"
      valueTitle="v"
    />,
  )
  expect(page).toContain('points="46,294 570,30"')
})

test('a hidden value has a word and no colour, a share its level', () => {
  const page = html(
    <HeatMap
      caption="c"
      corner="Einheit"
      columns={[
        { key: 'a', label: 'Kurs 1' },
        { key: 'b', label: 'Kurs 2' },
      ]}
      rows={[
        {
          key: 'r',
          name: 'Infopunkt',
          cells: [
            { kind: 'share', percent: 89, text: '89 %' },
            { kind: 'hidden', word: 'unter 5' },
          ],
        },
      ]}
      legend={{ below: 'a', from50: 'b', from60: 'c', from75: 'd', from90: 'e' }}
    />,
  )
  expect(page).toContain('<td class="h4" data-l="Kurs 1">89 %</td>')
  expect(page).toContain('<td class="hx" data-l="Kurs 2"><span>unter 5</span></td>')
  expect([0, 50, 60, 75, 90].map(heatLevel)).toEqual(['h1', 'h2', 'h3', 'h4', 'h5'])
})
