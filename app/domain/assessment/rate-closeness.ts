/**
 * How close a person's ratings are to the reference (blueprint 5.3, formula 4): per option s = 1 − |x − M| ÷ D with
 * D = max(M − 1, 5 − M); the mean of the options as an integer 0…1000. Until an expert panel has rated, M is the
 * authors' provisional rating: a figure for practice, it counts for nothing.
 */
export const rateCloseness = (options: readonly { readonly id: string; readonly rating: number }[], ratings: Readonly<Record<string, number>>): number => {
  const shares = options.map(({ id, rating }) => {
    const own = ratings[id]
    return own === undefined ? 0 : 1 - Math.abs(own - rating) / Math.max(rating - 1, 5 - rating)
  })
  return shares.length === 0 ? 0 : Math.round((1000 * shares.reduce((sum, share) => sum + share, 0)) / shares.length)
}
