import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { z } from 'zod'

export type ContractName =
  | 'merchantops-job'
  | 'merchantops-job-detail'
  | 'merchantops-job-status'
  | 'merchantops-create-request'
  | 'merchantops-progress-request'
  | 'merchantops-validation-error'
  | 'retailgrid-job'
  | 'retailgrid-validation-error'
  | 'refusal'

const read = (name: ContractName) =>
  z.fromJSONSchema(JSON.parse(readFileSync(new URL(`../../examples/${name}.schema.json`, import.meta.url), 'utf8')))

const schemas = new Map<ContractName, z.ZodType>()

/** The contract of that name, from test/examples. */
export function contract(name: ContractName): z.ZodType {
  const schema = schemas.get(name) ?? read(name)
  schemas.set(name, schema)
  return schema
}

/** Fails with what does not fit, and where. */
export function expectContract(name: ContractName, body: unknown): void {
  const result = contract(name).safeParse(body)
  const wrong = result.error?.issues.map(issue => `${name} ${issue.path.join('.')}: ${issue.message}`) ?? []
  expect(wrong).toEqual([])
}
