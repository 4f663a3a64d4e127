/** JSON Schema for editors: completion and checks while writing YAML. */
import { z } from 'zod'
import { jobAidSchema } from './aid/job-aid.ts'
import { bibliographySchema } from './course/bibliography.ts'
import { courseHeadSchema, glossarySchema, itemsFileSchema, lockSchema, moduleHeadSchema } from './course/schemas.ts'

/** File name in `courses/.schema/` → its text. */
export const jsonSchemas = (): Readonly<Record<string, string>> => ({
  'course.schema.json': text(courseHeadSchema, 'Head of course.<lang>.mdx'),
  'module.schema.json': text(moduleHeadSchema, 'Head of module.<lang>.mdx'),
  'items.schema.json': text(itemsFileSchema, 'items.<lang>.yaml'),
  'aid.schema.json': text(jobAidSchema, 'aid.<lang>.yaml'),
  'glossary.schema.json': text(glossarySchema, 'glossary.<lang>.yaml'),
  'bibliography.schema.json': text(bibliographySchema, 'bibliography.yaml'),
  'lock.schema.json': text(lockSchema, 'courses.lock'),
})

const text = (schema: z.ZodType, title: string): string => `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: 'input' }) }, null, 2)}\n`
