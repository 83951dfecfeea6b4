import type { Field, RecordType } from '../record-type.ts'
import { countryField } from './living-fields.ts'
import { movement } from './movement.ts'

const ofMovement = (...ids: string[]) => movement.fields.filter(({ id }) => ids.includes(id))

/** What a person is does not change from crossing to crossing: the same value all along a journey. */
const ofPerson = (...ids: string[]) =>
  ofMovement(...ids).map((field): Field => {
    const kept = Object.entries(field).filter(([key]) => key !== 'derived')
    return {
      ...(Object.fromEntries(kept) as unknown as Field),
      definition: {
        es: 'Lo que dice la mayoría de los registros de la persona; el mismo valor en toda la trayectoria.',
        en: 'What most records of the person say; the same value all along the journey.',
        fr: 'Ce que dit la majorité des enregistrements de la personne ; la même valeur tout au long du parcours.',
      },
    }
  })

/**
 * One row per crossing in the journey of a linked person. Written by linkage alone: no file of an
 * institution is read as one.
 */
export const journey: RecordType = {
  id: 'journey',
  label: { es: 'Trayectoria', en: 'Journey', fr: 'Parcours' },
  definition: {
    es: 'Cruces de una persona enlazada, en orden y reparados para que entradas y salidas alternen; cada reparación va marcada. Los escribe el enlace de registros.',
    en: 'Crossings of a linked person, in order and repaired so that arrivals and departures alternate, every repair flagged. Written by the linkage of records.',
    fr: 'Franchissements d’une personne appariée, dans l’ordre et réparés pour qu’entrées et sorties alternent, chaque réparation signalée. Écrits par l’appariement.',
  },
  grain: {
    es: 'Una fila por cruce registrado de una persona enlazada, y una por cruce intercalado.',
    en: 'One row per recorded crossing of a linked person, and one per crossing that was inserted.',
    fr: 'Une ligne par franchissement enregistré d’une personne appariée, et une par franchissement inséré.',
  },
  dateField: 'crossed_on',
  fields: [
    countryField({
      es: 'País a cuya frontera pertenece la trayectoria; las personas se enlazan dentro de un país.',
      en: 'Country whose border the journey is about; persons are linked within a country.',
      fr: 'Pays dont la frontière est concernée ; les personnes sont appariées au sein d’un pays.',
    }),
    {
      id: 'person',
      type: 'integer',
      required: true,
      sensitivity: 'quasi',
      label: { es: 'Persona', en: 'Person', fr: 'Personne' },
      unit: {
        es: 'número, no cantidad',
        en: 'a number, no quantity',
        fr: 'un numéro, non une quantité',
      },
      definition: {
        es: 'Número de la persona en el índice de personas: el menor de sus identidades. No dice nada fuera del nodo.',
        en: 'Number of the person in the person index: the least of his or her identities. It says nothing outside the node.',
        fr: 'Numéro de la personne dans l’index des personnes : le plus petit de ses identités. Il ne dit rien hors du nœud.',
      },
    },
    {
      id: 'place',
      type: 'integer',
      sensitivity: 'plain',
      unit: { es: 'orden, desde 1', en: 'order, from 1', fr: 'ordre, à partir de 1' },
      label: {
        es: 'Orden en la trayectoria',
        en: 'Place in the journey',
        fr: 'Rang dans le parcours',
      },
      definition: {
        es: 'Orden del cruce en la historia reparada, que alterna entradas y salidas; vacío si el cruce no forma parte de ella.',
        en: 'Place of the crossing in the repaired history, in which arrivals and departures alternate; missing where the crossing is not part of it.',
        fr: 'Rang du franchissement dans l’histoire réparée, où entrées et sorties alternent ; vide s’il n’en fait pas partie.',
      },
    },
    ...ofMovement('crossed_on', 'crossed_at', 'direction'),
    {
      id: 'origin',
      type: 'code',
      codeList: 'crossing-origins',
      required: true,
      sensitivity: 'plain',
      label: {
        es: 'Procedencia del cruce',
        en: 'Origin of the crossing',
        fr: 'Origine du franchissement',
      },
      definition: {
        es: 'Si el cruce fue registrado, o intercalado a medio camino entre dos entradas o dos salidas seguidas.',
        en: 'Whether the crossing was recorded, or inserted halfway between two arrivals or two departures in a row.',
        fr: 'Si le franchissement a été enregistré, ou inséré à mi-chemin entre deux entrées ou deux sorties de suite.',
      },
    },
    {
      id: 'problem',
      type: 'code',
      codeList: 'crossing-problems',
      sensitivity: 'plain',
      label: { es: 'Por qué queda fuera', en: 'Why it is set aside', fr: 'Pourquoi il est écarté' },
      definition: {
        es: 'Por qué el cruce registrado no forma parte de la historia; vacío si forma parte.',
        en: 'Why a recorded crossing is not part of the history; missing where it is.',
        fr: 'Pourquoi un franchissement enregistré ne fait pas partie de l’histoire ; vide s’il en fait partie.',
      },
    },
    {
      id: 'gap',
      type: 'boolean',
      sensitivity: 'plain',
      label: { es: 'Junto a un hueco', en: 'Beside a gap', fr: 'À côté d’une lacune' },
      definition: {
        es: 'Si hubo que intercalar un cruce justo antes o después de este.',
        en: 'Whether a crossing had to be inserted directly before or after this one.',
        fr: 'Si un franchissement a dû être inséré juste avant ou après celui-ci.',
      },
    },
    {
      id: 'ordered',
      type: 'boolean',
      sensitivity: 'plain',
      label: {
        es: 'Ordenado por alternancia',
        en: 'Ordered by alternation',
        fr: 'Ordonné par alternance',
      },
      definition: {
        es: 'Si, a falta de hora, su orden entre los cruces del día se dedujo de que entradas y salidas alternan.',
        en: 'Whether, for want of a time, its order among the crossings of the day was told by arrivals and departures alternating.',
        fr: 'Si, faute d’heure, son ordre parmi les franchissements du jour a été déduit de l’alternance des entrées et des sorties.',
      },
    },
    ...ofMovement(
      'border_post',
      'mode',
      'residence_country',
      'counterpart_country',
      'purpose',
      'document_type',
    ),
    ...ofPerson('citizenship', 'birth_country', 'sex'),
    {
      ...ofPerson('age')[0]!,
      definition: {
        es: 'Años cumplidos el día del cruce, según la fecha de nacimiento que dice la mayoría de los registros de la persona.',
        en: 'Completed years on the day of the crossing, by the date of birth that most records of the person say.',
        fr: 'Années révolues au jour du franchissement, selon la date de naissance que dit la majorité des enregistrements.',
      },
    },
    ...ofPerson('birth_year'),
  ],
}
