import { expect, test } from 'vitest'
import { placeOfLink } from '../../src/main/link-place'
import type { DeepLink } from '../../src/shared/deep-link'
import { aConnection } from '../support/builders'

const grid = '3f2b8c1e-5d47-4a90-9e61-0c2d4b7f8a15'
const connections = [
  aConnection({ id: 'c1', name: 'Outfitters' }),
  aConnection({ id: 'c2', name: 'Grid', vendor: 'retailgrid' }),
  aConnection({ id: 'c3', name: 'twin' }),
  aConnection({ id: 'c4', name: 'Twin' }),
]
const known = { connections, has: ({ jobId }: { readonly jobId: string }) => jobId === 'watched' }
const job = (connection: string, jobId: string): DeepLink => ({ kind: 'job', connection, jobIds: [jobId] })
const add = (connection: string, ...jobIds: readonly string[]): DeepLink => ({ kind: 'add', connection, jobIds })

test('a watched job is opened, by the id of its connection or by its name', () => {
  const place = { view: 'job', ref: { connectionId: 'c1', jobId: 'watched' } }
  expect(placeOfLink(job('c1', 'watched'), known)).toEqual(place)
  expect(placeOfLink(job('outfitters', 'watched'), known)).toEqual(place)
})

test('a job that is not watched, and a list, fill the form in and do no more', () => {
  expect(placeOfLink(job('c1', 'new'), known)).toEqual({ view: 'watch', connectionId: 'c1', pasted: 'new' })
  expect(placeOfLink(add('c1', 'watched', 'new'), known)).toEqual({
    view: 'watch',
    connectionId: 'c1',
    pasted: 'watched\nnew',
  })
})

test('an id that would be taken for two is filled in as a JSON list', () => {
  expect(placeOfLink(job('c1', 'a b'), known)).toMatchObject({ pasted: '["a b"]' })
})

test('an unknown connection, a name that two have, and an id this vendor cannot have lead nowhere', () => {
  expect(placeOfLink(job('nobody', 'watched'), known)).toBeNull()
  expect(placeOfLink(job('Twin', 'watched'), known)).toBeNull()
  expect(placeOfLink(job('c2', 'watched'), known)).toBeNull()
  expect(placeOfLink(add('c2', grid, 'not-a-uuid'), known)).toBeNull()
  expect(placeOfLink(add('c2', grid), known)).toMatchObject({ pasted: grid })
})
