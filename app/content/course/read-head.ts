/** The head of a text: cut off, parsed, checked. */
import type { z } from 'zod'
import type { Finding } from '../course.ts'
import { splitFrontMatter } from './front-matter.ts'
import { readYaml, type YamlSource } from './yaml-source.ts'
import { conform } from './zod-faults.ts'

export interface Head<T> {
  readonly head: T | undefined
  readonly source: YamlSource
  /** The file with its head blanked out. */
  readonly body: string
  readonly findings: readonly Finding[]
}

/** Never throws. */
export const readHead = <T>(text: string, file: string, schema: z.ZodType<T>): Head<T> => {
  const split = splitFrontMatter(text, file)
  const source = readYaml(split.yaml, file, split.firstLine)
  if (split.findings.length > 0 || source.findings.length > 0)
    return { head: undefined, source, body: split.body, findings: [...split.findings, ...source.findings] }
  const result = conform(schema, source.value ?? {}, source, file)
  return { head: result.value, source, body: split.body, findings: result.findings }
}
