import { createCursors } from './cursors.ts'
import { createFleet } from './fleet/fleet.ts'
import { createService, type Service } from './service.ts'
import { createSessions } from './sessions.ts'
import { createUnits } from './units.ts'
import { DEFAULT_SETTINGS, type Settings } from './settings.ts'

export type World = ReturnType<typeof createWorld>

/** Everything the endpoints know: the services, their devices, sessions, cursors, the clock and the settings. */
export function createWorld(options: {
  readonly seed: number
  readonly now: () => number
  readonly settings: Partial<Settings>
}) {
  let settings: Settings = { ...DEFAULT_SETTINGS, ...options.settings }
  const now = () => options.now() + settings.clockSkewMs
  const fleet = createFleet(options.seed)
  const services: Service[] = []

  const world = {
    seed: options.seed,
    fleet,
    cursors: createCursors(options.seed),
    sessions: createSessions({ now, lifetimeMs: () => settings.sessionLifetimeMs }),
    /** Units of Apps and Books. */
    units: createUnits(now),
    /** Nonces of /session that were used, by when. */
    nonces: new Map<string, number>(),

    /** The service's idea of the time, milliseconds. */
    now,
    settings: (): Settings => settings,
    set(part: Partial<Settings>): void {
      settings = { ...settings, ...part }
    },

    services: (): readonly Service[] => services,

    /** The service of that name, made when there is none. */
    service(name: string): Service {
      const known = services.find((service) => service.traits().name === name)
      if (known) return known
      const service = createService({ id: services.length, name, fleet, now })
      services.push(service)
      return service
    },

    serviceById(id: number): Service {
      const service = services[id]
      if (service === undefined) throw new RangeError(`there is no service ${id}`)
      return service
    },
  }
  return world
}
