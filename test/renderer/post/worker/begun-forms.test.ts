import { expect, test } from 'vitest'
import { createBegunForms } from '../../../../src/renderer/post/worker/begun-forms'

const ref = (jobId: string) => ({ connectionId: 'c1', jobId })
const why = (text: string) => ({ kind: 'fail', why: text }) as const

test('the form of each job is its own, and is gone once it is closed', () => {
  const forms = createBegunForms()
  forms.keep(ref('a'), why('The feed is'))
  expect(forms.of(ref('a'))).toEqual(why('The feed is'))
  expect(forms.of(ref('b'))).toBeNull()
  forms.keep(ref('a'), null)
  expect(forms.of(ref('a'))).toBeNull()
})

test('of more than fifty jobs those are kept that were typed in last', () => {
  const forms = createBegunForms()
  for (let index = 0; index < 50; index += 1) forms.keep(ref(`job-${index}`), why('x'))
  forms.keep(ref('job-0'), why('y'))
  forms.keep(ref('job-50'), why('x'))
  expect(forms.of(ref('job-0'))).toEqual(why('y'))
  expect(forms.of(ref('job-1'))).toBeNull()
})
