/** Chance that falls the same way every time: the demo looks alike on every machine. */
export interface Dice {
  /** 0 ≤ x < 1. */
  next(): number
  /** Whole number from `from` to `to`, both included. */
  between(from: number, to: number): number
  chance(probability: number): boolean
}

/** mulberry32 (public domain), started from a text. */
export const dice = (seed: string): Dice => {
  let state = [...seed].reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193), 0x811c9dc5) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return { next, between: (from, to) => from + Math.floor(next() * (to - from + 1)), chance: (probability) => next() < probability }
}
