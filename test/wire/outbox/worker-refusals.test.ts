import { describe, expect, it } from 'vitest'
import { N, workers } from './a-worker'

const { aWorker } = workers()

describe('a command', () => {
  it.each([
    ['create N', 2, '--type is missing. See jobtray create --help.'],
    [`create ${N} --type crawl --total -1`, 2, '--total takes a whole number, 0 or more.'],
    [`create ${N} --type ' ' --total 1`, 2, '--type is missing. See jobtray create --help.'],
    [`create ${N} extra --type crawl --total 1`, 2, 'create does not take “extra”. See jobtray create --help.'],
    [`create ${N} --type crawl --total 1 --metadata /nowhere.json`, 2, '/nowhere.json cannot be read.'],
    [`post ${N} crawl-1`, 2, 'Say what to report, such as --processed 5.'],
    [`post ${N} crawl-1 extra --start`, 2, 'post does not take “extra”. See jobtray post --help.'],
    [
      `post ${N} crawl-1 --message --start`,
      2,
      '--message is followed by an option. If that is its value, write --message=VALUE.',
    ],
    [`post ${N} crawl-1 --start --complete`, 2, 'Choose one of --start, --complete and --fail.'],
    [`post ${N} crawl-1 --error '{"a":1,}'`, 2, '--error, line 1, column 8: A name in double quotes is missing.'],
    [`post ${N} crawl-1 --fail ' '`, 2, "Say why the job failed, such as --fail 'The file is empty.'"],
    [
      `post ${N} crawl-404 --start`,
      1,
      /^This job was not created here\..*\nNot found, or not in this organization\. Check the id, the key and the organization\. jobtray decide \w+ send sends it once more\.$/,
    ],
    [
      `wait ${N} crawl-404 --timeout 10`,
      1,
      'Not found, or not in this organization. Check the id, the key and the organization.',
    ],
    ['wait', 64, 'The connection is missing. See jobtray wait --help.'],
    [`wait ${N} x extra`, 64, 'wait does not take “extra”. See jobtray wait --help.'],
    [`wait ${N} x --timeout -1`, 64, '--timeout takes a number of seconds.'],
    ['quit extra', 2, 'quit does not take “extra”. See jobtray quit --help.'],
    ['list extra', 2, 'list does not take “extra”. See jobtray list --help.'],
    ['', 2, /^Usage: jobtray/],
    ['decide 7b maybe', 2, 'decide takes arrived, send, drop, compare.'],
    ['decide 7b drop', 1, 'No open post is named 7b. See jobtray outbox.'],
    [`wait ${N} x --timeout soon`, 64, '--timeout takes a number of seconds.'],
  ])(
    '%s ends with %i and a sentence',
    async (words, code, sentence) => {
      const { sh } = await aWorker()
      const answer = await sh(`jobtray ${words}`)
      expect(answer).toMatchObject({ code, stdout: '' })
      expect(answer.stderr.trim()).toMatch(
        sentence instanceof RegExp ? sentence : new RegExp(`^${sentence.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`),
      )
    },
    60_000,
  )

  it('gets the usage on standard output when it asks for it', async () => {
    const { sh } = await aWorker()
    expect(await sh('jobtray --help')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Usage: jobtray/),
      stderr: '',
    })
  }, 60_000)
})
