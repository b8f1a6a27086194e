import { refKey } from '../../shared/job'
import { count } from '../../shared/numbers'
import type { Post, PostContent, PostRun, RunAct, RunChange, RunOrder, Unsent } from '../../shared/outbox'
import { postSentence } from '../../shared/post-wording'
import type { JobsWriting } from '../apis/jobs-api'
import type { Journal } from '../journal/journal'
import { Refusal } from '../requests/answer'
import type { Clock } from '../watch/clock'
import type { Book } from './book'
import { newPost } from './new-post'
import { complaintsAbout } from './preview'

export type RunPorts = {
  readonly journal: Pick<Journal, 'posts' | 'runs' | 'together' | 'durably'>
  readonly book: Pick<Book, 'show'>
  readonly clock: Clock
  readonly writingOf: (connectionId: string) => JobsWriting
  readonly targetOf: (connectionId: string) => string
  readonly createdHere: (ref: PostRun['ref']) => boolean
  readonly wake: (lane: string) => void
  /** Gives others their turn when it is time. */
  readonly breathe: () => Promise<void>
}

/** So many posts are put in line in one transaction: a few ms. */
const portion = 50
/** So many are read, or given up, before others have their turn: a few ms. */
const lot = 200

/** Many posts about one job: put in line at once, so that they outlive the window and a crash; sent one after the other. */
export function createRuns({ journal, book, clock, writingOf, targetOf, createdHere, wake, breathe }: RunPorts) {
  const runOf = (id: string): PostRun => {
    const run = journal.runs.get(id)
    if (run === null) throw new Refusal('This run is not there any more.')
    return run
  }

  /** Being put in line, by id. */
  const underWay = new Map<string, Promise<PostRun>>()

  const check = async ({ ref, inputs }: RunOrder): Promise<readonly PostContent[]> => {
    const writing = writingOf(ref.connectionId)
    const contents = inputs.map(input => ({ kind: 'progress', jobId: ref.jobId, input }) as const)
    for (const [index, content] of contents.entries()) {
      const [wrong] = complaintsAbout(writing, content)
      if (wrong)
        throw new Refusal(`Entry ${count(index + 1)}: ${wrong.at === '' ? '' : `${wrong.at}: `}${wrong.message}`)
      await breathe()
    }
    return contents
  }

  /** In portions, for twenty thousand at once would stop everything for seconds; it goes, and is there, when all are in line. */
  const fill = async (order: RunOrder): Promise<PostRun> => {
    const contents = await check(order)
    const { ref, id, label, leftOut = 0 } = order
    const at = clock.wall()
    const about = { at, runId: id, jobCreatedHere: createdHere(ref) }
    const target = targetOf(ref.connectionId)
    const newPosts = contents.map((content, index) => () => ({
      ...newPost({ id: `${id}/${index + 1}`, connectionId: ref.connectionId, content, form: null }, about),
      state: 'waiting' as const,
    }))
    journal.runs.insert({ id, ref, label, createdAt: at.toISOString(), state: 'filling', fault: null, leftOut })
    try {
      for (let from = 0; from < newPosts.length; from += portion) {
        journal.together(() => {
          const first = journal.posts.nextPlace()
          for (const [index, post] of newPosts.slice(from, from + portion).entries())
            journal.posts.put({ post: post(), lane: refKey(ref), place: first + index, target })
        })
        await breathe()
      }
      journal.durably(() => journal.runs.update(id, 'going', null))
    } catch (error) {
      journal.runs.remove(id)
      throw error
    }
    return runOf(id)
  }

  const begin = (order: RunOrder): Promise<PostRun> => {
    const known = journal.runs.get(order.id)
    if (known !== null) return Promise.resolve(known)
    const filling = underWay.get(order.id) ?? fill(order).finally(() => underWay.delete(order.id))
    underWay.set(order.id, filling)
    return filling
  }

  const giveUpSome = (id: string): boolean => journal.posts.giveUpSome(id, clock.wall(), lot) === lot

  /** In lots, too. None of them can go meanwhile: their run stands. */
  const giveUpRest = async (id: string): Promise<void> => {
    do await breathe()
    while (journal.together(() => giveUpSome(id)))
  }

  const stop = async ({ id }: PostRun): Promise<void> => {
    const hasMore = journal.durably(() => {
      journal.runs.update(id, 'stopped', null)
      return giveUpSome(id)
    })
    if (!hasMore) return
    book.show()
    await giveUpRest(id)
  }

  const act = async (run: PostRun, kind: RunAct): Promise<void> => {
    switch (kind) {
      case 'hold':
        if (run.state === 'going') journal.runs.update(run.id, 'held', null)
        return
      case 'go-on':
        if (run.state === 'held') journal.runs.update(run.id, 'going', null)
        return
      case 'stop':
        return stop(run)
      case 'forget':
        if (run.counts.waiting + run.counts.sending + run.counts.unknown > 0) {
          throw new Refusal('This run is not over. Stop it, and decide about what is unknown.')
        }
        journal.runs.remove(run.id)
    }
  }

  return {
    async change(change: RunChange): Promise<PostRun> {
      const run = change.kind === 'begin' ? await begin(change.order) : runOf(change.id)
      if (change.kind !== 'begin') await act(run, change.kind)
      book.show()
      wake(refKey(run.ref))
      return journal.runs.get(run.id) ?? run
    },
    /** All that did not arrive for certain, in its order. */
    async unsent(id: string): Promise<readonly Unsent[]> {
      const rows = journal.posts.unsentRows(runOf(id).id)
      const unsent: Unsent[] = []
      for (let from = 0; from < rows.length; from += lot) {
        unsent.push(...journal.posts.atRows(id, rows.slice(from, from + lot)).flatMap(unsentOf))
        await breathe()
      }
      return unsent
    },
    /** Ends what a quit, or a kill, has left of stopping a run. */
    async endStopped(): Promise<void> {
      const halfWay = journal.runs.all().filter(({ state, counts }) => state === 'stopped' && counts.waiting > 0)
      for (const { id } of halfWay) await giveUpRest(id)
      if (halfWay.length > 0) book.show()
    },
  }
}

/** Nothing of one that was sent while the others were read. */
function unsentOf(post: Post): readonly Unsent[] {
  const { content, state } = post
  if (content.kind !== 'progress' || state === 'sent' || state === 'draft') return []
  return [{ input: content.input, state, why: postSentence(post) }]
}

export type Runs = ReturnType<typeof createRuns>
