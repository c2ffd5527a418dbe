export const otherServer = {
  title: 'The device belongs to another server, or to nobody',
  symptom: 'Apple answers that the serial number is not accessible, or it is missing in the list.',
  nodes: {
    listed: { question: 'Which of our tokens does Apple show the device to?' },
    migration: { question: 'Is a move to this server scheduled?' },
    portal: { question: 'Which server does the portal list name?' },
    gone: { question: 'Why did the device leave, as the records say?' },
    where: {
      question: 'What does the portal show for this serial number?',
      options: {
        other: 'Another server',
        unassigned: 'No server',
        missing: 'It is not found',
        unsure: 'I do not know',
      },
    },
    owned: {
      question: 'Was the device released, or never added?',
      options: {
        released: 'Released, by us or a former owner',
        never: 'Never added',
        replaced: 'Apple replaced it in a repair',
        unsure: 'I do not know',
      },
    },
  },
}
