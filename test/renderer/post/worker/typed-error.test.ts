import { expect, test } from 'vitest'
import { errorOf, firstTyped, typedAgain } from '../../../../src/renderer/post/worker/typed-error'

const typed = { ...firstTyped, entityKey: ' SKU-1 ', errorType: 'missing_gtin', message: 'No GTIN ' }

test('an error of worker mode is about a product until something else is typed, so that its item counts as failed', () => {
  expect(errorOf(typed)).toEqual({
    entityKey: 'SKU-1',
    errorType: 'missing_gtin',
    message: 'No GTIN',
    entityType: 'product',
  })
  expect(errorOf({ ...typed, entityType: ' feed' })).toMatchObject({ entityType: 'feed' })
})

test('an entity type that was cleared is not sent', () => {
  expect(errorOf({ ...typed, entityType: ' ' })).toEqual({
    entityKey: 'SKU-1',
    errorType: 'missing_gtin',
    message: 'No GTIN',
  })
})

test.each(['entityKey', 'errorType', 'message'] as const)('without %s there is no error to add', name => {
  expect(errorOf({ ...typed, [name]: ' ' })).toBeNull()
})

test('the next error keeps all but the key', () => {
  expect(typedAgain({ ...typed, entityType: 'feed' })).toEqual({ ...typed, entityType: 'feed', entityKey: '' })
})
