import { z } from 'zod'
import { sourceProfileSchema } from '../source-profile.ts'

/**
 * The JSON Schema (draft 2020-12) of a source profile, as authors write it: for editors, and for
 * `docs/reference/source-profile.schema.json`.
 */
export function profileJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(sourceProfileSchema, { io: 'input' }) as Record<string, unknown>
  const { $schema, description, ...rest } = schema
  return { $schema, title: 'Source profile of Caudal', description, ...rest }
}
