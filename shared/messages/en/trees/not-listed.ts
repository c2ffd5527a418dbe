export const notListed = {
  title: 'New devices do not appear, or the sync fails',
  symptom: 'A device is in the portal, and after a day it is still not in the list.',
  nodes: {
    last: { question: 'How did the last run end?' },
    cursor: {
      question: 'Is the mark of the last run young enough for Apple?',
      help: 'Apple forgets it after seven days; then only a full fetch helps.',
    },
    listed: { question: 'Does Apple show the device to one of our tokens?' },
    portal: { question: 'Which server does the portal list name?' },
    schedule: { question: 'Does the list get read on a schedule?' },
    worker: {
      question: 'On the console server: does "AirWatch Batch Processing Service" run, and does its host reach Apple?',
      help: 'On-premise only.',
      options: {
        fine: 'Both',
        stopped: 'It does not run',
        blocked: 'It runs and cannot reach mdmenrollment.apple.com',
        unsure: 'I do not know',
      },
    },
    just: {
      question: 'Was the device assigned in the portal only minutes ago?',
      options: { yes: 'Yes', no: 'No, longer ago', unsure: 'I do not know' },
    },
  },
}
