import { findCube, type RecordedBreak } from '../../measure/index.ts'
import { labelOf, languages, type Language, type Text } from '../../vocabulary/index.ts'
import { getCodeList } from '../../vocabulary/code-lists/index.ts'
import { urnOf, type Reference } from '../information-model/reference.ts'
import type {
  ConceptScheme,
  Metadataflow,
  MetadataStructure,
  Structure,
} from '../information-model/structures.ts'
import { agencyId, ownReference } from './agency.ts'
import { cubeFigures } from './cube-figures.ts'
import type { FigureFacts } from './figure-facts.ts'

const concepts = {
  DEFINITION: {
    name: { es: 'Definición', en: 'Definition', fr: 'Définition' },
    description: { es: 'Qué se cuenta.', en: 'What is counted.', fr: 'Ce qui est compté.' },
  },
  CRITERION: {
    name: { es: 'Criterio', en: 'Criterion', fr: 'Critère' },
    description: {
      es: 'Quién o qué entra en la cuenta, y desde cuándo: residencia, duración, registro.',
      en: 'Who or what is counted, and from when on: residence, duration, registration.',
      fr: 'Qui ou quoi est compté, et depuis quand : résidence, durée, enregistrement.',
    },
  },
  COVERAGE: {
    name: { es: 'Cobertura', en: 'Coverage', fr: 'Couverture' },
    description: {
      es: 'Períodos, áreas y población de que hablan las cifras, y lo que falta.',
      en: 'Periods, areas and population that the figures speak of, and what is lacking.',
      fr: 'Périodes, zones et population dont parlent les chiffres, et ce qui manque.',
    },
  },
  BREAKS: {
    name: { es: 'Rupturas', en: 'Breaks', fr: 'Ruptures' },
    description: {
      es: 'Cambios de fuente o de método que impiden comparar antes y después.',
      en: 'Changes of source or method that keep before and after from being compared.',
      fr: 'Changements de source ou de méthode qui empêchent de comparer avant et après.',
    },
  },
  QUALITY: {
    name: { es: 'Calidad', en: 'Quality', fr: 'Qualité' },
    description: {
      es: 'Cuánto se puede confiar en las cifras, y por qué.',
      en: 'How far the figures can be relied on, and why.',
      fr: 'Jusqu’où on peut se fier aux chiffres, et pourquoi.',
    },
  },
  CONTACT: {
    name: { es: 'Contacto', en: 'Contact', fr: 'Contact' },
    description: {
      es: 'A quién preguntar por las cifras.',
      en: 'Whom to ask about the figures.',
      fr: 'À qui s’adresser au sujet des chiffres.',
    },
  },
} as const satisfies Record<string, { readonly name: Text; readonly description: Text }>

export type MetadataConcept = keyof typeof concepts

/** What is said of the figures of a dataflow, concept by concept. */
export const metadataConcepts = Object.keys(concepts) as readonly MetadataConcept[]

export function metadataConceptName(concept: MetadataConcept): Text {
  return concepts[concept].name
}

const scheme = ownReference('conceptscheme', 'CS_METADATA')
const structure = ownReference('metadatastructure', 'MSD_MIGRATION')
const flow = ownReference('metadataflow', 'MDF_MIGRATION')

/** Every set is of one version: what is said in it changes as figures do. */
export const metadataSetVersion = '1.0.0'

/** Who says it: the node itself. */
export const metadataProvider = agencyId

/** Concepts, structure, flow and provider of reference metadata. */
export function metadataStructures(): Structure[] {
  const conceptScheme: ConceptScheme = {
    ...scheme,
    name: {
      es: 'Conceptos de los metadatos de referencia',
      en: 'Concepts of reference metadata',
      fr: 'Concepts des métadonnées de référence',
    },
    isFinal: true,
    concepts: metadataConcepts.map((id) => ({ id, ...concepts[id] })),
  }
  const metadataStructure: MetadataStructure = {
    ...structure,
    name: {
      es: 'Qué dicen las cifras sobre migración',
      en: 'What figures on migration mean',
      fr: 'Ce que disent les chiffres sur la migration',
    },
    isFinal: true,
    attributes: metadataConcepts.map((id) => ({
      id,
      concept: { ...scheme, item: id },
      format: { type: 'String' },
    })),
  }
  const metadataflow: Metadataflow = {
    ...flow,
    name: metadataStructure.name,
    isFinal: true,
    structure,
    targets: [`urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=${agencyId}:*(*)`],
  }
  return [
    conceptScheme,
    metadataStructure,
    metadataflow,
    {
      ...ownReference('metadataproviderscheme', 'METADATA_PROVIDERS', '1.0'),
      name: {
        es: 'Proveedores de metadatos',
        en: 'Metadata providers',
        fr: 'Fournisseurs de métadonnées',
      },
      providers: [
        {
          id: metadataProvider,
          name: {
            es: 'Quien lleva el nodo',
            en: 'Whoever runs the node',
            fr: 'Qui tient le nœud',
          },
        },
      ],
    },
  ]
}

/** What an editor said of a dataflow in place of what the platform says by itself. */
export interface MetadataStatement {
  readonly dataflow: string
  readonly concept: MetadataConcept
  readonly text: Text
}

/** What is said of one dataflow. */
export interface MetadataSet {
  readonly id: string
  readonly name: Text
  readonly flow: Reference
  readonly target: Reference
  readonly statements: readonly { readonly concept: MetadataConcept; readonly text: Text }[]
}

/**
 * The metadata of every dataflow with figures: what its cube and its data say, and where an editor
 * said something of a concept, that instead; of breaks both. A concept of which nothing is known is left out.
 */
export function metadataSets(
  facts: readonly FigureFacts[],
  flows: readonly Reference[],
  said: readonly MetadataStatement[],
): MetadataSet[] {
  return facts.flatMap((each): MetadataSet[] => {
    const figures = cubeFigures.find(({ cube }) => cube === each.cube)
    const target = flows.find(({ id }) => id === figures?.dataflow)
    if (!figures || !target) return []
    const own = ownStatements(each)
    const statements = metadataConcepts.flatMap((concept) => {
      const edited = said.find(
        (one) => one.dataflow === figures.dataflow && one.concept === concept,
      )
      const text =
        concept === 'BREAKS'
          ? joinTexts(edited?.text, own[concept])
          : (edited?.text ?? own[concept])
      return text === undefined ? [] : [{ concept, text }]
    })
    const id = `MD_${figures.dataflow}`
    return [{ id, name: findCube(each.cube)!.title, flow, target, statements }]
  })
}

function ownStatements(facts: FigureFacts): Partial<Record<MetadataConcept, Text>> {
  const cube = findCube(facts.cube)!
  const { periods } = facts
  const areas = (facts.codes['REF_AREA'] ?? []).filter((code) => !code.startsWith('_')).length
  const providers = facts.providers.map(({ name }) => name['en']!)
  const broken = [facts.foundBreaks, ...(facts.breaks ?? []).map(breakText)].reduce(
    (all, each) => joinTexts(all, each),
    undefined,
  )
  return {
    DEFINITION: cube.description,
    CRITERION: cube.universe,
    ...(periods && {
      COVERAGE: {
        es: `De ${periods.start} a ${periods.end}; áreas: ${areas}; series: ${facts.seriesCount}; cifras: ${facts.observationCount}.`,
        en: `From ${periods.start} to ${periods.end}; areas: ${areas}; series: ${facts.seriesCount}; figures: ${facts.observationCount}.`,
        fr: `De ${periods.start} à ${periods.end} ; zones : ${areas} ; séries : ${facts.seriesCount} ; chiffres : ${facts.observationCount}.`,
      },
    }),
    ...(broken && { BREAKS: broken }),
    ...((facts.synthetic || facts.quality) && { QUALITY: qualityOf(facts) }),
    ...(providers.length > 0 && {
      CONTACT: Object.fromEntries(
        languages.map((language) => [language, providers.join('; ')]),
      ) as unknown as Text,
    }),
  }
}

function breakText({ country, from, reason, source }: RecordedBreak): Text {
  const countries = getCodeList('countries')
  const say = (language: Language) =>
    `${labelOf(countries, country, language)}, ${from}: ${reason[language]} (${source})`
  return { es: say('es'), en: say('en'), fr: say('fr') }
}

function joinTexts(one: Text | undefined, other: Text | undefined): Text | undefined {
  if (one === undefined || other === undefined) return one ?? other
  const join = (language: Language) => `${one[language]}; ${other[language]}`
  return { es: join('es'), en: join('en'), fr: join('fr') }
}

const drawn: Text = {
  es: 'SINTÉTICO: cifras sorteadas, que no hablan de nadie.',
  en: 'SYNTHETIC: drawn figures, about nobody.',
  fr: 'SYNTHÉTIQUE : chiffres tirés au sort, qui ne parlent de personne.',
}

function qualityOf({ synthetic, quality }: FigureFacts): Text {
  return Object.fromEntries(
    languages.map((language) => [
      language,
      [...(synthetic ? [drawn[language]] : []), ...(quality ? [quality[language]] : [])].join(' '),
    ]),
  ) as unknown as Text
}

export const metadataflowUrn = urnOf(flow)
