import { appleRemedies } from './remedies/apple.ts'
import { consoleRemedies } from './remedies/console.ts'
import { placeRemedies } from './remedies/place.ts'

/** What to do: numbered steps, what whoever does them sees, and how to see that it worked. */
export const remedies = {
  ...appleRemedies,
  ...consoleRemedies,
  ...placeRemedies,
}
