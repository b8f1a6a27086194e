import { describe, expect, it } from 'vitest'
import { type PostEvent, postEvents, stateAfter } from '../../../src/main/outbox/states'
import { type PostState, postStates } from '../../../src/shared/outbox'

const possible: readonly (readonly [PostState, PostEvent, PostState])[] = [
  ['draft', 'order', 'waiting'],
  ['draft', 'drop', 'dropped'],
  ['waiting', 'begin', 'sending'],
  ['waiting', 'refused', 'refused'],
  ['waiting', 'send-again', 'waiting'],
  ['waiting', 'edit', 'draft'],
  ['waiting', 'drop', 'dropped'],
  ['sending', 'taken', 'sent'],
  ['sending', 'refused', 'refused'],
  ['sending', 'not-left', 'waiting'],
  ['sending', 'put-off', 'waiting'],
  ['sending', 'lost', 'unknown'],
  ['refused', 'order', 'waiting'],
  ['refused', 'send-again', 'waiting'],
  ['refused', 'edit', 'draft'],
  ['refused', 'drop', 'dropped'],
  ['unknown', 'send-again', 'waiting'],
  ['unknown', 'take-as-arrived', 'sent'],
  ['unknown', 'drop', 'dropped'],
]

describe('the states of a post', () => {
  it('change as listed and in no other way', () => {
    const found = postStates.flatMap(state =>
      postEvents.flatMap(event => {
        const after = stateAfter(state, event)
        return after === null ? [] : [`${state} ${event} ${after}`]
      }),
    )
    expect(found.sort()).toEqual(possible.map(words => words.join(' ')).sort())
  })

  it('let nothing that may have arrived be sent anew but by a person', () => {
    const byItself: readonly PostEvent[] = ['begin', 'taken', 'refused', 'not-left', 'put-off', 'lost']
    for (const event of byItself) expect(stateAfter('unknown', event)).toBeNull()
    expect(stateAfter('sending', 'send-again')).toBeNull()
    expect(stateAfter('sending', 'drop')).toBeNull()
  })
})
