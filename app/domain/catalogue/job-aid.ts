/** The job aid of a module, ready to be shown or printed. */
import type { JobAid } from '#app/content/aid/job-aid.ts'
import type { Course, Language, Module } from '#app/content/course.ts'
import { shownLanguage } from './catalogue.ts'

/** A sheet with what stands around it. Holds nothing about a person. */
export interface JobAidSheet {
  readonly aid: JobAid
  readonly language: Language
  /** Its helpful sentences in German, where the sheet speaks another language: that is how they are said at the counter. */
  readonly spoken: readonly string[]
  readonly course_number: number
  /** "3.2" */
  readonly module_number: string
  readonly module_title: string
  /** Day on which the revision was published, YYYY-MM-DD. */
  readonly published_on: string
}

/** In the wished language or the one the course has; undefined where the module has no job aid. */
export const findJobAid = (course: Course, module: Module, wished: Language): JobAidSheet | undefined => {
  const language = shownLanguage(course, wished)
  const text = module.text[language]
  if (text?.aid === undefined) return undefined
  return {
    aid: text.aid,
    language,
    spoken: language === 'de' ? [] : (module.text.de?.aid?.say ?? []),
    course_number: course.number,
    module_number: module.number,
    module_title: text.title,
    published_on: course.published_on,
  }
}
