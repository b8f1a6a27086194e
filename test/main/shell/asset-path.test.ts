import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assetOf, contentSecurityPolicy, pageUrl } from '../../../src/main/shell/asset-path'

const root = '/app/out/renderer'

describe('the file behind an address', () => {
  it.each([
    [pageUrl, 'index.html', 'text/html; charset=utf-8'],
    [`${pageUrl}#/job/c1/x`, 'index.html', 'text/html; charset=utf-8'],
    ['app://jobtray/assets/index-4f2a.js', 'assets/index-4f2a.js', 'text/javascript; charset=utf-8'],
    ['app://jobtray/assets/a.css?v=1', 'assets/a.css', 'text/css; charset=utf-8'],
    ['app://jobtray/inter%20var.woff2', 'inter var.woff2', 'font/woff2'],
    ['app://jobtray/%252e%252e/x.js', '%2e%2e/x.js', 'text/javascript; charset=utf-8'],
  ])('%s is %s', (address, file, mimeType) => {
    expect(assetOf(address, root)).toEqual({ file: `${root}/${file}`, mimeType })
  })

  it.each([
    'app://jobtray/',
    'app://jobtray',
    'app://jobtray/index',
    'app://jobtray/journal.db',
    'app://jobtray/settings.json',
    'app://jobtray/assets/index.js.map',
    'app://jobtray/a.HTML',
    'app://other/index.html',
    'app://jobtray.evil/index.html',
    'app://jobtray:80/index.html',
    'app://JOBTRAY/index.html',
    'app:///index.html',
    'file:///app/out/renderer/index.html',
    'https://jobtray/index.html',
    'javascript:alert(1)',
    '/index.html',
    '',
    'app://jobtray/%00index.html',
    'app://jobtray/index.html%00.js',
    'app://jobtray/..%2f..%2fetc/x.js',
    'app://jobtray/%2e%2e%2f%2e%2e%2fx.js',
    'app://jobtray/assets/..%5c..%5cx.js',
    'app://jobtray/assets\\..\\..\\x.js',
    'app://jobtray/assets%2f..%2f..%2fx.js',
    'app://jobtray/%E0%A4%A.js',
  ])('%j is none', address => {
    expect(assetOf(address, root)).toBeNull()
  })

  it('of steps upwards stays below the folder: the parser has walked them already', () => {
    expect(assetOf('app://jobtray/../../etc/x.js', root)).toEqual(expect.objectContaining({ file: `${root}/etc/x.js` }))
    expect(assetOf('app://jobtray/a/%2e%2e/x.js', root)).toEqual(expect.objectContaining({ file: `${root}/x.js` }))
  })

  it('never lies outside the folder, whatever is asked for', () => {
    const piece = fc.constantFrom('..', '.', '/', '\\', '%2e', '%2f', '%5c', '%00', 'a', ':', '.js', '.html', '//', '?')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const asset = assetOf(`app://jobtray/${pieces.join('')}.js`, root)
        if (asset === null) return
        expect(asset.file.startsWith(`${root}/`)).toBe(true)
        expect(asset.file.split('/')).not.toContain('..')
      }),
      { numRuns: 1_000 },
    )
  })
})

it('the content security policy allows our own files and nothing else', () => {
  const policy = new Map(
    contentSecurityPolicy.split('; ').map(rule => {
      const [name = '', ...sources] = rule.split(' ')
      return [name, sources.join(' ')] as const
    }),
  )
  expect(Object.fromEntries(policy)).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
    'object-src': "'none'",
    'require-trusted-types-for': "'script'",
  })
  expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:/)
})
