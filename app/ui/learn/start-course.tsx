import type { Course } from '#app/content/course.ts'
import { useT } from '#app/i18n/translate.ts'
import { paths } from '#app/paths.ts'
import { Button } from '../button.tsx'

/** Begins a course. A form, because reading a page leaves no trace: only this step enters the ledger. */
export const StartCourse = ({ course, eventId }: { readonly course: Course; readonly eventId: string }) => (
  <form method="post" action={paths.course(course.slug)}>
    <input type="hidden" name="event_id" value={eventId} />
    <Button>{useT()('learn.startCourse', { number: course.number })}</Button>
  </form>
)
