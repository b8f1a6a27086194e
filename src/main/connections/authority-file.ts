import { readFile, stat } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import { isCertificateFile } from '../apis/http/authorities'

export type AuthorityFile = { readonly ok: true; readonly pem: string } | { readonly ok: false; readonly why: string }

/** Every authority there is fits in a quarter of this, bytes. */
const largest = 1_048_576

const no = (why: string): AuthorityFile => ({ ok: false, why })

/** Reads a file of certificate authorities in PEM form; a sentence when it cannot be used. */
export async function readAuthorityFile(path: string): Promise<AuthorityFile> {
  if (!isAbsolute(path)) return no('Give the whole path of the certificate file.')
  try {
    const { size } = await stat(path)
    if (size > largest) return no('This file is too large for a certificate file.')
    const pem = await readFile(path, 'utf8')
    return isCertificateFile(pem)
      ? { ok: true, pem }
      : no('This file holds no certificate in PEM form. Choose another one.')
  } catch {
    return no('The certificate file could not be read. Check its path and who may read it.')
  }
}
