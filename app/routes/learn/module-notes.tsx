import { type MetaFunction, redirect } from '@remix-run/node'
import { z } from 'zod'
import { shownLanguage } from '#app/domain/catalogue/catalogue.ts'
import { getModule, moduleParams } from '#app/domain/catalogue/place.ts'
import { type FormValues, lengthOf, oneValue } from '#app/domain/assessment/form-values.ts'
import { deleteNote } from '#app/domain/notes/delete-note.server.ts'
import { NOTE_LIMIT } from '#app/domain/notes/note.ts'
import { blocksOf, placeNotes } from '#app/domain/notes/place-notes.ts'
import { listNotesOf } from '#app/domain/notes/queries.server.ts'
import { saveNote } from '#app/domain/notes/save-note.server.ts'
import { Incomplete } from '#app/domain/refusals.ts'
import { defineAction, defineLoader } from '#app/http/guard.server.ts'
import { useActionResult, usePageData } from '#app/http/page-data.tsx'
import { refuseForm, titleOf } from '#app/http/refuse-form.server.ts'
import { type Translate, useLanguage, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { newId } from '#app/platform/ids.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { crumbsTo } from '#app/ui/learn/crumbs-to.ts'
import { moduleText } from '#app/ui/learn/step-title.ts'
import { firstWords, type NoteDraft } from '#app/ui/notes/draft.ts'
import { NOTE_FIELD, NoteForm } from '#app/ui/notes/note-form.tsx'
import { NoteList } from '#app/ui/notes/note-list.tsx'
import { Page } from '#app/ui/page.tsx'
import { PrivateLine } from '#app/ui/private-line.tsx'

/** What every form of ours carries by itself; the text is judged by the domain, with a sentence. */
const sentForm = z.object({
  intent: z.enum(['save', 'delete']),
  note: z.string().regex(/^[0-9A-Za-z.-]{8,120}$/),
  seen: z.string().max(40).default(''),
  block: z.string().max(200),
  quote: z.string().max(20_000).default(''),
  language: z.enum(['de', 'en']),
  text: z.string().default(''),
})

export const loader = defineLoader({ allow: ['learner'], params: moduleParams }, async ({ db, actor, house, params, language, context, t }) => {
  const { course, module } = getModule(house.catalogue, params)
  const notes = await listNotesOf(db, actor, { course_id: course.id, module_id: module.id })
  const title = t('note.ofModule', { number: module.number })
  return {
    course,
    module,
    title,
    documentTitle: titleOf(context, t, title),
    placed: placeNotes(notes, blocksOf(module), shownLanguage(course, language)),
    newId: newId(),
  }
})

/** Keeps or deletes one note. What cannot be kept comes back with its text, and with the other version where there is one. */
export const action = defineAction({ allow: ['learner'], params: moduleParams }, async ({ tx, actor, house, context, params, form, now }) => {
  const { course, module } = getModule(house.catalogue, params)
  const sent = sentForm.safeParse(form)
  if (!sent.success) throw new Incomplete()
  const { intent, note, seen, block, quote, language, text } = sent.data
  const words = blocksOf(module)[language]?.find(({ id }) => id === block)?.text
  // The form brings the words its person saw: the module may have been edited since.
  const place = { course_id: course.id, module_id: module.id, block_id: block, quote: quote || (words ?? ''), language }
  const outcome = intent === 'delete' ? await deleteNote(tx, actor, { id: note, seen }) : await saveNote(tx, actor, place, { id: note, seen, text, now })
  if (outcome === 'saved' || outcome === 'deleted' || outcome === 'nothing_there')
    return redirect(paths.moduleWithNotes(course.slug, module.slug, undefined, words === undefined ? undefined : block), 303)
  return refuseForm(context, { problems: { text: intent === 'delete' ? 'not_deleted' : outcome }, values: form })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.documentTitle ?? '' }]

/** The notes of one module; after a refused form that form, with nothing lost. */
export default function ModuleNotesPage() {
  const { course, module, title, placed, newId: fresh } = usePageData<typeof loader>()
  const refusal = useActionResult<typeof action>()
  const [t, language] = [useT(), useLanguage()]
  const crumbs = [...crumbsTo(t, course, module), { label: title }]
  if (refusal === undefined) {
    return (
      <Page title={title} kicker={moduleText(course, module, language).title} width="narrow" gap="l" crumbs={crumbs}>
        <PrivateLine>{t('note.private')}</PrivateLine>
        {placed.length === 0 ? <p>{t('note.noneInModule')}</p> : <NoteList {...{ course, module, placed }} />}
        <div className="l-cluster no-print">
          <ButtonLink variant="secondary" href={paths.moduleWithNotes(course.slug, module.slug)}>
            {t('note.switchOn')}
          </ButtonLink>
          <a href={paths.notes()}>{t('note.all')}</a>
        </div>
      </Page>
    )
  }
  const typed = (name: string) => oneValue(refusal.values, name) ?? ''
  const problem = refusal.problems['text'] ?? ''
  const other =
    problem === 'newer' || problem === 'not_deleted'
      ? (placed.find(({ note }) => note.id === typed('note')) ?? placed.find(({ note }) => note.block_id === typed('block')))?.note
      : undefined
  const draft: NoteDraft = {
    // Sent again, the form has now seen the other version; a note that was deleted elsewhere becomes a new one.
    id: other?.id ?? (problem === 'gone' ? fresh : typed('note')),
    seen: other?.saved_at ?? (problem === 'gone' ? '' : typed('seen')),
    block_id: typed('block'),
    quote: typed('quote'),
    language: typed('language') === 'en' ? 'en' : 'de',
    text: typed('text'),
  }
  const sentence = sentenceOf(t, problem, refusal.values)
  return (
    <Page title={t('note.own')} width="narrow" gap="l" crumbs={crumbs}>
      <ErrorSummary problems={[{ field: NOTE_FIELD, message: sentence }]} />
      {draft.quote === '' ? null : (
        <blockquote className="wb-jot__quote t-small" lang={draft.language}>
          {firstWords(draft.quote, 300)}
        </blockquote>
      )}
      {other === undefined ? null : (
        <section className="wb-jot" aria-labelledby="note--stored">
          <h2 className="t-h4" id="note--stored">
            {t('note.stored')}
          </h2>
          <p className="wb-jot__text">{other.text}</p>
        </section>
      )}
      <NoteForm
        draft={draft}
        action={paths.moduleNotes(course.slug, module.slug)}
        cancelHref={paths.moduleWithNotes(course.slug, module.slug, undefined, draft.block_id)}
        error={sentence}
      />
    </Page>
  )
}

const sentenceOf = (t: Translate, problem: string, values: FormValues): string => {
  if (problem === 'too_long') return t('note.tooLong', { length: lengthOf((oneValue(values, 'text') ?? '').trim()), limit: NOTE_LIMIT })
  if (problem === 'newer') return t('note.newer')
  if (problem === 'not_deleted') return t('note.notDeleted')
  if (problem === 'gone') return t('note.deletedElsewhere')
  // Only a note that was saved has a button that deletes it.
  return t((oneValue(values, 'seen') ?? '') === '' ? 'note.nothing' : 'note.empty')
}
