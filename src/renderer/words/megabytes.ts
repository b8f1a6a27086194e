/** `2.1 MB`, of bytes; counted as the report counts them. */
export const megabytesText = (bytes: number): string => `${(Math.max(0, bytes) / 1_048_576).toFixed(1)} MB`
