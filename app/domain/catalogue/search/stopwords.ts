/** Words that stand in almost every text and tell none from another. Folded, not stemmed. */
import type { Language } from '#app/content/course.ts'

const german = `aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes auch auf aus bei beim bin bis bist da dabei dadurch
  dafur dagegen daher damit danach dann daran darauf daraus darf darin daruber darum das dass davon dazu dein deine dem den denen denn der deren des dessen
  deshalb die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwa etwas euch euer fur gegen gibt hab habe
  haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in indem ins ist ja je jede jedem jeden jeder jedes jetzt kann
  kein keine keinem keinen keiner konnen konnte machen man manche mehr mein meine mich mir mit muss mussen musste nach nicht nichts noch nun nur ob oder ohne
  sehr sein seine seinem seinen seiner seines seit selbst sich sie sind so soll sollen sollte sondern sonst uber um und uns unser unsere unter viel vom von
  vor wann war waren warum was weil welche welchem welchen welcher welches wenn wer werden weiter wie wieder will wir wird wo wollen wurde wurden zu zum zur
  zwar zwischen`
const english = `a about above after again all also am an and any are as at be because been before being below between both but by can could did do does doing
  down during each few for from further had has have having he her here hers him his how i if in into is it its just me more most my no nor not now of off on
  once only or other our out over own same she should so some such than that the their them then there these they this those through to too under until up
  very was we were what when where which while who whom why will with would you your`

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** The stopwords of a language. */
export const STOPWORDS: Readonly<Record<Language, ReadonlySet<string>>> = { de: words(german), en: words(english) }
