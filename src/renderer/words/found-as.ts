import type { ItemPlace } from '../../shared/issues'

type List = ItemPlace['list']

/** What became of an item in a place, and how many keys that is said of. */
export const foundAs: Readonly<Record<List, string>> = { errors: 'Failed', warnings: 'Warned', referenceKeys: 'Listed' }

export const foundVerbs: Readonly<Record<List, string>> = {
  errors: 'failed',
  warnings: 'warned',
  referenceKeys: 'are listed',
}

/** Of the keys that have no place: what heads them, and what copies them. */
export function missingWords(list: List | undefined): { readonly head: string; readonly copy: string } {
  switch (list) {
    case 'errors':
      return { head: 'Not failed', copy: 'Copy the keys that did not fail' }
    case 'warnings':
      return { head: 'Not warned', copy: 'Copy the keys without a warning' }
    case 'referenceKeys':
      return { head: 'Not listed', copy: 'Copy the keys that are not listed' }
    case undefined:
      return { head: 'Nowhere', copy: 'Copy the keys named nowhere' }
  }
}
