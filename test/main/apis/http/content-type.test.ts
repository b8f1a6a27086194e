import { describe, expect, it } from 'vitest'
import { bodyKind, shownType } from '../../../../src/main/apis/http/content-type'

describe('the kind of a body', () => {
  it.each([
    ['application/json', 'json'],
    ['Application/JSON; charset=utf-8', 'json'],
    ['application/problem+json', 'json'],
    ['text/html', 'html'],
    ['text/html; charset=utf-8', 'html'],
    ['text/plain', 'unsaid'],
    [null, 'unsaid'],
    ['', 'unsaid'],
    ['image/png', 'other'],
    ['application/xml', 'other'],
    ['text/html+json-ish nonsense', 'other'],
  ])('E23: %j is %s', (type, kind) => {
    expect(bodyKind(type)).toBe(kind)
  })

  it('is shown without parameters, and not at all when it is no type', () => {
    expect(shownType('Text/HTML; charset=utf-8')).toBe('text/html')
    expect(shownType('<script>')).toBeNull()
    expect(shownType(`text/${'x'.repeat(200)}`)).toBeNull()
  })
})
