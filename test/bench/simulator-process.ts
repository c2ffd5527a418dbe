/** The simulator in a process of its own, so that its work and memory are not counted: prints `{url, credentials}`. */
import type { Credentials } from '../../main/clients/ade/client-type.ts'
import { createSimulator, type SimulatorOptions } from '../../main/simulator/server.ts'

export type SimulatorProcess = { readonly url: string; readonly credentials: Credentials }

const simulator = await createSimulator(JSON.parse(process.argv[2]!) as SimulatorOptions) // given by processes.ts
const values = simulator.issueValues()
const ready: SimulatorProcess = {
  url: simulator.url,
  credentials: {
    consumerKey: values.consumer_key,
    consumerSecret: values.consumer_secret,
    accessToken: values.access_token,
    accessSecret: values.access_secret,
  },
}
process.stdout.write(`${JSON.stringify(ready)}\n`)
