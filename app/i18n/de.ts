/** All messages of the language, by the part of the product that says them. */
import { account } from './de/account.ts'
import { admin } from './de/admin.ts'
import { aid } from './de/aid.ts'
import { assignment } from './de/assignment.ts'
import { author } from './de/author.ts'
import { certificate } from './de/certificate.ts'
import { door } from './de/door.ts'
import { error } from './de/error.ts'
import { figures } from './de/figures.ts'
import { hr } from './de/hr.ts'
import { identity } from './de/identity.ts'
import { item } from './de/item.ts'
import { learn } from './de/learn.ts'
import { legal } from './de/legal.ts'
import { module } from './de/module.ts'
import { note } from './de/note.ts'
import { peopleImport } from './de/people-import.ts'
import { privacy } from './de/privacy.ts'
import { search } from './de/search.ts'
import { shell } from './de/shell.ts'
import { statistics } from './de/statistics.ts'
import { trail } from './de/trail.ts'

export const de = {
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
