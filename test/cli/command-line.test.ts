import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../scripts/project.mjs'
import { readCommand, refuseSurplus } from '../../src/cli/command-line'
import { exitCodes } from '../../src/cli/manual/exit-codes'
import { type CommandName, commands, entryOf, isCommand } from '../../src/cli/manual/manual'
import { page, usage } from '../../src/cli/manual/usage'
import { run } from '../../src/cli/run'
import { refusal } from '../support/a-command-line'

const names: readonly CommandName[] = Object.keys(commands).filter(isCommand)

const said = async (...argv: string[]): Promise<string> => {
  const lines: string[] = []
  expect(await run(argv, line => void lines.push(line))).toBe(0)
  return lines.join('\n')
}

describe('options', () => {
  it.each([
    [
      ['list', '--nonsense'],
      'There is no option --nonsense. See jobtray list --help. An id that begins with a dash goes after --.',
    ],
    [['-x'], 'There is no option -x. See jobtray --help. An id that begins with a dash goes after --.'],
    [['list', '--jsn'], 'There is no option --jsn. Did you mean --json?'],
    [['connect', '--name'], '--name needs a value. See jobtray connect --help.'],
    [['connect', '--name', '--json'], '--name is followed by an option. If that is its value, write --name=VALUE.'],
    [['list', '--json=1'], '--json takes no value.'],
    [['list', '--start'], 'list does not take --start. See jobtray list --help.'],
    [['post', 'N', 'a', '--error', '{}', '--error', '{}'], '--error is given twice. One command takes one.'],
  ])('%j is wrong usage in a sentence of our own', (argv, sentence) => {
    expect(() => readCommand(argv)).toThrow(refusal(sentence, 2))
  })

  it.each([['--key', 'sk-secret'], ['--key=sk-secret'], ['-k', 'sk-secret'], ['--api-key', 'sk-secret']])(
    'a key on the command line is refused with the way that it goes by, and not repeated: %s',
    (...words) => {
      expect(() => readCommand(['connect', ...words])).toThrow(
        refusal(
          'A key is not given on the command line, where others could read it: --key-stdin reads it from standard input.',
          2,
        ),
      )
    },
  )

  it('take a number below nothing as a value, and an id with a dash after two', () => {
    expect(readCommand(['post', 'N', 'a', '--processed', '-5']).values.processed).toBe('-5')
    expect(readCommand(['show', 'N', '--', '-a']).positionals).toEqual(['show', 'N', '-a'])
  })

  it('a word too many is refused with the page to read', () => {
    expect(() => refuseSurplus('list', ['x\u001b'])).toThrow(
      refusal('list does not take “x”. See jobtray list --help.', 2),
    )
  })
})

describe('help', () => {
  it('names every command and every exit code', () => {
    for (const name of names) expect(usage()).toMatch(new RegExp(`^  ${name}\\b`, 'm'))
    for (const { code, says } of exitCodes) expect(usage()).toMatch(new RegExp(`^  ${code} +.*${says}`, 'm'))
  })

  it.each(names)('of %s tells its options, its JSON, its codes and an example that reads', name => {
    const text = page(name)
    for (const option of entryOf(name).options) expect(text).toContain(`--${option}`)
    expect(text).toContain('With --json: ')
    expect(text).toMatch(/Exit codes\n {2}0 {2}/)
    const [example = ''] = /jobtray (?<words>[^<\n]+)[^\n]*$/.exec(text)?.slice(1) ?? []
    const words = [...example.matchAll(/'([^']*)'|\S+/g)].map(([word, quoted]) => quoted ?? word)
    const { positionals } = readCommand(words)
    expect(positionals[0]).toBe(name)
    refuseSurplus(name, positionals.slice(1))
  })

  it('fits a terminal of 120 columns', () => {
    for (const text of [usage(), ...names.map(page)])
      for (const line of text.split('\n'))
        if (!line.startsWith('With --json')) expect(line.length).toBeLessThanOrEqual(120)
  })

  it('is had in three ways, and of no command that there is not', async () => {
    expect(await said('--help')).toBe(usage())
    expect(await said('help', 'post')).toBe(page('post'))
    expect(await said('post', '--help')).toBe(page('post'))
    await expect(run(['dance', '--help'], () => undefined)).rejects.toEqual(
      refusal('There is no command “dance”. See jobtray --help.', 2),
    )
  })

  it('of wait tells its own meaning of a code, not that of all', () => {
    expect(page('wait')).toMatch(/^ {2}2 +the job finished with warnings$/m)
    expect(page('wait')).not.toContain('wrong usage\n  2')
    expect(page('post')).toMatch(/^ {2}2 +wrong usage$/m)
  })
})

it('an empty --profile is not this folder', async () => {
  await expect(run(['list', '--profile='], () => undefined)).rejects.toEqual(refusal('--profile names a folder.', 2))
})

describe('an app that is not running', () => {
  const nowhere = '/nonexistent/profile'

  it.each([
    [
      ['list', '--profile', nowhere],
      'Jobtray is not running in this profile. Start it with npm start and the same --profile.',
    ],
  ])('%j names the way to start it', async (argv, message) => {
    await expect(run(argv, () => undefined)).rejects.toMatchObject({ message, exitCode: 69 })
  })

  it.each([
    [['list'], 'Jobtray is not running. Start it with npm start -- --live, or add --demo to ask the demo.'],
    [['list', '--demo'], 'The demo is not running. Start it with npm start.'],
  ])(
    '%j that ran elsewhere than it usually does is not said to be in a profile that nobody named',
    async (argv, message) => {
      await expect(run(argv, () => undefined, nowhere)).rejects.toMatchObject({ message, exitCode: 69 })
    },
  )
})

describe('the README', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const rows = readme.split('\n').filter(line => line.startsWith('| '))

  it('has every command and every exit code in its tables', () => {
    for (const name of names)
      expect(
        rows.some(row => new RegExp(`\`${name}[ \`]`).test(row)),
        name,
      ).toBe(true)
    for (const { code } of exitCodes) {
      expect(
        rows.some(row => new RegExp(`^\\| ([\\d, ]+, )?${code}(,| \\|)`).test(row)),
        String(code),
      ).toBe(true)
    }
  })
})
