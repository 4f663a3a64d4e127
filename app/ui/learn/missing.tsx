import type { Course, Module } from '#app/content/course.ts'
import { shownLanguage } from '#app/domain/catalogue/catalogue.ts'
import type { Standing } from '#app/domain/progress/standing.ts'
import { useLanguage, useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { kept } from '../kept-markup.tsx'
import { nextHref } from './next-step.tsx'
import { itemName, moduleText } from './step-title.ts'

interface MissingProps {
  readonly course: Course
  readonly standing: Standing
}

/**
 * "Das fehlt noch": the question asked most often gets a list of its own, each line with the way to its very step.
 * Modules not begun are drawn together where they follow each other.
 */
export const MissingList = kept<MissingProps>(({ course, standing }) => {
  const t = useT()
  const gain = standing.missing.find((one) => one.kind === 'pass_mark')
  if (standing.missing.length === 0) return <p>{t('learn.nothingMissing')}</p>
  return (
    <ul>
      {stretchesOf(course, standing).map(([module, ...others]) =>
        isBegun(standing, module) ? (
          <Begun key={module.id} {...{ course, standing, module }} />
        ) : (
          <Ahead key={module.id} course={course} modules={[module, ...others]} />
        ),
      )}
      {gain === undefined ? null : (
        <li>
          {t('learn.missingPass', { score: gain.reached, mark: gain.needed })}
          <Steps course={course} steps={gain.items} />
        </li>
      )}
    </ul>
  )
})

type Stretch = readonly [Module, ...Module[]]

const isBegun = (standing: Standing, { id }: Module) => standing.modules.some((state) => state.id === id && state.opened)

/** The modules that are not completed, in order: each begun one alone, neighbours that are not begun together. */
const stretchesOf = (course: Course, standing: Standing): readonly Stretch[] => {
  const stretches: [Module, ...Module[]][] = []
  let before: Module | undefined
  for (const module of course.modules) {
    if (!standing.missing.some((one) => 'module_id' in one && one.module_id === module.id)) before = undefined
    else if (before !== undefined && !isBegun(standing, before) && !isBegun(standing, module)) {
      stretches.at(-1)?.push(module)
      before = module
    } else {
      stretches.push([module])
      before = module
    }
  }
  return stretches
}

const Begun = ({ course, standing, module }: MissingProps & { readonly module: Module }) => {
  const t = useT()
  const steps = standing.missing.flatMap((one) => (one.kind === 'item' && one.module_id === module.id ? [one] : []))
  return (
    <li>
      {steps.length === 0 ? (
        <a href={paths.module(course.slug, module.slug, 'module-end')}>{t('learn.missingFinish', { number: module.number })}</a>
      ) : (
        <>
          {t('learn.stepModule', { number: module.number })}
          <Steps course={course} steps={steps} />
        </>
      )}
    </li>
  )
}

const Ahead = ({ course, modules }: { readonly course: Course; readonly modules: Stretch }) => {
  const t = useT()
  const [first] = modules
  const minutes = modules.reduce((sum, module) => sum + module.minutes, 0)
  return (
    <li>
      <a href={paths.module(course.slug, first.slug)}>
        {modules.length === 1
          ? t('learn.missingModule', { number: first.number, minutes })
          : t('learn.missingModules', { from: first.number, to: modules.at(-1)?.number ?? '', minutes })}
      </a>
    </li>
  )
}

/** Links to items, named as everywhere. Steps of several modules say which. */
const Steps = ({ course, steps }: { readonly course: Course; readonly steps: readonly { readonly module_id: string; readonly item_id: string }[] }) => {
  const [t, language] = [useT(), useLanguage()]
  const shown = shownLanguage(course, language)
  const several = new Set(steps.map(({ module_id }) => module_id)).size > 1
  return (
    <ul>
      {steps.map((step) => {
        const module = course.modules.find(({ id }) => id === step.module_id)
        if (module === undefined) return null
        const text = moduleText(course, module, language)
        return (
          <li key={`${step.module_id} ${step.item_id}`}>
            <a href={nextHref(course, step)}>
              {several ? `${t('learn.stepModule', { number: module.number })}, ` : null}
              <span lang={shown === language || !('title' in (text.items[step.item_id] ?? {})) ? undefined : shown}>
                {itemName(t, module, text, step.item_id)}
              </span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}
