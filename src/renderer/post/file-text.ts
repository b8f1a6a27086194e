export type FileText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string }

/** More than any file of 20,000 errors has. */
const mostBytes = 50 * 1_048_576

const no = (why: string): FileText => ({ ok: false, why })

/**
 * The text of a file, or why it cannot be taken. What is not UTF-8 is refused: spreadsheets write CSV in the computer's own
 * code page too, and the keys in it would be sent with other letters than they have.
 */
export async function textOfFile(file: Pick<Blob, 'size' | 'arrayBuffer'>): Promise<FileText> {
  if (file.size > mostBytes) return no('This file is too large. Cut it into parts of 50 MB at most.')
  let bytes: ArrayBuffer
  try {
    bytes = await file.arrayBuffer()
  } catch {
    return no('This file cannot be read. Choose a file that is there and may be opened.')
  }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return no('This file is not in UTF-8. Save it in UTF-8, which sheets call CSV UTF-8.')
  }
}
