import { GRANTABLE_ROLES } from '#app/domain/organisation/roles.ts'

/** Access in the order in which the form gives it; learning comes first, what the form does not give last. */
export const inOrder = <Role extends string>(roles: readonly Role[]): readonly Role[] => [...roles].sort((a, b) => placeOf(a) - placeOf(b))

const ORDER: readonly string[] = ['learner', ...GRANTABLE_ROLES]
const placeOf = (role: string) => (ORDER.includes(role) ? ORDER.indexOf(role) : ORDER.length)
