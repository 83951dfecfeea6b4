import { receptionForm } from '../testing-form.ts'
import type { describeForm, describeProposal } from './describe-form.ts'

type Form = ReturnType<typeof describeForm>
type Proposal = ReturnType<typeof describeProposal>

interface Answer {
  readonly statusCode: number
  readonly body: string
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as the server's answers have it
  json<Content>(): Content
}

/** Who fills in: a browser that somebody has signed in with. */
interface Filler<Given extends Answer> {
  readonly browser: {
    get(url: string): Promise<Given>
    post(url: string, body?: object): Promise<Given>
    put(url: string, body: object): Promise<Given>
    send(options: {
      readonly method: 'POST'
      readonly url: string
      readonly headers: Record<string, string>
      readonly payload: Buffer
    }): Promise<Given>
  }
}

/** What the node answers where a form was filled in. */
export interface Entered {
  readonly saved: boolean
  readonly faults: readonly { readonly question: string; readonly kind: string }[]
  readonly findings: readonly {
    readonly id: string
    readonly level: string
    readonly message: string
    readonly questions: readonly string[]
  }[]
}

/** SYNTHETIC: the reception centre whose forms the tests fill in. */
export const place = { institution: 'hn-centro', country: 'HND' }

/** A number of an entry, as the page draws them. */
export function entryNumber(last: number): string {
  return `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`
}

/** SYNTHETIC: a person whom the form of the centre is filled in for. */
export const ximena = {
  nombres: 'Ximena',
  apellidos: 'Quetzalcoatl Prueba',
  nacimiento: '1988-08-17',
  sexo: 'm',
  documento: '0801-1988-00001',
  pais: 'mx',
  ciudad: 'tap',
  necesidades: 'salud comida',
}

/** Sends a workbook to be kept, or to be read alone. */
export function bringForm<Given extends Answer>(
  { browser }: Filler<Given>,
  content: Buffer,
  path = '/api/collect/forms',
) {
  return browser.send({
    method: 'POST',
    url: `${path}?file=SYNTHETIC-recepcion.xlsx&language=en`,
    headers: { 'content-type': 'application/octet-stream' },
    payload: content,
  })
}

/** A form that is kept and mapped to returns as it is proposed, as its page does. @returns its number */
export async function keepMapped<Given extends Answer>(
  ana: Filler<Given>,
  content = receptionForm(),
): Promise<number> {
  const kept = await bringForm(ana, content)
  if (kept.statusCode !== 201) throw new Error(kept.body)
  const { id } = kept.json<Form>()
  const proposal = await ana.browser.get(`/api/collect/forms/${id}/proposal?recordType=return`)
  const { fields, dataset } = proposal.json<Proposal>()
  const proposed = fields.flatMap((field) => (field.mapping ? [[field.id, field.mapping]] : []))
  const mapping = {
    recordType: 'return',
    dataset,
    licence: 'Internal use',
    fields: { ...Object.fromEntries(proposed), return_type: { constant: 'forced' } },
  }
  const answer = await ana.browser.post(`/api/collect/forms/${id}/mapping`, mapping)
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return id
}

/** Fills a form in for whoever is signed in, as its page does. */
export async function entering<Given extends Answer>({ browser }: Filler<Given>, id: number) {
  const form = (await browser.get(`/api/collect/forms/${id}`)).json<Form>()
  return async (entry: string, answers: object, more: object = {}) => {
    const body = { answers, mapping: form.mappingId, ...more }
    return browser.put(`/api/collect/forms/${id}/entries/${entry}?language=es`, body)
  }
}
