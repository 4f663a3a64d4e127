import type { Course, Module } from '#app/content/course.ts'
import { shownLanguage } from '#app/domain/catalogue/catalogue.ts'
import { isRequired, type Standing } from '#app/domain/progress/standing.ts'
import { useFormat, useLanguage, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { Alert } from '../alert.tsx'
import { Button, ButtonLink } from '../button.tsx'
import { withoutMarks } from '../items/inline-text.tsx'
import { kept } from '../kept-markup.tsx'
import { nextHref } from './next-step.tsx'
import { itemName, moduleText } from './step-title.ts'

interface ModuleEndProps {
  readonly course: Course
  readonly module: Module
  readonly standing: Standing
  readonly eventId: string
  /** The form was sent although steps are missing. */
  readonly refused?: boolean
}

/** The end of a module: what is still missing with a way to it, or the button that completes it, or where to go on. */
export const ModuleEnd = kept<ModuleEndProps>(({ course, module, standing, eventId, refused = false }) => {
  const [t, language] = [useT(), useLanguage()]
  const state = standing.modules.find(({ id }) => id === module.id)
  const { aid } = moduleText(course, module, language)
  return (
    <section className="wb-panel l-stack" id="module-end" aria-labelledby="module-end-title" data-refresh>
      <h2 className="t-h3" id="module-end-title">
        {state?.done ? t('learn.moduleDone', { number: module.number }) : t('learn.yourModule')}
      </h2>
      {state?.completed_at ? (
        <Done course={course} standing={standing} completedAt={state.completed_at} />
      ) : (
        <Open {...{ course, module, standing, eventId, refused }} />
      )}
      {standing.missing.length === 0 ? null : (
        <p>
          <a href={`${paths.course(course.slug)}#missing`}>{t('module.missingInCourse', { number: course.number })}</a>
        </p>
      )}
      {aid === undefined ? null : (
        <p>
          {t('aid.beside')}{' '}
          <a href={paths.jobAid(course.slug, module.slug)}>
            {t('aid.name')}: <span lang={course.languages.includes(language) ? undefined : shownLanguage(course, language)}>{withoutMarks(aid.title)}</span>
          </a>
        </p>
      )}
    </section>
  )
}, 'eventId')

const Open = ({ course, module, standing, eventId, refused }: Required<ModuleEndProps>) => {
  const [t, language] = [useT(), useLanguage()]
  const missing = standing.modules.find(({ id }) => id === module.id)?.missing ?? []
  const text = moduleText(course, module, language)
  if (missing.length > 0) {
    const list = (
      <ul>
        {missing.map((item) => (
          <li key={item.id}>
            <a href={`#item-${item.id}`}>{itemName(t, module, text, item.id)}</a>
          </li>
        ))}
      </ul>
    )
    return refused ? (
      <Alert kind="danger" title={t('learn.finishRefused')}>
        {list}
      </Alert>
    ) : (
      <>
        <p>{t('learn.finishMissing', { count: missing.length })}</p>
        {list}
      </>
    )
  }
  return (
    <>
      <p className="t-measure">{t(module.items.some(isRequired) ? 'learn.finishReady' : 'learn.finishReadOnly')}</p>
      <form method="post" action={paths.moduleCompletion(course.slug, module.slug)}>
        <input type="hidden" name="event_id" value={eventId} />
        <Button>{t('learn.finishModule', { number: module.number })}</Button>
      </form>
    </>
  )
}

const Done = ({ course, standing, completedAt }: { readonly course: Course; readonly standing: Standing; readonly completedAt: string }) => {
  const [t, format, language] = [useT(), useFormat(), useLanguage()]
  const gain = standing.missing.find((one) => one.kind === 'pass_mark')
  const following = course.modules.find(({ id }) => id === standing.next?.module_id)
  return (
    <>
      <p className="t-measure">{t('learn.moduleDoneOn', { date: format.dateTime(new Date(completedAt), { dateStyle: 'long' }) })}</p>
      {gain === undefined ? null : (
        <>
          <p className="t-measure">{t('learn.passMissed', { score: gain.reached, mark: gain.needed })}</p>
          <h3 className="t-h4">{t('learn.passRetry')}</h3>
          <ul>
            {gain.items.map(({ module_id, item_id }) => {
              const module = course.modules.find(({ id }) => id === module_id)
              return module === undefined ? null : (
                <li key={`${module_id} ${item_id}`}>
                  <a href={paths.module(course.slug, module.slug, `item-${item_id}`)}>
                    {t('learn.stepModule', { number: module.number })}, {itemName(t, module, moduleText(course, module, language), item_id)}
                  </a>
                </li>
              )
            })}
          </ul>
        </>
      )}
      {standing.status === 'completed' ? (
        <div className="l-cluster">
          <ButtonLink href={paths.courseCompletion(course.slug)}>{t('learn.seeResult')}</ButtonLink>
        </div>
      ) : gain === undefined && standing.next !== null && following !== undefined ? (
        <div className="l-cluster">
          <ButtonLink href={nextHref(course, standing.next)}>{t('learn.continueToModule', { number: following.number })}</ButtonLink>
        </div>
      ) : null}
    </>
  )
}
