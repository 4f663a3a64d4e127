/** `aid.<lang>.yaml` → the sheet and what is wrong with it. */
import { readYaml, type YamlSource } from '../course/yaml-source.ts'
import { conform } from '../course/zod-faults.ts'
import type { Finding } from '../course.ts'
import { hashOfText } from '../hash.ts'
import { jobAidSchema, type WrittenJobAid } from './job-aid.ts'

export interface JobAidFile {
  readonly file: string
  /** Of the file as written, for the lock. */
  readonly hash: string
  /** Undefined where the file does not fit its schema. */
  readonly aid: WrittenJobAid | undefined
  readonly source: YamlSource
  readonly findings: readonly Finding[]
}

/** Never throws. */
export const readJobAid = (text: string, file: string): JobAidFile => {
  const source = readYaml(text, file)
  const hash = hashOfText(text)
  if (source.findings.length > 0) return { file, hash, aid: undefined, source, findings: source.findings }
  const { value, findings } = conform(jobAidSchema, source.value, source, file)
  return { file, hash, aid: value, source, findings }
}
