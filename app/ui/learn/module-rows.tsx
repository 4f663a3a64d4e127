import type { Course, Module } from '#app/content/course.ts'
import { shownLanguage } from '#app/domain/catalogue/catalogue.ts'
import { isRequired, type ModuleStanding, type Standing } from '#app/domain/progress/standing.ts'
import { useFormat, useLanguage, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { kept } from '../kept-markup.tsx'
import { minutesSentence } from '../minutes.ts'
import { State } from '../state.tsx'
import { moduleText } from './step-title.ts'

/** The modules of a course as lines, the one to go on with lit. */
export const ModuleRows = kept<{ readonly course: Course; readonly standing: Standing }>(({ course, standing }) => {
  const [t, language] = [useT(), useLanguage()]
  const shown = shownLanguage(course, language)
  return (
    <ol className="wb-rows wb-rows--mod">
      {course.modules.map((module) => {
        const state = standing.modules.find(({ id }) => id === module.id)
        const text = moduleText(course, module, language)
        const now = standing.status === 'started' && standing.next?.module_id === module.id
        return (
          <li key={module.id} className={now ? 'is-now' : undefined}>
            <span className="wb-rows__n">{module.number}</span>
            <div>
              <a className="wb-rows__t" href={paths.module(course.slug, module.slug)} lang={shown === language ? undefined : shown}>
                {text.title}
              </a>
              <p className="t-meta">
                {minutesSentence(t, module.minutes, module.reading_minutes)}
                {text.aid === undefined || !state?.completed_at ? null : (
                  <>
                    {' · '}
                    <a href={paths.jobAid(course.slug, module.slug)}>
                      {t('aid.name')}
                      <span className="kern-sr-only"> {t('aid.ofModule', { module: module.number })}</span>
                    </a>
                  </>
                )}
              </p>
            </div>
            <ModuleState module={module} state={state} now={now} />
          </li>
        )
      })}
    </ol>
  )
})

const ModuleState = ({ module, state, now }: { readonly module: Module; readonly state: ModuleStanding | undefined; readonly now: boolean }) => {
  const [t, format] = [useT(), useFormat()]
  if (state?.completed_at)
    return <State kind="done">{t('learn.statusCompletedOn', { date: format.dateTime(new Date(state.completed_at), { dateStyle: 'medium' }) })}</State>
  // The completion itself is the last step, so that "3 von 3" never stands beside something open.
  const total = module.items.filter(isRequired).length + 1
  const done = total - 1 - (state?.missing.length ?? total - 1)
  const words = state?.opened && total > 1 ? t('learn.moduleSteps', { done, total }) : t('learn.moduleOpen')
  return <State kind={now ? 'now' : 'open'}>{words}</State>
}
