import { z } from 'zod'
import { call, type } from '../../shared/contract/define.ts'
import type { NetworkCheckProgress } from '../../shared/model/network-check.ts'
import type { RunCheck } from '../core/netcheck/index.ts'

type Plan = Parameters<RunCheck>[0]
type Options = Pick<Parameters<RunCheck>[1], 'network' | 'timeoutMs'>

/** Planned by the core, so that nothing has to be checked again. */
export const netcheckContract = {
  netcheck: {
    run: call({
      input: z.custom<{ readonly plan: Plan } & Options>(
        (value) => typeof value === 'object' && value !== null,
        'a plan is expected',
      ),
      output: type<Awaited<ReturnType<RunCheck>>>(),
      progress: type<NetworkCheckProgress>(),
    }),
  },
} as const
