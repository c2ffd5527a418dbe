export const preconditions = {
  title: 'Ist die Verbindung zu Apple in Ordnung?',
  symptom: 'Wird vor jeder anderen Frage geprüft: Token, Bedingungen, Konto und Geräteliste.',
  nodes: {
    'token-effective': { question: 'Gilt für die Gruppe dieses Geräts ein Token?' },
    'token-expiry': { question: 'Ist das Token noch gültig?' },
    'token-accepted': { question: 'Nimmt Apple das Token an?' },
    'clock-unauthorized': { question: 'Geht die Uhr richtig, obwohl Apple das Token ablehnt?' },
    'clock-request': { question: 'Geht die Uhr richtig, obwohl Apple die Anfrage nicht lesen kann?' },
    'way-to-apple': { question: 'Was hindert diesen Computer daran, Apple zu erreichen?' },
    'list-fresh': { question: 'Wurde die Geräteliste kürzlich gelesen?' },
    'last-sync': { question: 'Wie endete der letzte Lauf?' },
    account: { question: 'Ist es noch der Server, für den das Token importiert wurde?' },
  },
}
