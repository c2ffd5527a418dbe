export const notPrompting = {
  title: 'The device does not ask for Remote Management',
  symptom: 'Setup Assistant goes on as for a private device; "Remote Management" never appears.',
  nodes: {
    listed: { question: 'Is the device on a server of ours at Apple?' },
    profile: { question: 'Is a profile assigned at Apple?' },
    wished: { question: 'Should it have a profile already?' },
    blocked: { question: 'Does the console block the device?' },
    assignment: { question: 'What did Apple answer to the last assignment?' },
    expected: { question: 'Did it fetch the profile it should have?' },
    pushed: { question: 'When did the device fetch its profile?' },
    enrolled: { question: 'Is it enrolled already, as the console says?' },
    'erased-since': {
      question: 'Was the device erased after it had fetched its profile?',
      help: 'A device takes a profile over only while it is being set up.',
      options: { yes: 'Yes, and set up again', no: 'No, it is still set up', unsure: 'I do not know' },
    },
    known: { question: 'Does Apple still know the profile of this device?' },
    'set-up': { question: 'Was it set up before the profile was assigned?' },
    'set-up-person': {
      question: 'Was the device set up already when the profile was assigned?',
      help: 'It asks once, when it first has a network in Setup Assistant.',
      options: { yes: 'Yes', no: 'No, it is new or was erased since', unsure: 'I do not know' },
    },
    restored: {
      question: 'Was a backup or another device transferred during setup?',
      options: { yes: 'Yes', no: 'No', unsure: 'I do not know' },
    },
    kind: { question: 'Which kind of device is it?' },
    ethernet: {
      question: 'Is the Apple TV connected by Ethernet?',
      options: { yes: 'Yes', no: 'No, by Wi-Fi', unsure: 'I do not know' },
    },
    'mac-says': {
      question: 'What does the Mac print for: sudo profiles show -type enrollment',
      help: 'The Mac may ask Apple only a few times in 23 hours.',
    },
    added: {
      question: 'Was it added with Apple Configurator?',
      options: { yes: 'Yes, by hand', no: 'No, by its seller or Apple', unsure: 'I do not know' },
    },
  },
}
