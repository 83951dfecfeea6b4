import type { Language } from '@caudal/methods/vocabulary'
import { useSpeaking } from '../../../words/speaking.tsx'

interface RecordsWording {
  readonly lead: string
  readonly none: string
  readonly dataset: string
  readonly owner: string
  readonly own: string
  readonly records: string
  readonly readFor: string
  readonly logged: string
  readonly given: string
  readonly number: string
  readonly hidden: string
  readonly noRecords: string
  readonly more: string
  readonly first: string
  readonly why: string
  readonly outcomes: Readonly<Record<'allow' | 'mask' | 'refuse', string>>
}

const recordsWords: Readonly<Record<Language, RecordsWording>> = {
  es: {
    lead: 'Elija para qué los lee: la finalidad decide qué campos se le dan.',
    none: 'No hay registros que pueda leer. Los de otra institución necesitan un acuerdo firmado por ambas.',
    dataset: 'Conjunto de datos',
    owner: 'De quién son',
    own: 'Su institución',
    records: 'Registros',
    readFor: 'Leer para',
    logged: 'Cada lectura queda en el registro de auditoría: quién, para qué y qué campos.',
    given: 'Registros',
    number: 'Número',
    hidden: 'oculto',
    noRecords: 'No hay más registros.',
    more: 'Siguientes',
    first: 'Primeros',
    why: 'Qué se da de cada campo y por qué',
    outcomes: { allow: 'Se da entero', mask: 'Se da en parte', refuse: 'No se da' },
  },
  en: {
    lead: 'Choose what you read them for: the purpose decides which fields you are given.',
    none: 'There are no records that you may read. Those of another institution need an agreement that both have signed.',
    dataset: 'Dataset',
    owner: 'Whose they are',
    own: 'Your institution',
    records: 'Records',
    readFor: 'Read for',
    logged: 'Each read is in the audit log: who, what for, and which fields.',
    given: 'Records',
    number: 'Number',
    hidden: 'hidden',
    noRecords: 'There are no more records.',
    more: 'Next ones',
    first: 'First ones',
    why: 'What is given of each field, and why',
    outcomes: { allow: 'Given whole', mask: 'Given in part', refuse: 'Not given' },
  },
  fr: {
    lead: 'Choisissez pourquoi vous les lisez : la finalité décide des champs qui vous sont donnés.',
    none: 'Il n’y a pas d’enregistrements que vous puissiez lire. Ceux d’une autre institution demandent un accord signé par les deux.',
    dataset: 'Jeu de données',
    owner: 'À qui ils sont',
    own: 'Votre institution',
    records: 'Enregistrements',
    readFor: 'Lire pour',
    logged: 'Chaque lecture figure au journal d’audit : qui, pourquoi et quels champs.',
    given: 'Enregistrements',
    number: 'Numéro',
    hidden: 'masqué',
    noRecords: 'Il n’y a plus d’enregistrements.',
    more: 'Suivants',
    first: 'Premiers',
    why: 'Ce qui est donné de chaque champ, et pourquoi',
    outcomes: { allow: 'Donné en entier', mask: 'Donné en partie', refuse: 'Non donné' },
  },
}

/** The words of the pages on which records are read. */
export function useRecordsWords(): RecordsWording {
  return recordsWords[useSpeaking().language]
}
