import { expect, it } from 'vitest'
import { notePostRight } from '../../../src/main/connections/write-fault'
import { createBoard } from '../../../src/main/watch/board'
import type { DoctorState } from '../../../src/shared/doctor'
import { someParts } from '../../support/board-parts'
import { aConnection } from '../../support/builders'
import { fakeClock } from '../../support/fake-clock'

const saying = (state: DoctorState) => ({ steps: [{ name: 'post', state, said: '', advice: null } as const] })

it('what the doctor found out about posting stands until it finds otherwise', () => {
  const clock = fakeClock()
  const board = createBoard(clock, { ...someParts({ connections: [aConnection()] }), jobs: [] })
  const note = (state: DoctorState) => notePostRight(board, clock, 'c1', saying(state))
  note('warning')
  expect(board.connection('c1')?.writeFault?.fault).toMatchObject({ kind: 'forbidden', permission: 'job:create' })
  note('not-reached')
  expect(board.connection('c1')?.writeFault).toBeDefined()
  note('ok')
  expect(board.connection('c1')).not.toHaveProperty('writeFault')
})
