/**
 * Whether requests crowd: more than one came in this turn of the event loop or in the one before. How many are under way says little:
 * nearly all are answered within the turn in which they are taken up, while the others still lie unread in their sockets.
 */
export const watchCrowd = (): { came: () => void; isCrowd: () => boolean } => {
  let [now, before] = [0, 0]
  return {
    came: () => {
      now += 1
      if (now > 1) return
      setImmediate(() => {
        before = now
        now = 0
      })
    },
    isCrowd: () => now > 1 || before > 1,
  }
}
