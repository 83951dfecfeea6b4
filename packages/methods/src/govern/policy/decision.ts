import type { Refusal, RefusalDetails, Text } from '../../vocabulary/index.ts'
import { policyRefusals } from './refusals.ts'

/** Why something is allowed, or given in part. */
export const allowances = {
  'operation-of-role': {
    es: 'Corresponde a su función.',
    en: 'It belongs to your role.',
    fr: 'Cela relève de votre fonction.',
  },
  'open-to-all': { es: 'Es público.', en: 'It is public.', fr: 'C’est public.' },
  'own-records': {
    es: 'Los registros son de su institución y su función los necesita para esta finalidad.',
    en: 'The records belong to your institution, and your role needs them for this purpose.',
    fr: 'Les enregistrements appartiennent à votre institution et votre fonction en a besoin pour cette finalité.',
  },
  'shared-by-agreement': {
    es: 'Un acuerdo firmado por ambas partes lo comparte para esta finalidad.',
    en: 'An agreement signed by both parties shares it for this purpose.',
    fr: 'Un accord signé par les deux parties le partage pour cette finalité.',
  },
  'rights-of-the-person': {
    es: 'La persona ejerce sus derechos ante todas las instituciones del país.',
    en: 'The person exercises rights towards every institution of the country.',
    fr: 'La personne exerce ses droits envers toutes les institutions du pays.',
  },
  derogation: {
    es: 'Una excepción aprobada por otra persona lo permite hasta su vencimiento.',
    en: 'A derogation approved by another person allows it until it ends.',
    fr: 'Une dérogation approuvée par une autre personne le permet jusqu’à son terme.',
  },
  'withheld-for-purpose': {
    es: 'Para esta finalidad basta con saber que el dato existe.',
    en: 'For this purpose it is enough to know that the value exists.',
    fr: 'Pour cette finalité, il suffit de savoir que la donnée existe.',
  },
  'coarsened-for-purpose': {
    es: 'Para esta finalidad basta con un dato menos preciso.',
    en: 'For this purpose a less exact value is enough.',
    fr: 'Pour cette finalité, une donnée moins précise suffit.',
  },
} as const satisfies Readonly<Record<string, Text>>

export type Allowance = keyof typeof allowances
export type PolicyRefusal = keyof typeof policyRefusals.definitions

/** How a masked value is given: not at all (`withhold`), or less exactly (`coarsen`). */
export type Mask = 'withhold' | 'coarsen'

/** What the policy answers, and why. */
export type Decision =
  | {
      readonly outcome: 'allow'
      readonly reason: Allowance
      /** Identifier of the agreement or derogation that it rests on. */
      readonly basis?: string
    }
  | {
      readonly outcome: 'mask'
      readonly mask: Mask
      readonly reason: Allowance
      readonly basis?: string
    }
  | {
      readonly outcome: 'refuse'
      readonly reason: PolicyRefusal
      readonly details: RefusalDetails
    }

/** A decision that nothing was given. */
export type Refused = Extract<Decision, { outcome: 'refuse' }>

export function allow(reason: Allowance, basis?: string): Decision {
  return { outcome: 'allow', reason, ...(basis === undefined ? {} : { basis }) }
}

export function refuse(reason: PolicyRefusal, details: RefusalDetails = {}): Refused {
  return { outcome: 'refuse', reason, details }
}

/**
 * The refusal to throw for a decision that refuses; undefined where something is given.
 *
 * @example refusalOf(allow('open-to-all')) // => undefined
 */
export function refusalOf(decision: Decision): Refusal | undefined {
  if (decision.outcome !== 'refuse') return undefined
  return policyRefusals.refuse(decision.reason, decision.details)
}
