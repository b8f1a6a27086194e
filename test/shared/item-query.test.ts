import { expect, test } from 'vitest'
import { splitKeys } from '../../src/shared/item-query'

test.each([
  ['one key', 'SKU-1', ['SKU-1']],
  ['a key with a blank', ' SKU 1 ', ['SKU 1']],
  ['a key with a comma and a blank', 'Lamp, dark red', ['Lamp, dark red']],
  ['a column of a sheet', 'SKU-1\r\nSKU-2\n\nsku-1', ['SKU-1', 'SKU-2']],
  ['a row of a sheet', 'SKU-1\t"SKU 2"', ['SKU-1', 'SKU 2']],
  ['a list on one line', 'SKU-1,SKU-2; SKU-3', ['SKU-1', 'SKU-2', 'SKU-3']],
  ['lines that hold commas', 'a,b\nc', ['a,b', 'c']],
  ['nothing', ' \n ', []],
])('%s', (_what, text, keys) => expect(splitKeys(text)).toEqual(keys))
