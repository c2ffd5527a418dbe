export const fewerInPortal = {
  title: 'The portal shows fewer devices than the console',
  symptom: 'The numbers of portal and console differ, mostly after a full fetch.',
  nodes: {
    file: { question: 'Is a list of the portal imported?' },
    row: { question: 'In which list is this serial number?' },
    portal: { question: 'Which server does the portal list name?' },
    missing: { question: 'It is missing in the portal list: does Apple still show it to one of our tokens?' },
    listed: { question: 'Does Apple still show the device to one of our tokens?' },
    gone: { question: 'What do the records say about its leaving?' },
    synced: { question: 'Can a sync still tell what was removed?' },
    cursor: { question: 'Can a sync still tell what was removed?' },
    written: {
      question: 'Is the serial number written differently in one list?',
      help: 'Spreadsheets turn some serial numbers into numbers such as 1.23E+11.',
      options: { yes: 'Yes: blanks, an equals sign, a rounded number', no: 'No', unsure: 'I do not know' },
    },
  },
}
