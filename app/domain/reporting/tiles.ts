/** What the tiles of the overview say in one sentence each. Facts that follow from the figures: nothing about why, nothing about who is to blame. Pure. */
import type { Expiring } from './certificate-list.ts'
import type { CompetenceRow } from './competences.ts'

/** Certificates: nothing ends within 90 days, some within 30, or some later than that. Those that have run out are told besides. */
export type ExpiryTile = { readonly kind: 'none' | 'soon' | 'later'; readonly count: number; readonly expired: number }

export const expiryTile = ({ expired, in_30, in_90 }: Expiring): ExpiryTile =>
  in_30 > 0 ? { kind: 'soon', count: in_30, expired } : in_90 > 0 ? { kind: 'later', count: in_90, expired } : { kind: 'none', count: 0, expired }

/** Stated learning time: whole hours, and minutes for each person; null where there is nothing to say. */
export const hoursTile = (minutes: number, people: number): { readonly hours: number; readonly minutes_each: number } | null =>
  minutes === 0 || people === 0 ? null : { hours: Math.round(minutes / 60), minutes_each: Math.round(minutes / people) }

/** The most and the least widely covered competence of those that some course trains. */
export type CompetenceTile =
  | { readonly kind: 'none' }
  | { readonly kind: 'level'; readonly percent: number }
  | {
      readonly kind: 'range'
      readonly least: { readonly id: CompetenceRow['id']; readonly percent: number }
      readonly most: { readonly id: CompetenceRow['id']; readonly percent: number }
    }

/** Competences without a course are left out: that nobody has completed one says nothing about people. The first in order stands for those that are level. */
export const competenceTile = (rows: readonly CompetenceRow[]): CompetenceTile => {
  const taught = rows.flatMap(({ id, courses, all }) => (courses === 0 || all.percent === null ? [] : [{ id, percent: all.percent }]))
  const [first] = taught
  if (first === undefined) return { kind: 'none' }
  const least = taught.reduce((low, one) => (one.percent < low.percent ? one : low), first)
  const most = taught.reduce((high, one) => (one.percent > high.percent ? one : high), first)
  return least.percent === most.percent ? { kind: 'level', percent: first.percent } : { kind: 'range', least, most }
}
