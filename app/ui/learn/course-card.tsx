import type { CompetenceId } from '#app/content/course.ts'
import { useT } from '#app/i18n/translate.ts'
import { Competences } from '../competence.tsx'
import { Cover } from '../cover.tsx'
import { kept } from '../kept-markup.tsx'

/** What a card shows of a course. */
export interface CourseCardProps {
  readonly id: string
  readonly number: number
  readonly title: string
  /** Language of title and summary where it is not the page's. */
  readonly lang?: string | undefined
  readonly summary: string
  readonly minutes: number
  readonly modules: number
  readonly competences: readonly CompetenceId[]
  readonly href: string
  /** In words: "Begonnen", "Abgeschlossen 09.11.2026", "Neu seit …". */
  readonly status?: string | undefined
  readonly headingLevel?: 2 | 3
}

/** A course in a list; the whole card is its one link. */
export const CourseCard = kept<CourseCardProps>(({ id, number, title, lang, summary, minutes, modules, competences, href, status, headingLevel = 3 }) => {
  const t = useT()
  const Heading = `h${headingLevel}` as const
  return (
    <article className="wb-card">
      <Cover courseId={id} number={number} />
      <p className="t-kicker">{t('learn.cardMeta', { number, minutes, modules })}</p>
      <Heading className="t-h3">
        <a href={href} lang={lang}>
          {title}
        </a>
      </Heading>
      <p lang={lang}>{summary}</p>
      <div className="wb-card__foot">
        <Competences ids={competences} />
        {status ? <span className="wb-card__status">{status}</span> : null}
      </div>
    </article>
  )
})
