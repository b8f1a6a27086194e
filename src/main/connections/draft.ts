import { z } from 'zod'
import { vendors } from '../../shared/connection'
import { baseUrlSchema } from './base-url'
import { keySendingSchema } from './key-sending'

/** Turns a form as typed into a draft; each issue carries the sentence for its field. */
export const connectionDraftSchema = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'Give the connection a name.')
    .max(60, 'A name has at most 60 characters.')
    .regex(/^[^\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]*$/u, 'A name is one line of plain text.'),
  vendor: z.enum(vendors),
  baseUrl: baseUrlSchema,
  organization: z
    .string()
    .trim()
    .max(200, 'An organization id has at most 200 characters.')
    .regex(/^[\x21-\x7e]*$/, 'An organization id has plain letters, digits and signs only, no blanks.')
    .transform(text => (text === '' ? null : text)),
  keySending: keySendingSchema,
})
