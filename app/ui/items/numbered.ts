/** A list whose entries know their place (from 0): for parts of a text or turns of a talk, which never change places. */
export const numbered = <T>(list: readonly T[]): readonly { readonly at: number; readonly value: T }[] => list.map((value, at) => ({ at, value }))
