import type { Vendor } from '../../shared/connection'
import type { JobsApiFactory } from './jobs-api'
import { merchantopsApi } from './merchantops/client'
import { retailgridApi } from './retailgrid/client'

export const jobsApis: Readonly<Record<Vendor, JobsApiFactory>> = {
  merchantops: merchantopsApi,
  retailgrid: retailgridApi,
}
