export const wrongOwner = {
  title: 'Ownership, group or user is wrong after enrollment',
  symptom: 'The device is enrolled and landed in another group, with another owner or user than meant.',
  nodes: {
    authentication: { question: 'Does the profile ask the user to sign in?' },
    what: {
      question: 'What is wrong?',
      options: {
        ownership: 'The ownership',
        group: 'The organization group',
        staging: 'It belongs to the staging user',
        refused: 'Another user is refused: registered to somebody else',
        unsure: 'I do not know',
      },
    },
  },
}
