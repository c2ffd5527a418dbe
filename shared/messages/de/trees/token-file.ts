export const tokenFile = {
  title: 'Die Token-Datei wird abgelehnt',
  symptom: 'Eine aus dem Portal geladene Datei lässt sich hier oder in der Konsole nicht importieren.',
  nodes: {
    kind: { question: 'Was steckt in der Datei?' },
    recipient: { question: 'Ist sie für einen unserer Schlüssel verschlüsselt?' },
    content: { question: 'Ist sie vollständig und nicht abgelaufen?' },
    used: { question: 'Ist ihr Server schon an einer anderen Gruppe verbunden?' },
    works: { question: 'Nimmt Apple das Token an?' },
  },
}
