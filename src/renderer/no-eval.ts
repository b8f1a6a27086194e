import { config } from 'zod'

// zod asks at its first schema whether it may make code from text, which the page's policy answers with a violation.
// Imported before everything else, because the schemas of src/shared are made as soon as they are imported.
config({ jitless: true })
