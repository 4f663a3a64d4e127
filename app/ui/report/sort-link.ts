import type { Column } from '../table.tsx'

/**
 * The link in the head of a column: a first click sorts by it, a second turns the order round. Undefined for columns (keys) that are not
 * among `sorts`.
 */
export const sortLink =
  <Sort extends string>(
    sorts: readonly Sort[],
    now: { readonly sort: Sort; readonly descending: boolean },
    href: (order: { readonly sort: Sort; readonly descending: boolean }) => string,
  ) =>
  (key: string): Column<never>['sort'] => {
    const sort = sorts.find((one) => one === key)
    if (sort === undefined) return undefined
    const current = sort === now.sort
    return { href: href({ sort, descending: current && !now.descending }), direction: current ? (now.descending ? 'descending' : 'ascending') : null }
  }
