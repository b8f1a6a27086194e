import { expect, it } from 'vitest'
import { setprivArguments } from '../../../scripts/desktop/as-user.mjs'

it('drops user, group and every other group, and dies with its parent', () => {
  expect(setprivArguments({ uid: 65534, gid: 65533, name: 'nobody' })).toEqual([
    '--reuid=65534',
    '--regid=65533',
    '--clear-groups',
    '--pdeathsig=KILL',
    '--',
  ])
})

it('changes no user when there is none to change to', () => {
  expect(setprivArguments(null)).toEqual(['--pdeathsig=KILL', '--'])
})
