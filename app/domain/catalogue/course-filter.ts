/** The catalogue's filters as they stand in the URL. An unknown value is no filter, so that an old link still shows courses. */
import { z } from 'zod'
import type { Course } from '#app/content/course.ts'
import { COMPETENCES } from '#app/content/items/item.ts'
import { ROLE_PROFILES } from '#app/domain/organisation/roles.ts'

export const DURATIONS = ['60', '80', 'more'] as const
export const STATUSES = ['open', 'started', 'completed'] as const

/** Query of the catalogue. */
export const courseFilterSchema = z.object({
  profile: z.enum(ROLE_PROFILES).optional().catch(undefined),
  competence: z.enum(COMPETENCES).optional().catch(undefined),
  duration: z.enum(DURATIONS).optional().catch(undefined),
  status: z.enum(STATUSES).optional().catch(undefined),
})
export type CourseFilter = z.infer<typeof courseFilterSchema>

/** Whether the course is among what was asked for. Durations: up to 60, up to 80, above 80 minutes. */
export const matchesFilter = (course: Course, status: (typeof STATUSES)[number], filter: CourseFilter): boolean =>
  (filter.profile === undefined || course.core_for.includes(filter.profile) || course.optional_for.includes(filter.profile)) &&
  (filter.competence === undefined || course.competences.includes(filter.competence)) &&
  (filter.duration === undefined || (filter.duration === 'more' ? course.minutes > 80 : course.minutes <= Number(filter.duration))) &&
  (filter.status === undefined || filter.status === status)
