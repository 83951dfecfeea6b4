import { z } from 'zod'
import { linkSettingsSchema } from './link-settings.ts'
import { settingsExamples } from './settings-examples.ts'

/**
 * The JSON Schema (draft 2020-12) of the settings of a linkage, as authors write them, with an
 * example for each common layout: `docs/reference/link-settings.schema.json`.
 */
export function linkJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(linkSettingsSchema, { io: 'input' }) as Record<string, unknown>
  const { $schema, description, ...rest } = schema
  return {
    $schema,
    title: 'Settings of a linkage',
    description,
    ...rest,
    examples: Object.values(settingsExamples),
  }
}
