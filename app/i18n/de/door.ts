/** What the server says before a page is reached: requests that it cannot take, and what breaks outside of every page. */
export const door = {
  wrongMethodTitle: 'Diese Art von Anfrage gibt es hier nicht',
  wrongMethod: 'Wegbereiter beantwortet Aufrufe von Seiten und abgesandte Formulare. Alles andere wird nicht angenommen.',
  wrongAddressTitle: 'Diese Adresse kann nicht gelesen werden',
  wrongAddress: 'Bitte prüfen Sie die Adresse oder beginnen Sie auf der Startseite.',
  foreignFormTitle: 'Das Formular kam nicht von dieser Seite',
  foreignForm:
    'Zu Ihrem Schutz nimmt Wegbereiter nur Formulare an, die auf seinen eigenen Seiten abgesandt werden. Bitte öffnen Sie die Seite neu und senden Sie das Formular dort ab. Es wurde nichts gespeichert.',
  lengthMissingTitle: 'Die Anfrage nennt ihre Länge nicht',
  lengthMissing: 'Ohne diese Angabe wird sie nicht angenommen. Es wurde nichts gespeichert. Bitte senden Sie das Formular mit einem üblichen Browser ab.',
  tooLargeTitle: 'Die Eingabe ist zu groß',
  tooLarge:
    'Ein Formular darf höchstens 1\u00a0MB umfassen. Es wurde nichts gespeichert. Mit „Zurück“ im Browser kommen Sie wieder zu Ihrer Eingabe. Bitte kürzen Sie den Text und senden Sie ihn noch einmal ab.',
  notFoundTitle: 'Diese Datei gibt es nicht',
  notFound: 'Bitte prüfen Sie die Adresse oder beginnen Sie auf der Startseite.',
  forbiddenTitle: 'Dafür fehlt Ihnen die Berechtigung',
  forbidden: 'Wenn Sie den Zugang für Ihre Arbeit brauchen, wenden Sie sich bitte an die Verwaltung Ihrer Behörde.',
  refusedTitle: 'Die Anfrage konnte nicht angenommen werden',
  refused: 'Es wurde nichts gespeichert. Bitte öffnen Sie die Seite neu und versuchen Sie es noch einmal.',
  unavailableTitle: 'Gerade kann nichts gespeichert werden',
  unavailable: 'Bitte versuchen Sie es in einigen Minuten noch einmal. Was Sie bisher gespeichert haben, bleibt erhalten.',
  brokenTitle: 'Da ist uns ein Fehler unterlaufen',
  broken: 'Die Seite konnte nicht gezeigt werden. Was Sie bisher gespeichert haben, bleibt erhalten. Bitte versuchen Sie es noch einmal.',
  offline: 'Der Server ist gerade nicht zu erreichen. Ihre Eingabe steht noch im Formular. Bitte senden Sie es gleich noch einmal ab.',
  reference: 'Kennung für Rückfragen: {id}',
  home: 'Zur Startseite',
} as const
