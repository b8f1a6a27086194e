import { counted } from '../../shared/numbers'

/** What goes with a connection: its watched jobs, and the posts that are not done with. */
export function removalSentence(jobs: number, openPosts: number): string {
  const also = [
    jobs > 0 ? counted(jobs, 'watched job') : '',
    openPosts > 0 ? `${counted(openPosts, 'post')} not sent yet or undecided` : '',
  ]
  const named = also.filter(text => text !== '')
  const many = named.length > 1 || jobs > 1 || openPosts > 1
  const goes = named.length === 0 ? '' : `, and ${named.join(' and ')} ${many ? 'go' : 'goes'} with it`
  return `Its key is deleted from the keychain${goes}. The jobs themselves are not touched. This can’t be undone.`
}
