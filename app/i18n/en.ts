/** All messages of the language, by the part of the product that says them. */
import { account } from './en/account.ts'
import { admin } from './en/admin.ts'
import { aid } from './en/aid.ts'
import { assignment } from './en/assignment.ts'
import { author } from './en/author.ts'
import { certificate } from './en/certificate.ts'
import { door } from './en/door.ts'
import { error } from './en/error.ts'
import { figures } from './en/figures.ts'
import { hr } from './en/hr.ts'
import { identity } from './en/identity.ts'
import { item } from './en/item.ts'
import { learn } from './en/learn.ts'
import { legal } from './en/legal.ts'
import { module } from './en/module.ts'
import { note } from './en/note.ts'
import { peopleImport } from './en/people-import.ts'
import { privacy } from './en/privacy.ts'
import { search } from './en/search.ts'
import { shell } from './en/shell.ts'
import { statistics } from './en/statistics.ts'
import { trail } from './en/trail.ts'

export const en = {
  shell,
  learn,
  module,
  item,
  account,
  identity,
  admin,
  hr,
  author,
  error,
  door,
  certificate,
  privacy,
  search,
  note,
  aid,
  statistics,
  legal,
  assignment,
  peopleImport,
  trail,
  figures,
}
