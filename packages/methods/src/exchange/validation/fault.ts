import type { Text } from '../../vocabulary/index.ts'

/** What is wrong with one observation, in the spirit of Eurostat's structural validation. */
export interface Fault {
  readonly code: FaultCode
  readonly component: string
  readonly value: string
  /** Line of the message; undefined where the format has no use of lines. */
  readonly line: number | undefined
}

/** What each code means; `{component}` and `{value}` stand for the place. */
export const faultTexts = {
  'concept-missing': {
    es: 'Falta {component}.',
    en: '{component} is missing.',
    fr: '{component} manque.',
  },
  'concept-unknown': {
    es: 'La estructura no tiene {component}.',
    en: 'The structure has no {component}.',
    fr: 'La structure n’a pas de {component}.',
  },
  'code-unknown': {
    es: '«{value}» no está en la lista de códigos de {component}.',
    en: '“{value}” is not in the code list of {component}.',
    fr: '« {value} » n’est pas dans la liste de codes de {component}.',
  },
  'value-not-numeric': {
    es: '«{value}» no es un número.',
    en: '“{value}” is no number.',
    fr: '« {value} » n’est pas un nombre.',
  },
  'value-missing': {
    es: 'No hay cifra, y OBS_STATUS no dice por qué falta.',
    en: 'There is no figure, and OBS_STATUS does not say why.',
    fr: 'Il n’y a pas de chiffre, et OBS_STATUS ne dit pas pourquoi.',
  },
  'value-despite-status': {
    es: 'Hay una cifra ({value}), y OBS_STATUS dice que falta.',
    en: 'There is a figure ({value}), and OBS_STATUS says that there is none.',
    fr: 'Il y a un chiffre ({value}), et OBS_STATUS dit qu’il manque.',
  },
  'type-mismatch': {
    es: '«{value}» no es del tipo que la estructura pide para {component}.',
    en: '“{value}” is not of the type that the structure asks for {component}.',
    fr: '« {value} » n’est pas du type que la structure demande pour {component}.',
  },
  'text-too-long': {
    es: 'El texto de {component} es más largo de lo que la estructura permite.',
    en: 'The text of {component} is longer than the structure allows.',
    fr: 'Le texte de {component} est plus long que la structure ne le permet.',
  },
  'period-malformed': {
    es: '«{value}» no es un período de SDMX.',
    en: '“{value}” is no period of SDMX.',
    fr: '« {value} » n’est pas une période SDMX.',
  },
  'period-of-other-frequency': {
    es: 'El período {value} no es de la frecuencia que dice FREQ.',
    en: 'The period {value} is not of the frequency that FREQ says.',
    fr: 'La période {value} n’est pas de la fréquence que dit FREQ.',
  },
  'embargo-without-status': {
    es: 'Hay una hora de embargo ({value}) y CONF_STATUS no es E.',
    en: 'There is an embargo time ({value}) and CONF_STATUS is not E.',
    fr: 'Il y a une heure d’embargo ({value}) et CONF_STATUS n’est pas E.',
  },
  duplicate: {
    es: 'La misma clave y período aparecen ya antes: {value}.',
    en: 'The same key and period stand before: {value}.',
    fr: 'La même clé et la même période figurent déjà : {value}.',
  },
} as const satisfies Record<string, Text>

export type FaultCode = keyof typeof faultTexts
