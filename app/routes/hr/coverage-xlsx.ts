import { coverageFile } from '#app/http/hr-files.server.ts'

export const loader = coverageFile('xlsx')
