import { certificateFile } from '#app/http/hr-files.server.ts'

export const loader = certificateFile('csv')
