import { describe, expect, it } from 'vitest'
import { type Fact, hearFact, propertyFact, screenSaverFact } from '../../../src/main/shell/bus-fact'
import type { BusQuestion, BusSignal, OpenBus } from '../../../src/main/shell/message-bus'

const power = propertyFact('org.freedesktop.UPower', '/org/freedesktop/UPower', 'OnBattery')
const saver = screenSaverFact('org.gnome.ScreenSaver', '/org/gnome/ScreenSaver')
const variant = (value: boolean) => [[{ type: 'b', child: [] }], [value]]

/** A bus on which answers come when the test says so; what was told is kept. */
function aHeard(fact: Fact) {
  const told: boolean[] = []
  const waiting: ((answer: readonly unknown[] | null) => void)[] = []
  const matches: unknown[] = []
  let hear: (signal: BusSignal) => void = () => undefined
  const bus = {
    ask: (question: BusQuestion) => {
      if (question.member !== 'AddMatch') return new Promise(resolve => void waiting.push(resolve))
      matches.push(question.body?.[0])
      return Promise.resolve([])
    },
    onSignal: listener => {
      hear = listener
    },
  } satisfies Pick<OpenBus, 'ask' | 'onSignal'>
  hearFact(bus, fact, now => void told.push(now))
  const signal = (own: Partial<BusSignal>) => hear({ path: '/', interface: 'a.b', member: 'C', body: [], ...own })
  return {
    told,
    matches,
    signal,
    questions: () => waiting.length,
    owner: (name: string, now: string) =>
      signal({ interface: 'org.freedesktop.DBus', member: 'NameOwnerChanged', body: [name, '', now] }),
    changed: (pairs: readonly unknown[], renewed: readonly string[] = [], of = 'org.freedesktop.UPower') =>
      signal({
        path: '/org/freedesktop/UPower',
        interface: 'org.freedesktop.DBus.Properties',
        member: 'PropertiesChanged',
        body: [of, pairs, renewed],
      }),
    async answer(value: readonly unknown[] | null) {
      waiting.shift()?.(value)
      await Promise.resolve()
    },
  }
}

describe('a property of a service', () => {
  it('is asked for once, and told when it is so', async () => {
    const heard = aHeard(power)
    await heard.answer([variant(true)])
    expect(heard.told).toEqual([true])
  })

  it.each([[null], [[variant(false)]], [['nonsense']], [[]]])(
    'that is answered with %j tells nothing',
    async answer => {
      const heard = aHeard(power)
      await heard.answer(answer)
      expect(heard.told).toEqual([])
    },
  )

  it('is told when it changes, once each way, and not when another does', async () => {
    const heard = aHeard(power)
    await heard.answer([variant(false)])
    heard.changed([['LidIsClosed', variant(true)]])
    heard.changed([['OnBattery', variant(true)]], [], 'org.freedesktop.Other')
    expect(heard.told).toEqual([])
    heard.changed([['OnBattery', variant(true)]])
    heard.changed([['OnBattery', variant(true)]])
    heard.changed([['OnBattery', variant(false)]])
    expect(heard.told).toEqual([true, false])
  })

  it('is asked for again when the service says only that it is new', async () => {
    const heard = aHeard(power)
    await heard.answer([variant(false)])
    heard.changed([], ['OnBattery'])
    await heard.answer([variant(true)])
    expect(heard.told).toEqual([true])
  })

  it('heard while the answer was on its way is the newer of the two', async () => {
    const heard = aHeard(power)
    heard.changed([['OnBattery', variant(true)]])
    await heard.answer([variant(false)])
    expect(heard.told).toEqual([true])
  })

  it('is not so any more when the service goes, and asked for when it comes back', async () => {
    const heard = aHeard(power)
    await heard.answer([variant(true)])
    heard.owner('org.freedesktop.Other', '')
    heard.owner('org.freedesktop.UPower', '')
    expect(heard.told).toEqual([true, false])
    expect(heard.questions()).toBe(0)
    heard.owner('org.freedesktop.UPower', ':1.7')
    await heard.answer([variant(true)])
    expect(heard.told).toEqual([true, false, true])
  })

  it('asked for twice is what the later answer says, also when the service comes up before the earlier one was heard', async () => {
    const heard = aHeard(power)
    heard.owner('org.freedesktop.UPower', ':1.7')
    await heard.answer(null)
    await heard.answer([variant(true)])
    expect(heard.told).toEqual([true])
  })

  it('is taken from nobody but the service', () => {
    expect(aHeard(power).matches).toEqual([
      "type='signal',sender='org.freedesktop.UPower',path='/org/freedesktop/UPower',interface='org.freedesktop.DBus.Properties',member='PropertiesChanged'",
      "type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='org.freedesktop.UPower'",
    ])
  })
})

it('a screen saver tells of itself, and is not started to be asked', async () => {
  const heard = aHeard(saver)
  expect(saver.question.flags).toBe(2)
  await heard.answer([true])
  heard.signal({
    path: '/org/gnome/ScreenSaver',
    interface: 'org.gnome.ScreenSaver',
    member: 'ActiveChanged',
    body: [false],
  })
  expect(heard.told).toEqual([true, false])
})
