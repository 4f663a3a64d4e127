/** What a class of four does at the same time: whole quizzes, question by question. */
import type { Course } from '#app/content/course.ts'
import type { Item } from '#app/content/items/item.ts'
import type { Catalogue } from '#app/domain/catalogue/catalogue.ts'
import { newId } from '#app/platform/ids.server.ts'
import { answerFields } from '#tests/support/answer-fields.ts'

interface Question {
  readonly path: string
  readonly item: Item
}

/** Quizzes of ten counting questions that four people complete at the same time, a second. One answer is one form, as on the page. */
export const quizzes = async (url: string, catalogue: Catalogue, course: Course, cookies: readonly string[], seconds: number): Promise<number> => {
  const questions = tenQuestions(catalogue, course)
  const until = performance.now() + seconds * 1000
  let completed = 0
  const person = async (cookie: string) => {
    while (performance.now() < until) {
      for (const question of questions) await answer(url, question, cookie)
      completed += 1
    }
  }
  const from = performance.now()
  await Promise.all(cookies.slice(0, 4).map(person))
  return completed / ((performance.now() - from) / 1000)
}

const tenQuestions = (catalogue: Catalogue, course: Course): Question[] =>
  course.modules
    .flatMap((module) =>
      module.items
        .filter(({ counts }) => counts)
        .map(({ id }) => ({ path: `/courses/${course.slug}/${module.slug}`, item: catalogue.keys[course.id]?.de?.[module.id]?.[id] })),
    )
    .filter((question): question is Question => question.item !== undefined)
    .slice(0, 10)

const answer = async (url: string, { path, item }: Question, cookie: string) => {
  const body = new URLSearchParams({ item: item.id, event_id: newId() })
  for (const [name, value] of Object.entries(answerFields(item, 'right') ?? {})) for (const one of [value].flat()) body.append(name, one)
  const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded', origin: url, 'sec-fetch-site': 'same-origin' }
  const response = await fetch(`${url}${path}`, { method: 'POST', redirect: 'manual', headers, body: body.toString() })
  await response.arrayBuffer()
  if (response.status !== 303) throw new Error(`${path} ${item.id}: ${response.status}`)
}
