import { courseListFile } from '#app/http/hr-files.server.ts'

export const loader = courseListFile('csv')
