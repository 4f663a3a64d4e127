/** Parts of a list, so that one statement carries many rows and none too many values. The list of an import is long, that of a form has one. */
export const inPieces = <T>(list: readonly T[], size = 500): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, piece) => list.slice(piece * size, (piece + 1) * size))
