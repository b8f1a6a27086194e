// zod asks at its first schema whether it may make code from text, which the page's policy answers with a violation.
// This is where zod keeps its settings: set there, zod itself need not be in the file that draws the list.
Reflect.set(globalThis, '__zod_globalConfig', { jitless: true })

export {}
