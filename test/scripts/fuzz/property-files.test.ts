import { describe, expect, it } from 'vitest'
import { propertyFiles } from '../../../scripts/fuzz/property-files.mjs'
import { root } from '../../../scripts/project.mjs'

describe('the files with properties', () => {
  it('are the tests that import fast-check, not what helps them', () => {
    const files = propertyFiles(root, [])
    expect(files).toContain('test/main/connections/base-url.test.ts')
    expect(files).not.toContain('test/scripts/fuzz/repeats.test.ts')
    expect(files).not.toContain('test/support/property-seed.ts')
  })

  it('can be named by a part of their name', () => {
    expect(propertyFiles(root, ['base-url', 'many/csv'])).toEqual([
      'test/main/connections/base-url.test.ts',
      'test/renderer/post/many/csv.test.ts',
    ])
    expect(propertyFiles(root, ['no such file'])).toEqual([])
  })
})
