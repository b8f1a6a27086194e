import type { Stage } from '../story'
import { works } from './assignments'
import { cast, type Ending } from './casting'
import type { Troupe } from './troupe'

const SECOND = 1_000
const locales = [
  'de-DE',
  'de-AT',
  'de-CH',
  'fr-FR',
  'fr-BE',
  'en-GB',
  'en-IE',
  'nl-NL',
  'sv-SE',
  'da-DK',
  'es-ES',
  'it-IT',
]
const endings: readonly Ending[] = ['completed', 'completed', 'completed_with_warnings', 'completed']

/** How long the jobs of a rush run, until the next begins, and between two of their endings. */
const RUNS_S = [70, 85] as const
const EVERY_S = [520, 660] as const
const APART_MS = 140

/** Now and then one text is made in every language at once: a dozen small jobs that end within two seconds. */
export function rushes(stage: Stage, troupe: Troupe, firstAfterS: number): void {
  const { clock, random, organization } = stage
  const rush = () => {
    const createdAt = clock.now()
    const endsAt = createdAt + random.whole(...RUNS_S) * SECOND
    for (const [index, locale] of locales.entries()) {
      const work = { ...works.kids, items: [60, 90] as const, batch: 3 }
      const assignment = {
        ...work,
        title: `Children’s room: safety notes, ${locale}`,
        metadata: { ...work.metadata, locale },
      }
      const times = { createdAt, startsAt: createdAt + 2 * SECOND, endsAt: endsAt + index * APART_MS }
      const ending = endings[index % endings.length] ?? 'completed'
      troupe.enter(cast(organization, assignment, ending, times, random), () => undefined)
    }
    clock.at(endsAt + random.whole(...EVERY_S) * SECOND, rush)
  }
  clock.at(clock.now() + firstAfterS * SECOND, rush)
}
