import { expect, it } from 'vitest'
import type { CommandName } from '../../src/cli/manual/manual'
import { perform } from '../../src/cli/perform'
import { aCommandLine, refusal } from '../support/a-command-line'

it.each<[CommandName, readonly string[], string]>([
  ['show', ['Outfitters'], 'The job id is missing. See jobtray show --help.'],
  ['doctor', [], 'The connection is missing. See jobtray doctor --help.'],
  ['connect', [], '--name is missing. See jobtray connect --help.'],
  ['create', ['Outfitters'], '--type is missing. See jobtray create --help.'],
  ['watch', ['Outfitters'], 'watch takes a connection and at least one job id. See jobtray watch --help.'],
])('%s %j leads to the page of that command', async (command, words, sentence) => {
  const { ask, out } = await aCommandLine()
  await expect(perform({ command, words, values: {}, ask, out })).rejects.toEqual(refusal(sentence, 2))
})
