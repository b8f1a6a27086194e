import type { HttpAnswer, HttpPort, HttpRequest } from '../../../src/main/apis/jobs-api'
import type { Connection } from '../../../src/shared/connection'
import { bearer } from '../../../src/shared/connection'
import { good, type Result } from '../../../src/shared/fault'

export const aKey = 'canary-key-5d1f0c7a9b'

export const aConnection = (changes: Partial<Connection> = {}): Connection => ({
  id: 'c1',
  name: 'Shop',
  vendor: 'merchantops',
  baseUrl: 'https://api.example.com',
  organization: null,
  keySending: bearer,
  createdAt: '2026-01-01T00:00:00Z',
  ...changes,
})

type Json = Readonly<Record<string, unknown>>

/** A job as MerchantOps answers it, with what the vendor requires and nothing more. */
export const aWireJob = (changes: Json = {}): Json => ({
  job_id: 'enrichment-5f2c81d0',
  job_type: 'enrichment',
  status: 'in_progress',
  total_items: 40,
  processed_items: 10,
  failed_items: 0,
  progress_percentage: 25,
  success_rate: 100,
  ...changes,
})

export const aWireStatus = (changes: Json = {}): Json => ({
  job_id: 'enrichment-5f2c81d0',
  status: 'in_progress',
  progress_percentage: 25,
  processed_items: 10,
  total_items: 40,
  failed_items: 0,
  ...changes,
})

export const aGridId = '3f2b8c1e-5d47-4a90-9e61-0c2d4b7f8a15'

export const aGridJob = (changes: Json = {}): Json => ({
  job_id: aGridId,
  job_type: 'csv_import',
  status: 'running',
  created_at: '2026-01-05T10:00:00Z',
  ...changes,
})

export const aWireIssue = (changes: Json = {}): Json => ({
  entity_key: 'SKU-1',
  entity_type: 'product',
  error_type: 'missing_image',
  message: 'No image.',
  timestamp: '2026-01-05T10:00:00Z',
  ...changes,
})

/** A transport that answers from a list and keeps what it was asked. */
export function recordingHttp(...answers: Result<HttpAnswer>[]): { http: HttpPort; asked: HttpRequest[] } {
  const asked: HttpRequest[] = []
  return {
    asked,
    http: async request => {
      asked.push(request)
      const next = answers.shift()
      if (next === undefined) throw new Error(`nobody expected ${request.method} ${request.url}`)
      return next
    },
  }
}

export const anAnswer = (json: unknown, status = 200): Result<HttpAnswer> =>
  good({ status, json, bytes: 100, serverTime: null })
