import { z } from 'zod'

export const settingsSchema = z.object({
  /** Seconds between two looks at an active job. */
  pollSeconds: z.number().int().min(2).max(600),
  /** True while a person has stopped all watching. */
  paused: z.boolean(),
  theme: z.enum(['system', 'light', 'dark']),
  /** Whole path of a PEM file with certificate authorities to trust beside the usual ones. */
  caFile: z.string().min(1).max(4_096).nullable(),
})

export type Settings = Readonly<z.infer<typeof settingsSchema>>

export const defaultSettings: Settings = { pollSeconds: 5, paused: false, theme: 'system', caFile: null }

/** What may be changed at once; each field by itself. */
export const settingsPatchSchema = settingsSchema.partial().strict()
export type SettingsPatch = z.infer<typeof settingsPatchSchema>

/** Keeps each field that is sound and takes the default for the rest: `electron-store` accepts anything (reliability fault 36). */
export function readSettings(raw: unknown): { readonly settings: Settings; readonly mended: boolean } {
  const source = typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? raw : {}
  const whole = settingsSchema.safeParse({ ...defaultSettings, ...source })
  if (whole.success) return { settings: whole.data, mended: source !== raw }
  const sound = Object.entries(settingsSchema.shape).flatMap(([name, schema]) => {
    const parsed = schema.safeParse(Reflect.get(source, name))
    return parsed.success ? [[name, parsed.data] as const] : []
  })
  return { settings: settingsSchema.parse({ ...defaultSettings, ...Object.fromEntries(sound) }), mended: true }
}
