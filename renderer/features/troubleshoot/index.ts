export { troubleshootCommands } from './commands.ts'
export { troubleshootQuery, troubleshootSection, type TroubleshootSection } from './sections.ts'
export { TroubleshootPage } from './TroubleshootPage.tsx'
