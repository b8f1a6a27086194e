import type { Snapshot } from '../../../src/shared/snapshot'
import { someParts } from '../../support/board-parts'

export const aSnapshot = (own: Partial<Snapshot> = {}): Snapshot => ({ version: 1, jobs: [], ...someParts(), ...own })
