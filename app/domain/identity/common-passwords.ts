/**
 * Passwords that many people choose: the top of published leak lists, and what people here would think of. Lower case.
 * The short ones count too: repeated, they reach the length that is asked for.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
123456 123456789 12345678 12345 1234567 1234567890 12345678910 111111 000000 123123 654321 666666 987654321 112233 121212 555555 777777 888888 999999
159753 147258369 123321 1q2w3e 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc qwerty qwertz qwerty123 qwertz123 qwertyuiop qwertzuiop qwertzuiopü asdfghjkl
asdfghjklö yxcvbnm zxcvbnm asdfasdf asdfgh qazwsx qazwsxedc 1234qwer 12qwaszx abc123 abcd1234 abcdef password password1 password12 password123
password1234 passw0rd p@ssw0rd p@ssword pass1234 passwort passwort1 passwort12 passwort123 passwort1234 passwort12345 passw0rt letmein welcome welcome1
welcome123 willkommen willkommen1 willkommen123 hallo hallo1 hallo123 hallo1234 hallohallo hallowelt hello123 iloveyou iloveyou1 ichliebedich
ichliebedich1 liebe schatz schatzi schatz123 schatzi123 mausi mausi123 mein-passwort meinpasswort geheim geheim1 geheim123 sommer sommer123 winter
winter123 fruehling frühling herbst sommer2020 sommer2021 sommer2022 sommer2023 sommer2024 sommer2025 sommer2026 winter2020 winter2021 winter2022
winter2023 winter2024 winter2025 winter2026 herbst2024 herbst2025 herbst2026 januar2026 januar februar märz april mai juni juli august september oktober
november dezember montag dienstag mittwoch donnerstag freitag samstag sonntag januar2025 test test123 test1234 testtest tester admin admin1 admin123
admin1234 administrator root toor user user123 guest gast gast123 demo demo123 master master123 monkey dragon football baseball fussball fussball1 fußball
basketball superman batman starwars pokemon princess prinzessin sunshine sonnenschein shadow michael jennifer jordan hunter hunter2 harley ranger daniel
daniela andrea andreas thomas stefan stefanie sandra sabine susanne martin markus matthias christian christina alexander alexandra sebastian julia
katharina nicole jessica peter frank petra claudia tobias florian dennis patrick marcel computer internet samsung iphone apple google facebook instagram
microsoft windows windows10 office2019 office365 whatsapp youtube netflix lol123 gewinner ficken arschloch scheisse scheiße schalke04 schalke bayern
bayernmuenchen fcbayern bvb09 bvb1909 borussia dortmund hamburg berlin muenchen münchen koeln köln frankfurt eintracht eintrachtfrankfurt stuttgart werder
bremen hannover96 deutschland deutschland1 deutschland123 germany hessen hessen123 wiesbaden darmstadt kassel giessen gießen marburg fulda hanau offenbach
ferrari porsche mercedes bmw audi volkswagen golf gti killer freedom whatever trustno1 secret secret123 changeme changeme123 aendermich startpasswort
start123 start1234 init1234 initial initial123 neuespasswort default login login123 access zugang zugang123 passwd kennwort kennwort1 kennwort123
kennwort1234 losgehts sicher sicher123 sicherheit sicherheit123 sicherespasswort amt amt123 behoerde behörde behoerde123 behörde123 auslaenderbehoerde
ausländerbehörde auslaenderbehoerde1 auslaenderbehörde auslaenderamt ausländeramt landratsamt landkreis rathaus stadtverwaltung verwaltung verwaltung1
verwaltung123 aufenthalt aufenthaltstitel aufenthaltsgesetz einwanderung einbuergerung einbürgerung wegbereiter wegbereiter1 wegbereiter123
wegbereiter2026 lernplattform lernen123 schulung schulung123 fortbildung fortbildung1 kaffee kaffee123 kaffeepause schokolade schokolade1 urlaub urlaub123
feierabend feierabend1 wochenende wochenende1 ferien familie familie123 hundekatze hund katze katze123 hund123 blume blumen blumenwiese sternenhimmel
schmetterling regenbogen gummibaerchen gummibärchen spatzi engelchen kuschelbaer kuschelbär baerchen zuckerschnecke password12345 password123456
password1234! password123! password2024 password2025 password2026 passwort123456 passwort1234! passwort123! passwort2024 passwort2025 passwort2026
passwort!123 meinpasswort1 meinpasswort123 meinkennwort1 neuespasswort1 neuespasswort123 sicherespasswort1 sicherespasswort123 geheimespasswort
starkespasswort langespasswort langespasswort1 startpasswort1 startpasswort123 standardpasswort kennwort12345 kennwort123456 willkommen1234 willkommen2024
willkommen2025 willkommen2026 willkommen123! deutschland12 deutschland1234 deutschland2024 deutschland2026 qwertzuiop123 qwertzuiopasdf qwertyuiop123
qwertyuiopasdfgh qwertyuiop12 qwertzuiop12 asdfghjkl123 asdfghjklöä yxcvbnm12345 1q2w3e4r5t6y 1q2w3e4r5t6z 1qaz2wsx3edc4rfv qazwsxedcrfv 1234qwerasdf
qwertz123456 qwerty123456 abc123456789 abcd12345678 a123456789012 admin1234567 administrator1 administrator123 adminadmin123 letmein12345 iloveyou1234
iloveyou123456 ichliebedich123 ichhassepasswörter ichhassepasswoerter hallohallo123 halloballo123 hallowelt123 hallo1234567 dasistgeheim dasisteintest
dasistmeinpasswort testpasswort testpasswort1 testpassword test12345678 test123456789 changeme1234 changemenow1 changeit1234 correcthorsebatterystaple
trustno1trustno1 sommer2024!! sommersonne1 sommersonne123 sonnenschein1 sonnenschein12 sonnenschein123 schmetterling1 schmetterling123 regenbogen12
regenbogen123 gummibaerchen1 eintrachtfrankfurt1 fcbayernmuenchen fcbayernmünchen bayernmuenchen1 borussiadortmund borussiadortmund09 schalke04schalke
werderbremen1 hamburgersv1887 footballfootball fussballfussball fussball1234 princess1234 superman1234 starwars1234 minecraft123 minecraft1234
internet1234 computer1234 computer12345 microsoft123 microsoft365 windows10pro whatsapp1234 instagram123 verwaltung1234 stadtverwaltung1
stadtverwaltung123 landratsamt123 landkreis123 auslaenderbehoerde123 ausländerbehörde1 ausländerbehörde123 auslaenderamt1 auslaenderamt123
aufenthaltstitel1 aufenthaltstitel123 aufenthaltsgesetz1 einbuergerung1 einbürgerung1 behoerde1234 behörde12345 wegbereiter12 wegbereiter1234
wegbereiter2025 wegbereiter-2026 lernplattform1 lernplattform123 fortbildung123 schulung2026 feierabend123 wochenende123 kaffeepause1 kaffeepause123
montagmorgen schokolade12 schokolade123 12345678901234 0123456789012 123123123123 112233445566 121212121212 098765432109 147258369147 159357159357
111222333444 102030405060 1234567891011 123456789abc 123456789qwe 987654321abc 123456abcdef abcdef123456 qweasdzxc123 qweasdyxc123 zaq12wsxcde3
!qaz2wsx3edc p@ssw0rd1234 p@ssword1234 p@ssw0rd123! passw0rd1234 passw0rd123! pa$$w0rd1234 pa$$word1234
`
    .trim()
    .split(/\s+/),
)
