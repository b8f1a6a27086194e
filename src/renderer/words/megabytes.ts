const oneDigit = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

/** `2.1 MB`, of bytes; a megabyte as a million of them. */
export const megabytesText = (bytes: number): string => `${oneDigit.format(Math.max(0, bytes) / 1_000_000)} MB`
