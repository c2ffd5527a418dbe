import type { Command } from 'commander'
import { addCredentialImports } from './credential-import.ts'
import { addConsoleImport } from './import-console.ts'
import type { Act } from './program.ts'

/** What brings files in. Each noun adds its own commands below it. */
export function addImportCommands(program: Command, act: Act): void {
  const imports = program.command('import').description('takes in files of the console and of Apple’s portals')
  addConsoleImport(imports, act)
  addCredentialImports(imports, act)
}
