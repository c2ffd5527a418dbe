export const otherServer = {
  title: 'Das Gerät gehört zu einem anderen Server oder zu keinem',
  symptom: 'Apple meldet, dass die Seriennummer nicht zugänglich ist, oder sie fehlt in der Liste.',
  nodes: {
    listed: { question: 'Welchem unserer Token zeigt Apple das Gerät?' },
    migration: { question: 'Ist ein Umzug auf diesen Server angesetzt?' },
    portal: { question: 'Welchen Server nennt die Liste des Portals?' },
    gone: { question: 'Warum ist das Gerät laut Aufzeichnung weg?' },
    where: {
      question: 'Was zeigt das Portal zu dieser Seriennummer?',
      options: {
        other: 'Einen anderen Server',
        unassigned: 'Keinen Server',
        missing: 'Sie wird nicht gefunden',
        unsure: 'Das weiß ich nicht',
      },
    },
    owned: {
      question: 'Wurde das Gerät freigegeben oder nie hinzugefügt?',
      options: {
        released: 'Freigegeben, von uns oder dem Vorbesitzer',
        never: 'Nie hinzugefügt',
        replaced: 'Apple hat es bei einer Reparatur ersetzt',
        unsure: 'Das weiß ich nicht',
      },
    },
  },
}
