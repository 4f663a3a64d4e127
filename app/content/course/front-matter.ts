/** Cuts the head off an MDX file. Own code, because other splitters run program code found in the head. */
import type { Finding } from '../course.ts'
import { finding } from '../faults/fault.ts'

export interface FrontMatter {
  readonly yaml: string
  /** Line of the file at which the YAML begins. */
  readonly firstLine: number
  /** The whole file with the head blanked out, so that lines and columns stay what they were. */
  readonly body: string
  readonly findings: readonly Finding[]
}

/** Never throws; a missing or open head is a finding. */
export const splitFrontMatter = (text: string, file: string): FrontMatter => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const spot = { file, line: 1, column: 1 }
  const opening = /^---([^\s-]?.*?)\s*$/.exec(lines[0] ?? '')
  if (opening === null) return { yaml: '', firstLine: 1, body: `\n${lines.slice(1).join('\n')}`, findings: [finding('front-matter-missing', spot)] }
  const findings: Finding[] = []
  const engine = opening[1]?.trim() ?? ''
  if (engine !== '') findings.push(finding('front-matter-engine', { ...spot, column: 4 }, { engine }))
  const end = lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line))
  if (end === -1) return { yaml: '', firstLine: 2, body: '', findings: [...findings, finding('front-matter-open', spot)] }
  return {
    yaml: engine === '' ? lines.slice(1, end).join('\n') : '',
    firstLine: 2,
    body: [...Array.from({ length: end + 1 }, () => ''), ...lines.slice(end + 1)].join('\n'),
    findings,
  }
}
