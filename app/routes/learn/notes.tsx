import { type MetaFunction, redirect } from '@remix-run/node'
import { z } from 'zod'
import type { Course, Module } from '#app/content/course.ts'
import { shownLanguage } from '#app/domain/catalogue/catalogue.ts'
import { deleteNote } from '#app/domain/notes/delete-note.server.ts'
import { blocksOf, placeNotes } from '#app/domain/notes/place-notes.ts'
import { listOwnNotes } from '#app/domain/notes/queries.server.ts'
import { Incomplete } from '#app/domain/refusals.ts'
import { defineAction, defineLoader } from '#app/http/guard.server.ts'
import { usePageData } from '#app/http/page-data.tsx'
import { useLanguage, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { Empty } from '#app/ui/empty.tsx'
import { courseText, moduleText } from '#app/ui/learn/step-title.ts'
import { GoneNotes, NoteList } from '#app/ui/notes/note-list.tsx'
import { Page } from '#app/ui/page.tsx'
import { PrivateLine } from '#app/ui/private-line.tsx'
import { pageTitle } from '#app/ui/page-title.ts'

const sentForm = z.object({ note: z.string().min(1).max(120), seen: z.string().max(40) })

export const loader = defineLoader({ allow: ['learner'] }, async ({ db, actor, house, language, t }) => {
  const notes = await listOwnNotes(db, actor)
  const modules = house.catalogue.courses.flatMap((course) => course.modules.map((module) => ({ course, module })))
  const groups = modules.flatMap(({ course, module }) => {
    const own = notes.filter((note) => note.course_id === course.id && note.module_id === module.id)
    return own.length === 0 ? [] : [{ course, module, placed: placeNotes(own, blocksOf(module), shownLanguage(course, language)) }]
  })
  const gone = notes.filter((note) => !modules.some(({ course, module }) => note.course_id === course.id && note.module_id === module.id))
  return { title: pageTitle(t('note.title')), groups, gone }
})

/** Deletes a note of a module that is gone: all others are deleted where they stand. One that was changed elsewhere stays. */
export const action = defineAction({ allow: ['learner'] }, async ({ tx, actor, form }) => {
  const sent = sentForm.safeParse(form)
  if (!sent.success) throw new Incomplete()
  await deleteNote(tx, actor, { id: sent.data.note, seen: sent.data.seen })
  return redirect(paths.notes(), 303)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }]

/** All own notes, to read, print and find again. */
export default function NotesPage() {
  const { groups, gone } = usePageData<typeof loader>()
  const t = useT()
  const courses = [...new Set(groups.map(({ course }) => course))]
  return (
    <Page title={t('note.title')} lead={t('note.lead')} width="narrow">
      <PrivateLine>{t('note.private')}</PrivateLine>
      {groups.length === 0 && gone.length === 0 ? (
        <Empty title={t('note.emptyTitle')} action={{ href: paths.courses(), label: t('note.toCourses') }}>
          {t('note.emptyText')}
        </Empty>
      ) : null}
      {courses.map((course) => (
        <CourseNotes key={course.id} course={course} groups={groups.filter((group) => group.course === course)} />
      ))}
      {gone.length === 0 ? null : (
        <section className="l-stack" aria-labelledby="notes-gone">
          <h2 id="notes-gone">{t('note.gone')}</h2>
          <p className="t-small">{t('note.goneText')}</p>
          <GoneNotes notes={gone} action={paths.notes()} />
        </section>
      )}
    </Page>
  )
}

interface CourseNotesProps {
  readonly course: Course
  readonly groups: readonly { readonly module: Module; readonly placed: ReturnType<typeof placeNotes> }[]
}

const CourseNotes = ({ course, groups }: CourseNotesProps) => {
  const [t, language] = [useT(), useLanguage()]
  const foreign = shownLanguage(course, language) === language ? undefined : shownLanguage(course, language)
  return (
    <section className="l-stack l-stack--l" aria-labelledby={`notes-${course.id}`}>
      <h2 id={`notes-${course.id}`}>
        {t('learn.courseKicker', { number: course.number })}: <span lang={foreign}>{courseText(course, language).title}</span>
      </h2>
      {groups.map(({ module, placed }) => (
        <section className="l-stack" key={module.id} aria-labelledby={`notes-${course.id}-${module.id}`}>
          <h3 id={`notes-${course.id}-${module.id}`}>
            <a href={paths.module(course.slug, module.slug)} lang={foreign}>
              {module.number} {moduleText(course, module, language).title}
            </a>
          </h3>
          <NoteList {...{ course, module, placed }} />
        </section>
      ))}
    </section>
  )
}
