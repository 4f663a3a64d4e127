/** All messages of the language, by the part of the product that says them. */
import { account } from './en/account.ts'
import { admin } from './en/admin.ts'
import { author } from './en/author.ts'
import { door } from './en/door.ts'
import { error } from './en/error.ts'
import { hr } from './en/hr.ts'
import { identity } from './en/identity.ts'
import { item } from './en/item.ts'
import { learn } from './en/learn.ts'
import { module } from './en/module.ts'
import { shell } from './en/shell.ts'

export const en = { shell, learn, module, item, account, identity, admin, hr, author, error, door }
