/** Which page a report of a barrier is about, without what the address could tell about a person. Pure. */

/** Segments after which an id, a token or a code of somebody follows. */
const BEFORE_IDS = new Set(['invitation', 'verify', 'certificates', 'people', 'sessions', 'assignments', 'import'])

/** Names as courses, modules and pages have them. */
const WORD = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?$/
/** Ids and hashes are words too, but nobody's names. */
const ID = /^[0-9a-f-]{16,}$/

/** More than any page of ours has. Characters. */
const LONGEST = 300

/**
 * The path of a safe path of this site, without query and anchor. Whatever is no name, or may be an id, a token or an address,
 * is replaced by `*`; pages of courses keep their names, which are the same for everybody.
 */
export const reportedPage = (safePath: string): string => {
  const segments = (safePath.split(/[?#]/, 1)[0] ?? '').split('/')
  const kept = segments.map((segment, at) => {
    if (segment === '') return ''
    return BEFORE_IDS.has(segments[at - 1] ?? '') || !WORD.test(segment) || ID.test(segment) ? '*' : segment
  })
  return kept.join('/').slice(0, LONGEST)
}
