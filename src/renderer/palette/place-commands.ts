import { capabilities } from '../../shared/connection'
import { goTo, listJobsOf, openDialog } from '../state/view'
import type { Command, CommandContext } from './commands'

/** Where one can go, and the dialogs that begin something. */
export function placeCommands({ connections }: Pick<CommandContext, 'connections'>): readonly Command[] {
  const canCreate = connections.some(({ vendor }) => capabilities[vendor].create)
  return [
    {
      id: 'watch',
      label: 'Watch jobs…',
      also: 'add ids paste',
      run: () => openDialog({ kind: 'watch', connectionId: null, pasted: '' }),
    },
    ...(canCreate
      ? [{ id: 'create', label: 'Create a job…', also: 'new', run: () => goTo({ view: 'create', postId: null }) }]
      : []),
    { id: 'go.jobs', label: 'Go to Jobs', also: 'list', keys: 'G J', run: () => listJobsOf(null) },
    ...connections.map(({ id, name }) => ({
      id: `go.jobs.${id}`,
      label: `Go to the jobs of ${name}`,
      run: () => listJobsOf(id),
    })),
    {
      id: 'go.find',
      label: 'Find an item in all jobs…',
      also: 'sku key product',
      keys: 'G F',
      run: () => goTo({ view: 'find', key: '' }),
    },
    { id: 'go.inbox', label: 'Go to Inbox', also: 'notices', keys: 'G I', run: () => goTo({ view: 'inbox' }) },
    { id: 'go.outbox', label: 'Go to Outbox', also: 'posts', keys: 'G O', run: () => goTo({ view: 'outbox' }) },
    {
      id: 'go.connections',
      label: 'Go to Connections',
      also: 'servers keys',
      keys: 'G C',
      run: () => goTo({ view: 'connections' }),
    },
    {
      id: 'go.settings',
      label: 'Go to Settings',
      also: 'preferences',
      keys: 'G S',
      run: () => goTo({ view: 'settings' }),
    },
    {
      id: 'go.diagnostics',
      label: 'Go to Diagnostics',
      also: 'drift faults report versions',
      run: () => goTo({ view: 'diagnostics' }),
    },
    {
      id: 'connect',
      label: 'Add a connection…',
      also: 'new server key',
      run: () => openDialog({ kind: 'connection', id: null, vendor: 'merchantops' }),
    },
    ...connections.map(({ id, name }) => ({
      id: `doctor.${id}`,
      label: `Test the connection ${name}…`,
      also: 'doctor diagnose',
      run: () => openDialog({ kind: 'doctor', id }),
    })),
    {
      id: 'shortcuts',
      label: 'Show all keyboard shortcuts',
      also: 'help keys',
      keys: '?',
      run: () => openDialog({ kind: 'shortcuts' }),
    },
  ]
}
