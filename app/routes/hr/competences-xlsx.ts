import { competenceFile } from '#app/http/hr-files.server.ts'

export const loader = competenceFile('xlsx')
