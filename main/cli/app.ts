import type { Command } from 'commander'
import { unlockIfGiven } from './context.ts'
import { EXIT } from './exit-codes.ts'
import { table } from './output.ts'
import type { Act } from './program.ts'

export function addAppCommands(program: Command, act: Act): void {
  program
    .command('doctor')
    .description('checks the data folder, the store and the vault')
    .action(
      act(async (context) => {
        const core = await unlockIfGiven(context)
        const doctor = await core.handlers.app.doctor({}, context.call())
        await context.output.result(doctor, () =>
          table(
            ['ADE Desk', doctor.version],
            [
              ['Data folder', doctor.dataDir],
              ['Devices', String(doctor.store.rows)],
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
