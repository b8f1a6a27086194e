import { type Template, templatesSchema } from '../../../shared/outbox'

/** Templates as a file to be shared: plain JSON, a list of name and input. */
export const templateText = (templates: readonly Template[]): string => `${JSON.stringify(templates, null, 2)}\n`

type Read =
  | { readonly ok: true; readonly templates: readonly Template[] }
  | { readonly ok: false; readonly why: string }

const notTemplates = 'This is not a file of templates: it should be a JSON list with a name and an input each.'

export function readTemplates(text: string): Read {
  try {
    const parsed = templatesSchema.safeParse(JSON.parse(text))
    if (parsed.success) return { ok: true, templates: parsed.data }
  } catch {
    // No JSON at all: the same sentence helps.
  }
  return { ok: false, why: notTemplates }
}

/** Another one of the same name takes its place; by name. */
export const withTemplate = (templates: readonly Template[], added: Template): readonly Template[] =>
  [...templates.filter(({ name }) => name !== added.name), added].toSorted((a, b) => a.name.localeCompare(b.name))
