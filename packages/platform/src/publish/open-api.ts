import { z } from 'zod'
import { problemAnswerSchema } from '@caudal/methods/publish'
import type { Language, Text } from '@caudal/methods/vocabulary'
import program from '../../package.json' with { type: 'json' }
import { apiOperations, type ApiOperation } from './api-operations.ts'

const title: Text = {
  es: 'Caudal: interfaz de datos',
  en: 'Caudal: data interface',
  fr: 'Caudal : interface de données',
}

const refusedWith: Text = {
  es: 'Una negativa: qué pasó y qué hacer (RFC 9457), en el idioma pedido',
  en: 'A refusal: what happened and what to do (RFC 9457), in the language asked for',
  fr: 'Un refus : ce qui s’est passé et que faire (RFC 9457), dans la langue demandée',
}

const unchanged: Text = { es: 'Sin cambios', en: 'Not modified', fr: 'Non modifié' }
const answered: Text = { es: 'La respuesta', en: 'The answer', fr: 'La réponse' }

/**
 * The description of the interface (OpenAPI 3.1), made from the schemas that validate it.
 *
 * @see OpenAPI Initiative (2021), OpenAPI Specification 3.1.0
 */
export function describeInterface(language: Language): Record<string, unknown> {
  const schemas: Record<string, unknown> = {}
  const paths: Record<string, unknown> = {}
  for (const operation of apiOperations) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { get: describeOperation(operation, language, schemas) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: title[language],
      version: program.version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas },
  }
}

function describeOperation(
  operation: ApiOperation,
  language: Language,
  schemas: Record<string, unknown>,
): Record<string, unknown> {
  const files = Object.entries(operation.files ?? {}).map(([type, description]) => [
    type,
    { schema: { type: 'string', contentMediaType: type, description } },
  ])
  return {
    operationId: operation.id,
    summary: operation.summary[language],
    parameters: [
      ...parametersOf(operation.parameters, 'path'),
      ...parametersOf(operation.query, 'query'),
    ],
    responses: {
      200: {
        description: answered[language],
        headers: { ETag: { schema: { type: 'string' } } },
        content: {
          'application/json': { schema: reference(operation.answer, schemas) },
          ...Object.fromEntries(files),
        },
      },
      304: { description: unchanged[language] },
      default: {
        description: refusedWith[language],
        content: {
          'application/problem+json': { schema: reference(problemAnswerSchema, schemas) },
        },
      },
    },
  }
}

function parametersOf(schema: z.ZodObject, place: 'path' | 'query'): unknown[] {
  const json = z.toJSONSchema(schema, { io: 'input' })
  const required = new Set(json.required ?? [])
  return Object.entries(json.properties ?? {}).map(([name, property]) => {
    const { description, ...rest } = property as Record<string, unknown>
    return {
      name,
      in: place,
      required: place === 'path' || required.has(name),
      ...(description !== undefined && { description }),
      schema: rest,
    }
  })
}

/** Puts a schema among the components, under its id, and refers to it. */
function reference(schema: z.ZodType, schemas: Record<string, unknown>): { $ref: string } {
  const id = String(schema.meta()?.['id'])
  if (!(id in schemas)) {
    const {
      $schema: _dialect,
      $defs,
      id: _id,
      ...own
    } = z.toJSONSchema(schema, { unrepresentable: 'any' }) as Record<string, unknown>
    schemas[id] = JSON.parse(
      JSON.stringify(own).replaceAll('"#/$defs/', '"#/components/schemas/'),
    ) as unknown
    for (const [name, definition] of Object.entries(($defs ?? {}) as Record<string, unknown>)) {
      schemas[name] ??= definition
    }
  }
  return { $ref: `#/components/schemas/${id}` }
}
