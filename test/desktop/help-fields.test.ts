import { expect, test } from './support/real-desktop'

const [job, ended] = ['crawl-fields01', 'crawl-fields02']

/** A command with the words it is tried with; its answer may end with another code than 0. */
const tried: readonly (readonly string[])[] = [
  ['connections'],
  ['doctor', 'Outfitters'],
  ['key', 'Outfitters', '--retry'],
  ['watch', 'Outfitters', ended],
  ['list'],
  ['timeline', 'Outfitters', job],
  ['wait', 'Outfitters', ended, '--timeout', '20'],
  ['unwatch', 'Outfitters', ended],
  ['pause', 'Outfitters'],
  ['resume', 'Outfitters'],
  ['forget', 'Outfitters'],
  ['quit'],
]

/** The names that stand outside the inner brackets of `With --json: [{a, b: [{c}]}]`. */
const namesIn = (help: string): readonly string[] => {
  let written = /^With --json: \[?\{(.*?)\}\]?$/m.exec(help)?.[1] ?? ''
  while (/[[{]/.test(written)) written = written.replaceAll(/: (\[[^[\]{}]*\]|\{[^[\]{}]*\})|\{[^[\]{}]*\}/g, '')
  return written.split(', ').sort()
}

test('the fields that --help names are those of the JSON', async ({
  server: { control },
  start,
  watchMerchant,
  runCli,
}) => {
  await control.merchantJob(job, { status: 'in_progress', total_items: 10, processed_items: 4 })
  await control.merchantJob(ended, { status: 'completed', total_items: 10, processed_items: 10 })
  await start()
  await watchMerchant(job)
  for (const words of tried) {
    const [command = ''] = words
    const { stdout } = await runCli([...words, '--json'])
    const answer: unknown = [JSON.parse(stdout)].flat()[0]
    const named = namesIn((await runCli([command, '--help'])).stdout)
    expect(Object.keys(Object(answer)).sort(), command).toEqual(named)
  }
})
