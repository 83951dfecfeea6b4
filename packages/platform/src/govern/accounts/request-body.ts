import { z } from 'zod'
import {
  defineRefusals,
  languages,
  readShape,
  type Refusal,
  type Text,
} from '@caudal/methods/vocabulary'

export const bodyRefusals = defineRefusals('govern.request', {
  'field-wrong': {
    status: 422,
    what: {
      es: 'El campo «{field}» no sirve: {reason}.',
      en: 'The field “{field}” will not do: {reason}.',
      fr: 'Le champ « {field} » ne convient pas : {reason}.',
    },
    advice: {
      es: 'Corríjalo y envíe de nuevo.',
      en: 'Correct it and send again.',
      fr: 'Corrigez-le et renvoyez.',
    },
  },
})

const secret = z.string().min(1).max(1000)
const word = z.string().max(120)

/** What each request about accounts has in its body; whatever else is in it is refused. */
export const bodies = {
  nothing: z.strictObject({}),
  password: z.strictObject({ name: z.string().min(1).max(1000), password: secret }),
  code: z.strictObject({ code: secret }),
  link: z.strictObject({ link: secret }),
  enrolment: z.strictObject({ password: secret, wrapped: secret.optional(), code: secret }),
  confirm: z.strictObject({ password: secret, code: secret }),
  newPassword: z.strictObject({ current: secret, password: secret }),
  authenticator: z.strictObject({ wrapped: secret, code: secret }),
  language: z.strictObject({ language: z.enum(languages) }),
  token: z.strictObject({
    label: word.min(1),
    operations: z.array(word).min(1).max(50),
    purposes: z.array(word).max(20),
    days: z.number().int().min(1).max(366),
  }),
  invitation: z.strictObject({
    name: word,
    shownName: word,
    language: z.enum(languages),
    roles: z.array(word).max(10),
    institution: word.default(''),
    country: z.string().max(3).default(''),
  }),
  change: z.strictObject({
    version: z.number().int(),
    roles: z.array(word).max(10),
    institution: word.default(''),
    country: z.string().max(3).default(''),
  }),
  recovery: z.strictObject({ resetsSecondFactor: z.boolean() }),
  passkey: z.strictObject({
    id: z.string().max(40),
    answer: z.looseObject({ id: z.string().max(2000) }),
    label: word.optional(),
  }),
} as const

/** @throws {Refusal} govern.request.field-wrong, without what was typed */
export function readBody<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): z.output<Schema> {
  // PostgreSQL has no text with a zero in it; nobody types one.
  if (JSON.stringify(body ?? {}).includes('\\u0000')) {
    throw bodyRefusals.refuse('field-wrong', { field: '/', reason: zeroSign })
  }
  const { data, problem } = readShape(schema, body ?? {})
  if (problem === undefined) return data
  throw bodyRefusals.refuse('field-wrong', { field: problem.place, reason: problem.what })
}

const zeroSign: Text = {
  es: 'contiene el signo U+0000',
  en: 'it holds the sign U+0000',
  fr: 'il contient le signe U+0000',
}

/** That a route takes the bytes of a file, and no JSON. */
export function refuseNoBytes(): Refusal {
  const reason = {
    es: 'aquí se envían los bytes de un archivo, como application/octet-stream',
    en: 'the bytes of a file are sent here, as application/octet-stream',
    fr: 'on envoie ici les octets d’un fichier, en application/octet-stream',
  }
  return bodyRefusals.refuse('field-wrong', { field: '/', reason })
}
