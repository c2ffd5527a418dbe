import type { Command } from 'commander'
import { unlockIfGiven, type CliContext } from './context.ts'
import { EXIT } from './exit-codes.ts'
import { table } from './output.ts'
import type { Act } from './program.ts'

export function addAppCommands(program: Command, act: Act): void {
  program
    .command('doctor')
    .description('checks the data folder, the store and the vault')
    .option('--repair', 'puts what can be read of a damaged store into a new one; the damaged one is kept')
    .action(
      act(async (context, _args, options: { repair?: boolean }) => {
        if (options.repair) return repair(context)
        const core = await unlockIfGiven(context)
        const doctor = await core.handlers.app.doctor({}, context.call())
        await context.output.result(doctor, () =>
          table(
            ['ADE Desk', doctor.version],
            [
              ['Data folder', doctor.dataDir],
              ['Devices', String(doctor.store.rows ?? 'unreadable')],
              ['Size', `${doctor.store.sizeBytes} bytes`],
              ['Integrity', doctor.store.integrity],
              ['Vault', doctor.vault],
              ...Object.entries(doctor.runtime),
            ],
          ),
        )
        if (doctor.store.integrity === 'damaged') context.exitCode = EXIT.fault
      }),
    )
}

async function repair({ output, repairStore }: CliContext): Promise<void> {
  const { setAside, tables } = repairStore()
  const rows = tables.map(({ table: name, rows: count, isComplete }) => [
    name,
    String(count),
    isComplete ? 'all of them' : 'what could be read',
  ])
  await output.result({ repaired: true, setAside, tables }, () => {
    return `${table(['TABLE', 'ROWS', ''], rows)}\n\nThe damaged store is kept as ${setAside}. Run "ade-desk sync --full" next.`
  })
}
