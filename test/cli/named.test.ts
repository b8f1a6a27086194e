import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { asWord } from '../../src/cli/named'

it.each(['Outfitters', 'MerchantOps sandbox', "O'Brien & $(id) `x`"])('%s is one word of the shell', name => {
  expect(execFileSync('sh', ['-c', `printf %s ${asWord(name)}`], { encoding: 'utf8' })).toBe(name)
})
