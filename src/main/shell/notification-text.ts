const markup: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Lines stay, other control characters go; bounded. */
export const plainText = (text: string): string => text.replaceAll(/[^\P{Cc}\n]|\p{Cf}/gu, ' ').slice(0, 300)

/** Linux daemons read markup in a body, never in a title (reliability item 26). */
export const bodyText = (text: string): string => plainText(text).replaceAll(/[&<>]/g, sign => markup[sign] ?? sign)
