import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/project.mjs'
import { expect, test } from '../support/app'
import { runProgram, startSandboxProgram } from '../support/programs'

test('npm start without a display tells what the tray shows, takes a picture and ends well', async ({ desktop }) => {
  const env = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' }
  const { code, stdout, stderr } = await runProgram(
    'scripts/start.mjs',
    ['--seconds', '8', '--profile', join(desktop.home, 'start')],
    { env },
  )
  // Which Electron it runs on, and nothing else.
  expect(stderr).toMatch(/^Electron [^\n]+\n$/)
  expect(stdout).toContain('There is no display here')
  expect(stdout).toMatch(/^tray {2}.*\d+ active/m)
  const shot = /^screenshot {2}(.+)$/m.exec(stdout)?.[1] ?? ''
  expect(existsSync(shot)).toBe(true)
  expect(code).toBe(0)
})

test('npm start refuses what it does not know in one sentence', async () => {
  const { code, stderr } = await runProgram('scripts/start.mjs', ['--sedonds', '8'], { env: process.env })
  expect(code).toBe(1)
  expect(stderr).toMatch(/^"--sedonds" is not an option\.\nUsage: .+\n$/)
})

test('npm run sandbox hands its output, its end and its exit code through', async () => {
  const sandbox = await startSandboxProgram(['--port', '0', '--story', 'none'], process.env, 'scripts/sandbox.mjs')
  expect(new URL(sandbox.ready.merchantops.url).hostname).toBe('127.0.0.1')
  const ended = once(sandbox.process, 'exit')
  sandbox.process.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})

test('npm run jobtray says in one line that no app is running, and exits with 69', async ({ profile }) => {
  const { code, stdout, stderr } = await runProgram('scripts/jobtray.mjs', ['list', '--profile', profile], {
    env: process.env,
  })
  expect({ code, stdout }).toEqual({ code: 69, stdout: '' })
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(existsSync(join(root, 'out/cli/index.js'))).toBe(true)
})
