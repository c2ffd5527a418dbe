export const activationLock = {
  title: 'The device is locked (Activation Lock)',
  symptom: 'Setup asks for an Apple Account or for the organization that locked the device.',
  nodes: {
    code: { question: 'Is a code that opens the device kept here?' },
    who: {
      question: 'Whose hint does the locked device show?',
      options: {
        organization: 'Our organization, or an address of it',
        person: 'An Apple Account of a person',
        unsure: 'I do not know',
      },
    },
    listed: { question: 'Is the device still in the organization at Apple?' },
    assigned: {
      question: 'Does the portal find the device, on any server or on none?',
      options: { yes: 'Yes', no: 'No', unsure: 'I do not know' },
    },
  },
}
