import { vendorNames } from '../../../shared/connection'
import type { DoctorStepName } from '../../../shared/doctor'
import { faultSentence } from '../../../shared/wording'
import { isRefusal, mayBeNowhere } from './answers'
import type { Answered, Asked, Evidence } from './evidence'
import { type Finding, type Findings, failed, notNeeded, notReached, ok, restsOnAnother, step, warning } from './step'

type Before = Findings<Extract<DoctorStepName, 'api' | 'key'>>

/** What the key may do, and for whom. */
export function permissionSteps(
  { vendor, namesOrganization, postsProgress, asked }: Evidence,
  before: Before,
): Findings<'read' | 'post' | 'organization'> {
  const isIn = before.key.state === 'ok' || before.key.state === 'not-needed'
  const reached = isIn && before.api.state === 'ok' ? asked : null
  const unable = notNeeded(`${vendorNames[vendor]} takes no reports.`)
  const unnamed = notNeeded('This connection names none.')
  return {
    read: step('read', reached === null ? restsOnAnother : readFinding(reached)),
    post: step('post', !postsProgress ? unable : reached === null ? restsOnAnother : postFinding(reached)),
    organization: step(
      'organization',
      !namesOrganization ? unnamed : reached === null ? restsOnAnother : organizationFinding(reached),
    ),
  }
}

/** Judged without the organization where that alone was refused, so that one mistake is told once. */
const apartFromOrganization = (said: Answered | undefined, alone: Answered | undefined): Answered | undefined =>
  isRefusal(said) && alone !== undefined ? alone : said

function readFinding({ read, readWithoutOrganization }: Asked): Finding {
  const said = apartFromOrganization(read, readWithoutOrganization)
  if (isRefusal(said)) {
    return failed(
      'The key may not read jobs (403).',
      'Ask for the permission job:read for this key, or use another one.',
    )
  }
  return said === null || said?.kind === 'not-found' ? ok('Yes.') : notReached('It could not be told.')
}

function postFinding({ post, postWithoutOrganization }: Asked): Finding {
  const said = apartFromOrganization(post, postWithoutOrganization)
  if (said === undefined) return notReached('It was not asked.')
  if (isRefusal(said)) {
    return warning(
      'The key may not create jobs or report their progress (403).',
      'To watch jobs that is not needed. Else ask for the permission job:create for this key.',
    )
  }
  const isAllowed = said === null || mayBeNowhere(said) || said.kind === 'conflict'
  return isAllowed ? ok('Yes.') : notReached(faultSentence(said))
}

function organizationFinding({ read, post, readWithoutOrganization, postWithoutOrganization }: Asked): Finding {
  const letIn = (said: Answered | undefined): boolean => said !== undefined && !isRefusal(said)
  if (letIn(read) || letIn(post)) return ok('Not refused.')
  if (letIn(readWithoutOrganization) || letIn(postWithoutOrganization)) {
    return failed(
      'The server refuses the key for this organization, and accepts it without.',
      'Correct the organization id of this connection, or leave it empty to use the key’s own.',
    )
  }
  return notReached('The key may neither read nor report, so this cannot be told.')
}
