import type { RequestHandlers } from '../../shared/ipc'
import type { Outbox } from '../outbox/outbox'

type Names =
  | 'posts:preview'
  | 'posts:put'
  | 'posts:settled'
  | 'posts:act'
  | 'runs:change'
  | 'runs:unsent'
  | 'templates:save'

export const postRequests = (outbox: Outbox) =>
  ({
    'posts:preview': async order => outbox.preview(order),
    'posts:put': async (order, act) => outbox.put(order, act),
    'posts:settled': (id, mostMs) => outbox.settled(id, mostMs),
    'posts:act': (id, act) => outbox.act(id, act),
    'runs:change': async change => outbox.runs.change(change),
    'runs:unsent': id => outbox.runs.unsent(id),
    'templates:save': async templates => outbox.saveTemplates(templates),
  }) satisfies Pick<RequestHandlers, Names>
