import type { Language, Refusal } from '../../vocabulary/index.ts'
import { declarations, xmlDeclaration } from '../messages/xml-namespaces.ts'
import { element, escapeXml } from '../messages/xml-text.ts'

/** An error in the terms of the standard. */
export interface SdmxError {
  readonly code: number
  readonly status: number
}

/**
 * The code and the HTTP status of a refusal in a version of the interface.
 *
 * @see SDMX REST 1.5.0, "SDMX to HTTP Error Mapping"; SDMX REST 2.2, "Error handling and status
 * information"
 */
export function sdmxErrorOf(refusal: Refusal, restVersion: 1 | 2): SdmxError {
  const { status } = refusal
  const code = codes[status] ?? (status >= 500 ? 500 : 140)
  // Version 1 has no 422: what is well written but cannot be met is forbidden.
  return { code, status: status === 422 && restVersion === 1 ? 403 : status }
}

const codes: Readonly<Record<number, number>> = {
  400: 140,
  401: 110,
  403: 150,
  404: 100,
  406: 140,
  413: 130,
  414: 140,
  422: 150,
  500: 500,
  501: 501,
  503: 503,
}

/** The error message of SDMX-ML 2.1. */
export function errorXml(refusal: Refusal, code: number, language: Language): string {
  const text = `${refusal.what(language)} ${refusal.advice(language)}`
  return `${xmlDeclaration}<mes:Error${declarations('mes', 'com')}>${element(
    'mes:ErrorMessage',
    { code: String(code) },
    element('com:Text', { 'xml:lang': language }, escapeXml(text)),
  )}</mes:Error>`
}

/** The error message of SDMX-JSON 2.x: the `errors` of a message without data. */
export function errorJson(refusal: Refusal, code: number, prepared: string): string {
  const words = (say: (language: Language) => string) => ({
    es: say('es'),
    en: say('en'),
    fr: say('fr'),
  })
  const titles = words((language) => refusal.what(language))
  const details = words((language) => refusal.advice(language))
  return JSON.stringify({
    meta: { id: `E${code}`, prepared, sender: { id: 'CAUDAL' } },
    errors: [{ code, title: titles.en, titles, detail: details.en, details }],
  })
}
