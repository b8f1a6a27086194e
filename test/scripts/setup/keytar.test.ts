import { expect, it } from 'vitest'
import { buildReason } from '../../../scripts/setup/keytar.mjs'

it.each([
  [
    'gyp ERR! build error\ngyp ERR! stack Error: `make` failed with exit code: 2\ngyp ERR! stack at x',
    '`make` failed with exit code: 2',
  ],
  [
    'npm error code 1\nerror: libsecret/secret.h: No such file or directory',
    'libsecret/secret.h: No such file or directory',
  ],
  ['all quiet', ''],
])('names why keytar was not built: %j', (output, reason) => {
  expect(buildReason(output)).toBe(reason)
})
