import { peopleFile } from '#app/http/hr-files.server.ts'

export const loader = peopleFile('xlsx')
