import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import { Ajv2019 } from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'

const folder = new URL('../../../../../shared/data/sdmx/', import.meta.url)

/** Whether the official schemas lie beside the project; says so where they do not. */
export const hasOfficialSchemas = existsSync(folder)
if (!hasOfficialSchemas) {
  process.stderr.write(
    'The official SDMX schemas are not beside the project: messages are not held against them.\n',
  )
}

const pathOf = (file: string) => fileURLToPath(new URL(file, folder))
const validators = new Map<string, ReturnType<Ajv['compile']>>()
let messageSchema: XsdValidator | undefined

type Message = 'structure' | 'data' | 'metadata'

/**
 * What an official schema has against a JSON message; empty where it is valid. The files under
 * `json-v2.0.0` are those of 1.0: messages of 2.0 are held against 2.1, which takes them.
 */
export function jsonFaults(message: Message, version: '1.0' | '2.1.0', text: string): string[] {
  // The schema of metadata of 1.0 lies beside those of 2.0.
  const folderOf = version === '1.0' && message === 'metadata' ? '2.0.0' : version
  const name = `json-v${folderOf}/sdmx-json-${message}-schema.json`
  let validate = validators.get(name)
  if (!validate) {
    const schema = JSON.parse(readFileSync(pathOf(name), 'utf8')) as Record<string, unknown>
    const options = { strict: false, allErrors: true } as const
    const ajv = version === '1.0' ? new Ajv(options) : new Ajv2019(options)
    addFormats.default(ajv)
    if (version === '1.0') {
      // It names no draft, and itself by `id`, which draft 7 calls `$id`.
      delete schema['$schema']
      delete schema['id']
    }
    validate = ajv.compile(schema)
    validators.set(name, validate)
  }
  void validate(JSON.parse(text))
  return (validate.errors ?? []).map(({ instancePath, message: said }) => `${instancePath} ${said}`)
}

/** What the official schema of messages has against a message of SDMX-ML 2.1. */
export function xmlFaults(text: string): string[] {
  xmlRegisterFsInputProviders()
  messageSchema ??= schemaOf(readFileSync(pathOf('xml-v2.1/SDMXMessage.xsd'), 'utf8'))
  return faultsOf(messageSchema, text)
}

/**
 * What is wrong with a message of structure-specific data by the schema of its structure, as the
 * service gives it out, together with the official ones.
 */
export function specificFaults(schema: string, text: string): string[] {
  xmlRegisterFsInputProviders()
  const own = schema.replace(
    '<xs:import ',
    '<xs:import namespace="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" schemaLocation="SDMXMessage.xsd"/><xs:import ',
  )
  return faultsOf(schemaOf(own), text)
}

function schemaOf(text: string): XsdValidator {
  const document = XmlDocument.fromString(text, { url: pathOf('xml-v2.1/message.xsd') })
  return XsdValidator.fromDoc(document)
}

function faultsOf(schema: XsdValidator, text: string): string[] {
  const document = XmlDocument.fromString(text)
  try {
    schema.validate(document)
    return []
  } catch (error) {
    return String((error as Error).message)
      .split('\n')
      .slice(0, 10)
  } finally {
    document.dispose()
  }
}
