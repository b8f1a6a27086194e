import { describe, expect, it } from 'vitest'
import { isInstalledAsLocked, stampText } from '../../../scripts/setup/lock.mjs'

const zod = { version: '4.6.7', integrity: 'sha512-a' }

describe('node_modules', () => {
  it('is fresh when every locked package is there in its version', () => {
    const lock = { packages: { '': { version: '0.1.0' }, 'node_modules/zod': zod } }
    expect(isInstalledAsLocked(lock, { packages: { 'node_modules/zod': zod } })).toBe(true)
  })

  it('is stale when a package is missing or another version', () => {
    const lock = { packages: { 'node_modules/zod': zod } }
    expect(isInstalledAsLocked(lock, { packages: {} })).toBe(false)
    expect(isInstalledAsLocked(lock, { packages: { 'node_modules/zod': { ...zod, version: '4.6.6' } } })).toBe(false)
  })

  it('is stale when a version was published anew with other content', () => {
    const lock = { packages: { 'node_modules/zod': zod } }
    expect(isInstalledAsLocked(lock, { packages: { 'node_modules/zod': { ...zod, integrity: 'sha512-b' } } })).toBe(
      false,
    )
  })

  it('may lack optional packages, which are those of other platforms', () => {
    const lock = { packages: { 'node_modules/@libsql/darwin-arm64': { ...zod, optional: true } } }
    expect(isInstalledAsLocked(lock, { packages: {} })).toBe(true)
  })

  it('has a stamp that differs by lock and by machine', () => {
    const linux = { platform: 'linux', arch: 'x64' }
    const stamps = [stampText('a', linux), stampText('b', linux), stampText('a', { platform: 'darwin', arch: 'arm64' })]
    expect(new Set(stamps).size).toBe(3)
  })
})
