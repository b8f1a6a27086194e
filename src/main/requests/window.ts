import type { RequestHandlers } from '../../shared/ipc'
import type { Watching } from '../watching'

export const windowRequests = ({ lookingAt }: Pick<Watching, 'lookingAt'>) =>
  ({
    'window:shows-job': async ref => lookingAt(ref),
  }) satisfies Pick<RequestHandlers, 'window:shows-job'>
