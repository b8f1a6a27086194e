import type { NoticeSwitch } from '../../shared/notice-kinds'

/** What a person switches on and off, and when it is told. */
export const noticeSwitchNames: Readonly<Record<NoticeSwitch, { readonly name: string; readonly says: string }>> = {
  succeeded: { name: 'Finished', says: 'A job ended and nothing went wrong.' },
  warned: { name: 'Finished with warnings', says: 'It ended, and some items have warnings.' },
  partial: { name: 'Partly finished', says: 'It ended, and some items failed.' },
  failed: { name: 'Failed', says: 'The server says that the job failed.' },
  other: { name: 'Cancelled and other endings', says: 'It was cancelled, or ended by a word Jobtray does not know.' },
  started: { name: 'Started', says: 'A queued job began to run.' },
  firstFailure: { name: 'First failure', says: 'The first item of a running job failed.' },
  failureRate: {
    name: 'Many failures',
    says: 'More than a tenth of its items fail, or three times what is usual for its type.',
  },
  stalled: { name: 'Stalled', says: 'Nothing has moved for much longer than is usual for the job.' },
  connection: { name: 'Connection lost', says: 'A connection cannot be watched, such as when its key is refused.' },
  post: { name: 'Reports of your own', says: 'A report was refused later, may not have arrived, or waits for you.' },
}
