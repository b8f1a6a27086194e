import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { askAt } from '../../src/cli/ask'
import { post } from '../../src/cli/post'
import { onLines, toLine } from '../../src/profile/lines'
import { aListener } from '../support/a-listener'
import { someParts } from '../support/board-parts'
import { aConnection } from '../support/builders'
import { behind, quick } from './support/some-posts'

let path = ''
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'jobtray-lost-')), 's')
})
afterEach(() => rmSync(join(path, '..'), { recursive: true, force: true }))

const state = { ...someParts({ connections: [aConnection()], posts: [] }), version: 1, jobs: [] }
const answers: Readonly<Record<string, unknown>> = {
  'state:read': state,
  'posts:preview': { request: null, complaints: [], cautions: [], itemsLeft: null },
  'posts:put': behind,
}

/** An app that goes as soon as it is asked this. */
const goingAt = (last: string) =>
  aListener(path, socket =>
    onLines(socket, 1_000_000, line => {
      const { request } = JSON.parse(line)
      if (request === last) socket.destroy()
      else socket.write(toLine({ ok: true, value: answers[request] }))
    }),
  )

const options = { ...quick, dryRun: false, newId: () => behind.id, note: () => undefined }
const posted = () => post(askAt([path]), () => undefined, 'Outfitters', 'enrichment-1', { processedItems: 6 }, options)

describe('a post whose app goes', () => {
  it.each(['posts:put', 'posts:settled'])(
    'while it is asked %s may have arrived: never the code of one that never left',
    async last => {
      await goingAt(last)
      await expect(posted()).rejects.toMatchObject({
        exitCode: 76,
        message: expect.stringMatching(/look at “jobtray outbox”; do not send it again/),
      })
    },
  )

  it('before it was handed over never left', async () => {
    await goingAt('posts:preview')
    await expect(posted()).rejects.toMatchObject({ exitCode: 69 })
  })
})
