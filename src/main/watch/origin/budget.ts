/** A look sooner than usual is earned by so many usual ones: at most a tenth is added, however much fails. */
const looksForOne = 10
/** What is saved up; else a quiet day could be spent in a minute. */
const most = 10

/** In looks, so that no fraction is lost on the way. */
export type Budget = { readonly saved: number }

export const emptyBudget: Budget = { saved: 0 }

export const earn = ({ saved }: Budget): Budget => ({ saved: Math.min(most * looksForOne, saved + 1) })

/** The budget after one hurried look, or null when there is nothing to spend. */
export const spend = ({ saved }: Budget): Budget | null => (saved < looksForOne ? null : { saved: saved - looksForOne })
