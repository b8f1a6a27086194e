/** Names after which a credential stands: in a header, in a dump of one, in a cookie, in a sentence about one. */
const names = 'authorization|cookie|api[-_]?key|[-_]token|stytch_session|bearer'

/** A key may hold any printable sign, a quote or a comma too, so that nothing tells where it ends but the line. */
const secrets = new RegExp(`(${names})(["'\`\\]]*[\\s:=,]+).*`, 'gi')

/** Leaves credentials out of a text for the log, with the rest of their line (reliability item 27). */
export const redact = (text: string): string => text.replaceAll(secrets, '$1$2[left out]')
