export const tokenFile = {
  title: 'The token file is refused',
  symptom: 'A file downloaded from the portal cannot be imported here or in the console.',
  nodes: {
    kind: { question: 'What is in the file?' },
    recipient: { question: 'Is it encrypted to a key of ours?' },
    content: { question: 'Is it complete and not expired?' },
    used: { question: 'Is its server connected at another group already?' },
    works: { question: 'Does Apple accept the token?' },
  },
}
