/** All messages of the language, by the part of the product that says them. */
import { account } from './de/account.ts'
import { admin } from './de/admin.ts'
import { author } from './de/author.ts'
import { door } from './de/door.ts'
import { error } from './de/error.ts'
import { hr } from './de/hr.ts'
import { identity } from './de/identity.ts'
import { item } from './de/item.ts'
import { learn } from './de/learn.ts'
import { module } from './de/module.ts'
import { shell } from './de/shell.ts'

export const de = { shell, learn, module, item, account, identity, admin, hr, author, error, door }
