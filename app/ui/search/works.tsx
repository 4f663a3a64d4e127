import { CHECKS } from '#app/content/course/bibliography.ts'
import type { Work } from '#app/domain/catalogue/works.ts'
import { useFormat, useLanguage, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { classes } from '../class-names.ts'
import { moduleText } from '../learn/step-title.ts'

type Subject = Work['subject']
type Check = (typeof CHECKS)[number]

/** What each mark says, in words. */
export const StatusLegend = () => {
  const t = useT()
  return (
    <section className="wb-panel l-stack l-stack--s" aria-labelledby="works-legend">
      <h2 className="t-h4" id="works-legend">
        {t('search.legend')}
      </h2>
      <dl className="wb-legend">
        {CHECKS.map((check) => (
          <div key={check}>
            <dt>
              <Mark check={check} />
            </dt>
            <dd>{t(`search.statusText.${check}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Links to the subjects of the page. */
export const SubjectJumps = ({ subjects }: { readonly subjects: readonly Subject[] }) => {
  const t = useT()
  return (
    <nav className="no-print" aria-label={t('search.subjects')}>
      <ul className="wb-jumps">
        {subjects.map((subject) => (
          <li key={subject}>
            <a href={`#${subject}`}>{t(`search.subject.${subject}`)}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The works of one subject. */
export const Works = ({ subject, works }: { readonly subject: Subject; readonly works: readonly Work[] }) => {
  const t = useT()
  return (
    <section aria-labelledby={subject}>
      <h2 id={subject}>{t(`search.subject.${subject}`)}</h2>
      <ul className="wb-works">
        {works.map((work) => (
          <li key={work.id} id={`work-${work.id}`}>
            <WorkEntry work={work} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const WorkEntry = ({ work }: { readonly work: Work }) => {
  const t = useT()
  const format = useFormat()
  const language = useLanguage()
  const foreign = work.lang === language ? undefined : work.lang
  const date = format.dateTime(new Date(`${work.checked}T12:00:00Z`), { day: 'numeric', month: 'long', year: 'numeric' })
  return (
    <article className="l-stack l-stack--s">
      <div>
        <p>{t('search.authors', { names: namesOf(work), more: yes(work.more_authors), editors: yes(work.editors), year: String(work.year) })}</p>
        <h3 className="t-h4" lang={work.title === undefined ? undefined : foreign}>
          {work.title ?? t('search.noTitle')}
        </h3>
        {work.published === undefined && work.doi === undefined ? null : (
          <p className="t-small">
            {work.published === undefined ? null : <span lang={foreign}>{work.published}</span>}
            {work.published === undefined || work.doi === undefined ? null : '\u00a0· '}
            {work.doi === undefined ? null : (
              <a href={`https://doi.org/${encodeURI(work.doi)}`} rel="noreferrer">
                {t('search.doi', { doi: work.doi })}
              </a>
            )}
          </p>
        )}
      </div>
      <p className="wb-checks">
        {work.status.map((check) => (
          <Mark key={check} check={check} />
        ))}
        <span className="t-meta">{t('search.checked', { date })}</span>
      </p>
      <dl className="wb-work__facts">
        <Fact name={t('search.supports')} text={work.supports[language]} />
        <Fact name={t('search.limits')} text={work.limits[language]} />
        {work.open === undefined ? null : <Fact name={t('search.open')} text={work.open[language]} />}
        {work.usedIn.length === 0 ? null : (
          <div>
            <dt>{t('search.usedIn')}</dt>
            <dd>
              <ul>
                {work.usedIn.map(({ course, module }) => (
                  <li key={`${course.id} ${module.id}`}>
                    <a href={paths.module(course.slug, module.slug)} lang={course.languages.includes(language) ? undefined : course.languages[0]}>
                      {module.number} {moduleText(course, module, language).title}
                    </a>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
    </article>
  )
}

const Fact = ({ name, text }: { readonly name: string; readonly text: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{text}</dd>
  </div>
)

/** The mark is a word; its edge only repeats it. */
const Mark = ({ check }: { readonly check: Check }) => (
  <span className={classes('wb-check-mark', `wb-check-mark--${check}`)}>{useT()(`search.status.${check}`)}</span>
)

const yes = (value: boolean | undefined) => (value === true ? 'yes' : 'no')

/** "A, B & C", or "A, B" where more follow. */
const namesOf = ({ authors, more_authors }: Work): string => {
  const last = authors.at(-1) ?? ''
  return authors.length < 2 || more_authors === true ? authors.join(', ') : `${authors.slice(0, -1).join(', ')} & ${last}`
}
