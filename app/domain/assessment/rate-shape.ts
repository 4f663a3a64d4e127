/** Fewest rated options for which a profile says anything (blueprint 5.3, formula 4). */
export const SHAPE_OPTIONS = 24

/**
 * How alike the profile of a person's ratings is to the reference (blueprint 5.3, formula 4): Pearson's r over all options rated,
 * −1 … 1 to two decimals. Unlike the closeness it does not mind whether somebody always rates mildly or always strictly. null below
 * `SHAPE_OPTIONS` options, and where one side gave the same rating throughout. A figure for practice, it counts for nothing.
 */
export const rateShape = (ratings: readonly { readonly own: number; readonly reference: number }[]): number | null => {
  if (ratings.length < SHAPE_OPTIONS) return null
  const own = deviations(ratings.map((one) => one.own))
  const reference = deviations(ratings.map((one) => one.reference))
  const spread = Math.sqrt(product(own, own) * product(reference, reference))
  return spread === 0 ? null : Math.round((100 * product(own, reference)) / spread) / 100
}

const deviations = (values: readonly number[]): readonly number[] => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.map((value) => value - mean)
}

const product = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0)
