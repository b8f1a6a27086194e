import { z } from 'zod'
import { noticeSwitches } from './notice-kinds'

export const paces = ['gentle', 'normal', 'brisk'] as const
/** How eagerly running jobs are looked at; `watch/cadence.ts` says what each means in seconds. */
export type Pace = (typeof paces)[number]

/** A time of day, on the computer's own clock. */
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const settingsSchema = z.object({
  pace: z.enum(paces),
  /** True while a person has stopped all watching. */
  paused: z.boolean(),
  theme: z.enum(['system', 'light', 'dark']),
  /** Whole path of a PEM file with certificate authorities to trust beside the usual ones. */
  caFile: z.string().min(1).max(4_096).nullable(),
  /** Which notices are shown as notifications; all of them are kept in the inbox. */
  notify: z.record(z.enum(noticeSwitches), z.boolean()),
  /** `from` after `to`: over midnight. */
  quietHours: z.object({ from: clockTime, to: clockTime }).nullable(),
  /** No notification before this, ISO; a time gone by means nothing. */
  snoozedUntil: z.iso.datetime().nullable(),
  /** Job types that tell nothing. */
  mutedTypes: z.array(z.string().max(200)).max(500),
  /** Jobs that a watched job names are watched as well (api-notes E37). */
  followFamilies: z.boolean(),
  /** "Finished" of a job is held back until every job that it names has ended too. */
  holdForFamily: z.boolean(),
  /** The notification of a failure carries the server's own sentence, which others may read on the screen (api-notes E40). */
  tellReasons: z.boolean(),
  /** Ended jobs and what was told are kept this long. */
  keepDays: z.number().int().min(1).max(3_650),
  /** Of that, at most so much on the disk; the oldest goes first. */
  keepMegabytes: z.number().int().min(10).max(10_000),
  launchAtLogin: z.boolean(),
})

export type Settings = Readonly<z.infer<typeof settingsSchema>>

export const defaultSettings: Settings = {
  pace: 'normal',
  paused: false,
  theme: 'system',
  caFile: null,
  notify: {
    succeeded: true,
    warned: true,
    partial: true,
    failed: true,
    other: true,
    started: false,
    firstFailure: true,
    failureRate: true,
    stalled: true,
    connection: true,
    post: true,
  },
  quietHours: null,
  snoozedUntil: null,
  mutedTypes: [],
  followFamilies: true,
  holdForFamily: false,
  tellReasons: false,
  keepDays: 90,
  keepMegabytes: 200,
  launchAtLogin: false,
}

/** What may be changed at once; each field by itself. */
export const settingsPatchSchema = settingsSchema.partial().strict()
export type SettingsPatch = z.infer<typeof settingsPatchSchema>

/** Keeps each field that is sound and takes the default for the rest: `electron-store` accepts anything (reliability fault 36). */
export function readSettings(raw: unknown): { readonly settings: Settings; readonly mended: boolean } {
  const source = withNewSwitches(typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? raw : {})
  const whole = settingsSchema.safeParse({ ...defaultSettings, ...source })
  if (whole.success)
    return { settings: whole.data, mended: typeof raw !== 'object' || raw === null || Array.isArray(raw) }
  const sound = Object.entries(settingsSchema.shape).flatMap(([name, schema]) => {
    const parsed = schema.safeParse(Reflect.get(source, name))
    return parsed.success ? [[name, parsed.data] as const] : []
  })
  return { settings: settingsSchema.parse({ ...defaultSettings, ...Object.fromEntries(sound) }), mended: true }
}

/** What an older version wrote knows no switch for posts; the others stand as they were set. */
function withNewSwitches(source: object): object {
  const notify: unknown = Reflect.get(source, 'notify')
  if (typeof notify !== 'object' || notify === null || 'post' in notify) return source
  return { ...source, notify: { ...notify, post: defaultSettings.notify.post } }
}
