import { z } from 'zod'
import { isReservedHeader } from '../../shared/reserved-headers'

const headerNameSchema = z
  .string()
  .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}$/, 'A header name has letters, digits and dashes only.')

const sendingAs = (name: z.ZodType<string>) =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('header'),
      name,
      prefix: z.string().regex(/^[\x21-\x7e]{0,64}$/, 'A prefix is one word of plain letters, such as Bearer.'),
    }),
    z.strictObject({ kind: z.literal('session-cookie') }),
    z.strictObject({ kind: z.literal('none') }),
  ])

/** As it was kept: one reserved name must not keep a whole profile from opening; it is refused when it would be sent. */
export const keptKeySendingSchema = sendingAs(headerNameSchema)

/** As a person fills it in. */
export const keySendingSchema = sendingAs(
  headerNameSchema.refine(name => !isReservedHeader(name), 'Jobtray fills in this header itself. Choose another one.'),
)
