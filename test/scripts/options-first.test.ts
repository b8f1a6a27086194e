import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../scripts/project.mjs'

const ran = (script: string, ...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, script), ...words], {
    encoding: 'utf8',
    timeout: 50_000,
  })
  return { status, stdout, stderr }
}

test.each([
  ['scripts/test.mjs', 2],
  ['scripts/crash.mjs', 2],
  ['scripts/fuzz.mjs', 2],
  ['scripts/soak.mjs', 2],
  ['scripts/shots.mjs', 2],
  ['scripts/fuzz.mjs', 2],
  ['test/bench/bench.mjs', 2],
  ['scripts/start.mjs', 1],
])('a wrong option of %s is refused in one sentence, before anything is set up', (script, status) => {
  expect(ran(script, '--nonsense')).toEqual({
    status,
    stdout: '',
    stderr: expect.stringMatching(
      /^(There is no option --nonsense\.|"--nonsense" is not an option\.)\nUsage: npm .*\n$/,
    ),
  })
})

test('npm runs nothing ahead of a script, which has not read its options by then', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(Object.keys(scripts).filter(name => name.startsWith('pre'))).toEqual(['prepare'])
})

test('npm test with a word that no test file has says so and runs none', () => {
  expect(ran('scripts/test.mjs', 'no-such-file')).toEqual({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/^No test file has “no-such-file” in its path\.\nUsage: npm test /),
  })
})
