import { expect } from 'vitest'
import type { RequestHandlers } from '../../../src/shared/ipc'
import type { Post } from '../../../src/shared/outbox'
import { aPost } from '../../renderer/support/a-post'
import { aCommandLine } from '../../support/a-command-line'
import { someParts } from '../../support/board-parts'
import { aConnection } from '../../support/builders'

export const lost = aPost({
  id: '7b0c1c1e-2f6b-4a52-9c6e-0d5d0b3f8a11',
  state: 'unknown',
  comparison: { verdict: 'arrived', evidence: [], why: null, againAt: null, now: null, at: '2026-03-02T12:00:00.000Z' },
})
export const behind = aPost({ id: '7b9d52aa-2f6b-4a52-9c6e-0d5d0b3f8a12' })

export const connections = [aConnection(), aConnection({ id: 'c2', name: 'Shop', vendor: 'retailgrid' })]

export const withPosts = (posts: readonly Post[], given: Partial<RequestHandlers> = {}) =>
  aCommandLine({
    'state:read': async () => ({ ...someParts({ connections, posts }), version: 1, jobs: [] }),
    ...given,
  })

export const quick = { asJson: false, timeoutMs: 1_000 }

/** As any refusal, with a code that only posts have. */
export const ending = (message: RegExp, exitCode: number) =>
  expect.objectContaining({ message: expect.stringMatching(message), exitCode })
