import {
  type BusQuestion,
  type BusSignal,
  isTrue,
  matchQuestion,
  type OpenBus,
  propertyQuestion,
  startsNothing,
  variantValue,
} from './message-bus'

/** Something that a service says of itself, yes or no. */
export type Fact = {
  readonly service: string
  readonly question: BusQuestion
  /** What the service's signals about it have in common, as a match rule without the sender. */
  readonly rule: string
  readonly fromAnswer: (answer: readonly unknown[]) => boolean
  /** Null: the signal is about something else. `ask`: it says no more than that there is something new. */
  readonly fromSignal: (signal: BusSignal) => boolean | 'ask' | null
}

const askMs = 5_000
const properties = 'org.freedesktop.DBus.Properties'
const theBus = 'org.freedesktop.DBus'

/** A property, told of by `PropertiesChanged` with its value or without. */
export const propertyFact = (service: string, path: string, name: string, of = service): Fact => ({
  service,
  question: propertyQuestion(service, path, name, of),
  rule: `path='${path}',interface='${properties}',member='PropertiesChanged'`,
  fromAnswer: isTrue,
  fromSignal({ path: from, member, body: [about, changed, renewed] }) {
    if (from !== path || member !== 'PropertiesChanged' || about !== of) return null
    const pairs: readonly unknown[] = Array.isArray(changed) ? changed : []
    const pair = pairs.find(each => Array.isArray(each) && each[0] === name)
    if (Array.isArray(pair)) return variantValue(pair[1]) === true
    return Array.isArray(renewed) && renewed.includes(name) ? 'ask' : null
  },
})

/** A screen saver, whose name is its interface too. It is not started to be asked. */
export const screenSaverFact = (service: string, path: string): Fact => ({
  service,
  question: { destination: service, path, interface: service, member: 'GetActive', flags: startsNothing },
  rule: `path='${path}',interface='${service}',member='ActiveChanged'`,
  fromAnswer: ([active]) => active === true,
  fromSignal: ({ path: from, interface: of, member, body: [active] }) =>
    from === path && of === service && member === 'ActiveChanged' ? active === true : null,
})

/**
 * Tells of a fact whenever it has changed: asked for now and when the service comes up anew, heard in between. It is not
 * so where there is no such service, or no longer.
 */
export function hearFact(bus: Pick<OpenBus, 'ask' | 'onSignal'>, fact: Fact, tell: (now: boolean) => void): void {
  let known = false
  /** Counts signals and questions: only the answer to the newest of them is news. */
  let newest = 0
  const learn = (now: boolean) => {
    newest += 1
    if (now === known) return
    known = now
    tell(now)
  }
  const ask = async (): Promise<void> => {
    newest += 1
    const own = newest
    const answer = await bus.ask(fact.question, askMs)
    if (own === newest) learn(answer !== null && fact.fromAnswer(answer))
  }
  bus.onSignal(signal => {
    const { interface: from, member, body } = signal
    if (from === theBus && member === 'NameOwnerChanged') {
      if (body[0] !== fact.service) return
      if (body[2] === '') learn(false)
      else void ask()
      return
    }
    const now = fact.fromSignal(signal)
    if (now === 'ask') void ask()
    else if (now !== null) learn(now)
  })
  for (const rule of [`sender='${fact.service}',${fact.rule}`, ownerRule(fact.service)]) {
    void bus.ask(matchQuestion(`type='signal',${rule}`), askMs)
  }
  void ask()
}

const ownerRule = (name: string): string => `sender='${theBus}',member='NameOwnerChanged',arg0='${name}'`
