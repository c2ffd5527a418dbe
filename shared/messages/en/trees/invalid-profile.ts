export const invalidProfile = {
  title: '"Invalid Profile" during enrollment',
  symptom: 'Remote Management appears, then the device says that the profile is invalid.',
  nodes: {
    'group-id': { question: 'Does the group the device enrolls into have a Group ID?' },
    prompt: { question: 'Is the custom prompt of the console on?' },
    answer: { question: 'What does the enrollment address answer to a device?' },
    captive: { question: 'Did the page come from a network that wants a sign-in?' },
    'sign-in': { question: 'Is it right that the server asks for credentials?' },
    content: { question: 'Is the enrollment profile that came back sound?' },
    same: { question: 'Is the profile at Apple the one kept here?' },
    age: { question: 'Is the profile older than the present token?' },
    user: {
      question: "Does the user who enrolls belong to the profile's group or below it?",
      options: { inside: 'Yes, or nobody signs in', outside: 'No', unsure: 'I do not know' },
    },
    hotspot: {
      question: "Does it work on another network, such as a phone's hotspot?",
      options: { yes: 'Yes', no: 'No, the same', unsure: 'I do not know' },
    },
  },
}
