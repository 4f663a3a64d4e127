import { z } from 'zod'
import type { Course, Module } from '#app/content/course.ts'
import { NotFound } from '#app/domain/refusals.ts'
import { type Catalogue, findCourse, findModule } from './catalogue.ts'

/** Parameters of a course's URL. */
export const courseParams = z.object({ course: z.string() })
/** Parameters of a module's URL. */
export const moduleParams = courseParams.extend({ module: z.string() })
/** Parameters of an item's URL. */
export const itemParams = moduleParams.extend({ item: z.string() })

/** The published course of a URL. @throws NotFound */
export const getCourse = (catalogue: Catalogue, params: { readonly course: string }): Course => {
  const course = findCourse(catalogue, params.course)
  if (course === undefined) throw new NotFound()
  return course
}

/** Course and module of a URL. @throws NotFound */
export const getModule = (
  catalogue: Catalogue,
  params: { readonly course: string; readonly module: string },
): { readonly course: Course; readonly module: Module } => {
  const course = getCourse(catalogue, params)
  const module = findModule(course, params.module)
  if (module === undefined) throw new NotFound()
  return { course, module }
}
