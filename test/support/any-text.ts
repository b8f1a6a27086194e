import fc from 'fast-check'

const nasty = [
  '\0',
  '\n',
  '\r',
  '\t',
  '\u001b',
  '\u007f',
  '\u009b',
  '\u200b',
  '\u202e',
  '\u2028',
  '\ufeff',
  '\ud800',
  '\udc00',
]

/** Any text there may be: plain signs, signs of every plane, controls, halves of surrogate pairs. */
export const anyText = (maxLength = 40): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.oneof(
      fc.string({ minLength: 1, maxLength: 1 }),
      fc.constantFrom(...nasty),
      fc.integer({ min: 0x80, max: 0x1_ff_ff }).map(code => String.fromCodePoint(code)),
    ),
    maxLength,
  })
