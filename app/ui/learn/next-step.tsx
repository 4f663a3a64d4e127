import type { Course, Language, Module } from '#app/content/course.ts'
import { findModule, shownLanguage } from '#app/domain/catalogue/catalogue.ts'
import { isRequired, type Standing } from '#app/domain/progress/standing.ts'
import { OWN_PAGE_KINDS } from '#app/content/items/item.ts'
import { type Translate, useLanguage, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '../button.tsx'
import { Cover } from '../cover.tsx'
import { kept } from '../kept-markup.tsx'
import { Way, type WayStep } from '../way.tsx'
import { StartCourse } from './start-course.tsx'
import { courseText, itemDone, itemName, itemTask, moduleText, questionNumber } from './step-title.ts'

/** Where the next step of a course is: the spot itself, so that nobody has to look for it. */
export const nextHref = (course: Course, next: NonNullable<Standing['next']>): string => {
  const module = findModule(course, next.module_id)
  if (module === undefined) return paths.course(course.slug)
  const item = module.items.find(({ id }) => id === next.item_id)
  if (item === undefined) return paths.module(course.slug, module.slug)
  return OWN_PAGE_KINDS.has(item.kind) ? paths.item(course.slug, module.slug, item.id) : paths.module(course.slug, module.slug, `item-${item.id}`)
}

/** The next step as it stands on a button: with the situation, with question 3, or with the module. */
export const continueLabel = (t: Translate, course: Course, next: NonNullable<Standing['next']>, language: Language): string => {
  const module = findModule(course, next.module_id)
  if (module === undefined) return t('learn.continueWith', { title: courseText(course, language).title })
  const text = moduleText(course, module, language)
  if (next.item_id === undefined) return t('learn.continueWith', { title: text.title })
  const item = text.items[next.item_id]
  if (item !== undefined && 'title' in item) return t('learn.continueWith', { title: item.title })
  return t('learn.continueWithQuestion', { number: questionNumber(module, next.item_id) })
}

/** The large field of the start page: one step, its name, how long it takes, and the way it lies on. */
export const NextStep = kept<{ readonly course: Course; readonly standing: Standing; readonly eventId: string }>(({ course, standing, eventId }) => {
  const t = useT()
  const language = useLanguage()
  const { next } = standing
  const module = next === null ? undefined : findModule(course, next.module_id)
  if (next === null || module === undefined) return null
  const text = moduleText(course, module, language)
  const foreign = shownLanguage(course, language) === language ? undefined : shownLanguage(course, language)
  const begun = standing.status !== 'open'
  const title = courseText(course, language).title
  return (
    <section className="wb-next" aria-labelledby="next-step">
      <Cover courseId={course.id} number={course.number} cols={6} rows={7} />
      <div className="wb-next__body">
        <div className="l-stack l-stack--s">
          <p className="t-kicker">
            {begun ? t('learn.continueKicker', { course: course.number, title, module: module.number }) : t('learn.nextKicker', { course: course.number })}
          </p>
          <h2 id="next-step" className="t-h1" lang={foreign}>
            {begun ? heading(t, module, text, next.item_id, standing) : title}
          </h2>
          <p className="t-lead">{begun ? lead(t, module, standing) : courseText(course, language).summary}</p>
        </div>
        <div className="l-cluster">
          {begun ? (
            <ButtonLink href={nextHref(course, next)}>{continueLabel(t, course, next, language)}</ButtonLink>
          ) : (
            <StartCourse course={course} eventId={eventId} />
          )}
          <a href={paths.course(course.slug)}>{t('learn.courseOverview', { number: course.number })}</a>
          {begun ? <a href={`${paths.course(course.slug)}#missing`}>{t('learn.missing')}</a> : null}
        </div>
        <Way horizontal steps={wayOf(t, course, module, standing, language)} />
      </div>
    </section>
  )
}, 'eventId')

const heading = (t: Translate, module: Module, text: ReturnType<typeof moduleText>, itemId: string | undefined, standing: Standing): string => {
  if (standing.missing[0]?.kind === 'pass_mark') return t('learn.doPass')
  if (itemId !== undefined) return itemTask(t, module, text, itemId)
  const state = standing.modules.find(({ id }) => id === module.id)
  const finish = state?.opened === true && state.missing.length === 0
  return t(finish ? 'learn.doFinish' : 'learn.doModule', { module: module.number, title: text.title })
}

const lead = (t: Translate, module: Module, standing: Standing): string => {
  const gain = standing.missing[0]
  if (gain?.kind === 'pass_mark') return t('learn.missingPass', { score: gain.reached, mark: gain.needed })
  const state = standing.modules.find(({ id }) => id === module.id)
  const item = module.items.find(({ id }) => id === standing.next?.item_id)
  const minutes = t('learn.aboutMinutes', { minutes: Math.ceil(item?.minutes ?? state?.minutes_left ?? module.minutes) })
  if (item === undefined) return minutes
  const rest = (state?.missing.length ?? 1) - 1
  return `${minutes} ${rest === 0 ? t('learn.thenModuleDone', { module: module.number }) : t('learn.stepsLeft', { module: module.number, count: rest })}`
}

/** Four stations: what lies just behind, the present, what comes. Within a module its steps, between modules the modules. */
const wayOf = (t: Translate, course: Course, module: Module, standing: Standing, language: Language): readonly WayStep[] => {
  const all = standing.next?.item_id === undefined ? modulesOnTheWay(t, course, standing, language) : stepsOnTheWay(t, course, module, standing, language)
  const now = Math.max(
    0,
    all.findIndex(({ state }) => state === 'now'),
  )
  const from = Math.max(0, Math.min(now - 1, all.length - 4))
  return all.slice(from, from + 4)
}

const modulesOnTheWay = (t: Translate, course: Course, standing: Standing, language: Language): WayStep[] =>
  course.modules.map((module) => {
    const state = standing.modules.find(({ id }) => id === module.id)
    const now = module.id === standing.next?.module_id
    const minutes = t('learn.stepMinutes', { minutes: state?.minutes_left ?? module.minutes })
    const here = standing.status === 'started' ? t('learn.here') : t('learn.startHere')
    return {
      id: module.id,
      label: moduleText(course, module, language).title,
      note: now ? here : state?.done ? t('learn.statusCompleted') : minutes,
      state: now ? 'now' : state?.done ? 'done' : 'open',
    }
  })

const stepsOnTheWay = (t: Translate, course: Course, module: Module, standing: Standing, language: Language): WayStep[] => {
  const text = moduleText(course, module, language)
  const missing = standing.modules.find(({ id }) => id === module.id)?.missing ?? []
  const steps = module.items.filter(isRequired).map((item): WayStep => {
    const now = item.id === standing.next?.item_id
    const open = missing.some(({ id }) => id === item.id)
    return {
      id: item.id,
      label: itemName(t, module, text, item.id),
      note: now ? t('learn.here') : open ? t('learn.stepMinutes', { minutes: Math.ceil(item.minutes) }) : itemDone(t, text, item.id),
      state: now ? 'now' : open ? 'open' : 'done',
    }
  })
  const following = course.modules[course.modules.indexOf(module) + 1]
  return following === undefined
    ? steps
    : [
        ...steps,
        {
          id: following.id,
          label: t('learn.stepModule', { number: following.number }),
          note: t('learn.stepMinutes', { minutes: following.minutes }),
          state: 'open',
        },
      ]
}
