export const invalidProfile = {
  title: '„Ungültiges Profil“ bei der Registrierung',
  symptom: '„Entfernte Verwaltung“ erscheint, dann meldet das Gerät ein ungültiges Profil.',
  nodes: {
    'group-id': { question: 'Hat die Gruppe, in die sich das Gerät registriert, eine Gruppen-ID?' },
    prompt: { question: 'Ist die eigene Eingabeaufforderung der Konsole eingeschaltet?' },
    answer: { question: 'Was antwortet die Registrierungsadresse einem Gerät?' },
    captive: { question: 'Kam die Seite von einem Netzwerk, das eine Anmeldung verlangt?' },
    'sign-in': { question: 'Ist es richtig, dass der Server Anmeldedaten verlangt?' },
    content: { question: 'Ist das zurückgegebene Registrierungsprofil in Ordnung?' },
    same: { question: 'Ist das Profil bei Apple dasselbe wie hier?' },
    age: { question: 'Ist das Profil älter als das jetzige Token?' },
    user: {
      question: 'Gehört der registrierende Benutzer zur Gruppe des Profils oder darunter?',
      options: { inside: 'Ja, oder niemand meldet sich an', outside: 'Nein', unsure: 'Das weiß ich nicht' },
    },
    hotspot: {
      question: 'Klappt es in einem anderen Netz, etwa über den Hotspot eines Telefons?',
      options: { yes: 'Ja', no: 'Nein, genauso', unsure: 'Das weiß ich nicht' },
    },
  },
}
