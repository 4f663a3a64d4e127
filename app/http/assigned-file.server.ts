/** What the two files of an assignment's people share: who may have them, what they leave in the trail, and the report they are written from. */
import { z } from 'zod'
import type { Actor } from '#app/domain/actor.ts'
import { listAssigned } from '#app/domain/assignment/people.server.ts'
import { type AssignedPerson, type AssignedQuery, assignedQuery } from '#app/domain/assignment/people-list.ts'
import { type Assignment, getAssignment } from '#app/domain/assignment/queries.server.ts'
import { listOrgUnits } from '#app/domain/organisation/queries.server.ts'
import type { Look } from '#app/domain/privacy/audit.ts'
import { rolesWhoSee } from '#app/domain/privacy/policy.ts'
import type { Report } from '#app/domain/reporting/report.ts'
import { formatterFor, type Language, type Translate } from '#app/i18n/translate.ts'
import { assignedReport } from '#app/ui/assignment/assigned-report.ts'
import { courseNames } from '#app/ui/assignment/course-names.ts'
import type { Db } from '#db/types.ts'
import type { House } from './house.server.ts'
import { NotFound } from './refusals.server.ts'

interface Asked {
  readonly db: Db
  readonly actor: Actor<'hr'>
  readonly params: { readonly assignment: string }
  readonly query: AssignedQuery
}

/** For `defineLoader`. Of a withdrawn assignment there is no list. */
export const assignedFile = {
  allow: rolesWhoSee('completion'),
  params: z.object({ assignment: z.string().max(100) }),
  query: assignedQuery,
  trace: async (asked: Asked): Promise<Look> => {
    const { id, course_id } = await getListed(asked)
    const unit = asked.query.unit === '' ? null : asked.query.unit
    return { verb: 'assignment_list_exported', subject_kind: 'assignment', subject_id: id, detail: { course: course_id, unit } }
  },
}

/** The list as a report: the filters and order of the screen, over all pages. */
export const reportOfAssigned = async ({
  house,
  language,
  now,
  t,
  ...asked
}: Asked & { readonly house: House; readonly language: Language; readonly now: string; readonly t: Translate }): Promise<Report<AssignedPerson>> => {
  const assignment = await getListed(asked)
  return assignedReport(t, formatterFor(language), {
    assignment,
    course: courseNames(house.catalogue, language)[assignment.course_id]?.title ?? t('assignment.formerCourse'),
    query: asked.query,
    unit: (await listOrgUnits(asked.db, asked.actor)).find(({ id }) => id === asked.query.unit)?.name,
    rows: await listAssigned(asked.db, asked.actor, assignment, asked.query, { now }),
    now,
  })
}

const getListed = async ({ db, actor, params, query }: Asked): Promise<Assignment> => {
  const assignment = await getAssignment(db, actor, params.assignment)
  const known = query.unit === '' || (await listOrgUnits(db, actor)).some(({ id }) => id === query.unit)
  if (assignment.withdrawn_at !== null || !known) throw new NotFound()
  return assignment
}
