import type { door as german } from '../de/door.ts'
import type { Sentences } from '../sentences.ts'

export const door: Sentences<typeof german> = {
  wrongMethodTitle: 'This kind of request does not exist here',
  wrongMethod: 'Wegbereiter answers requests for pages and forms that are sent. Nothing else is accepted.',
  wrongAddressTitle: 'This address cannot be read',
  wrongAddress: 'Please check the address or begin at the home page.',
  foreignFormTitle: 'The form did not come from this site',
  foreignForm:
    'For your protection, Wegbereiter accepts only forms that are sent from its own pages. Please open the page again and send the form there. Nothing was saved.',
  lengthMissingTitle: 'The request does not state its length',
  lengthMissing: 'Without it the request is not accepted. Nothing was saved. Please send the form with an ordinary browser.',
  tooLargeTitle: 'What you entered is too large',
  tooLarge:
    'A form may hold at most 1\u00a0MB. Nothing was saved. “Back” in your browser takes you to what you entered. Please shorten the text and send it again.',
  notFoundTitle: 'This file does not exist',
  notFound: 'Please check the address or begin at the home page.',
  forbiddenTitle: 'You do not have permission for this',
  forbidden: 'If you need access for your work, please contact the administrators of your authority.',
  refusedTitle: 'The request could not be accepted',
  refused: 'Nothing was saved. Please open the page again and try once more.',
  unavailableTitle: 'Nothing can be saved at the moment',
  unavailable: 'Please try again in a few minutes. What you have saved so far is kept.',
  brokenTitle: 'We made a mistake',
  broken: 'The page could not be shown. What you have saved so far is kept. Please try again.',
  offline: 'The server cannot be reached at the moment. What you entered is still in the form. Please send it again shortly.',
  reference: 'Reference for questions: {id}',
  home: 'Go to the home page',
}
