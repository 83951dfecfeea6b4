import type { Text } from '../../vocabulary/index.ts'
import type { Field, RecordType } from '../record-type.ts'
import { countryField } from './living-fields.ts'
import { movement } from './movement.ts'

const ofMovement = (...ids: string[]): readonly Field[] =>
  movement.fields.filter(({ id }) => ids.includes(id))

const days: Text = { es: 'días', en: 'days', fr: 'jours' }
const flag: Text = { es: '1 si es así, 0 si no', en: '1 if so, 0 if not', fr: '1 si oui, 0 sinon' }

function numbered(id: string, unit: Text, label: Text, definition: Text): Field {
  return { id, type: 'integer', sensitivity: 'plain', unit, label, definition }
}

/** Criteria that crossings are decided by beside that of the node. */
const otherCriteria: readonly { readonly id: string; readonly label: Text }[] = [
  {
    id: 'nine_in_twelve',
    label: {
      es: 'Resultado: 9 meses en 12',
      en: 'Outcome: 9 months in 12',
      fr: 'Résultat : 9 mois sur 12',
    },
  },
  {
    id: 'six_months_and_a_day',
    label: {
      es: 'Resultado: seis meses y un día',
      en: 'Outcome: six months and a day',
      fr: 'Résultat : six mois et un jour',
    },
  },
]

/**
 * One row per crossing in the repaired journey of a linked person, with what the residence rule says of
 * it. Written by the measure stage alone, from the journeys: no file of an institution is read as one.
 */
export const outcome: RecordType = {
  id: 'outcome',
  label: {
    es: 'Resultado de un cruce',
    en: 'Outcome of a crossing',
    fr: 'Résultat d’un franchissement',
  },
  definition: {
    es: 'Lo que la regla de residencia dice de un cruce: si fue migración, si la persona residía después y cuánto duró la estancia.',
    en: 'What the residence rule says of a crossing: whether it was a migration, whether the person was a resident after it, and how long the stay lasted.',
    fr: 'Ce que la règle de résidence dit d’un franchissement : s’il fut une migration, si la personne résidait ensuite et combien dura le séjour.',
  },
  grain: {
    es: 'Una fila por cruce en la trayectoria reparada de una persona enlazada.',
    en: 'One row per crossing in the repaired journey of a linked person.',
    fr: 'Une ligne par franchissement dans le parcours réparé d’une personne appariée.',
  },
  dateField: 'crossed_on',
  fields: [
    countryField({
      es: 'País en cuya frontera ocurrió el cruce.',
      en: 'Country at whose border the crossing took place.',
      fr: 'Pays à la frontière duquel le franchissement a eu lieu.',
    }),
    {
      id: 'person',
      type: 'integer',
      required: true,
      sensitivity: 'quasi',
      unit: { es: 'número, no cantidad', en: 'a number, no quantity', fr: 'un numéro' },
      label: { es: 'Persona', en: 'Person', fr: 'Personne' },
      definition: {
        es: 'Número de la persona en el índice de personas; no dice nada fuera del nodo.',
        en: 'Number of the person in the person index; it says nothing outside the node.',
        fr: 'Numéro de la personne dans l’index des personnes ; il ne dit rien hors du nœud.',
      },
    },
    ...ofMovement('crossed_on', 'direction'),
    {
      id: 'outcome',
      type: 'code',
      codeList: 'residence-outcomes',
      required: true,
      sensitivity: 'sensitive',
      label: { es: 'Resultado', en: 'Outcome', fr: 'Résultat' },
      definition: {
        es: 'Migración, no migración o por decidir: lo que no se sabe aún no es cero.',
        en: 'Migration, no migration or undecided: what is not known yet is not zero.',
        fr: 'Migration, pas de migration ou indécis : ce qu’on ignore encore n’est pas zéro.',
      },
    },
    ...otherCriteria.map(({ id, label }): Field => ({
      id,
      type: 'code',
      codeList: 'residence-outcomes',
      sensitivity: 'sensitive',
      label,
      definition: {
        es: 'El mismo cruce según otro criterio de residencia.',
        en: 'The same crossing by another criterion of residence.',
        fr: 'Le même franchissement selon un autre critère de résidence.',
      },
    })),
    numbered(
      'by_permit',
      flag,
      {
        es: 'Llegada de quien recibió residencia',
        en: 'Arrival of who was granted residence',
        fr: 'Arrivée de qui a reçu un titre de séjour',
      },
      {
        es: 'Si es la primera llegada de una persona extranjera a un año o menos de que se le concediera un permiso de residencia.',
        en: 'Whether it is the first arrival of a foreigner within a year of being granted a residence permit.',
        fr: 'S’il s’agit de la première arrivée d’une personne étrangère à un an au plus de l’octroi d’un titre de séjour.',
      },
    ),
    {
      id: 'decided_on',
      type: 'date',
      sensitivity: 'quasi',
      label: { es: 'Seguro desde', en: 'Certain from', fr: 'Certain depuis le' },
      definition: {
        es: 'Día en que el resultado quedó decidido.',
        en: 'Day on which the outcome became certain.',
        fr: 'Jour où le résultat est devenu certain.',
      },
    },
    {
      id: 'next_on',
      type: 'date',
      sensitivity: 'quasi',
      label: { es: 'Cruce siguiente', en: 'Next crossing', fr: 'Franchissement suivant' },
      definition: {
        es: 'Día del cruce siguiente de la persona; vacío si no hubo otro.',
        en: 'Day of the next crossing of the person; missing where there was none.',
        fr: 'Jour du franchissement suivant de la personne ; vide s’il n’y en eut pas.',
      },
    },
    numbered(
      'next_inserted',
      flag,
      {
        es: 'Cruce siguiente intercalado',
        en: 'Next crossing inserted',
        fr: 'Franchissement suivant inséré',
      },
      {
        es: 'Si el cruce siguiente no fue registrado sino intercalado a medio camino.',
        en: 'Whether the next crossing was not recorded but inserted halfway.',
        fr: 'Si le franchissement suivant n’a pas été enregistré mais inséré à mi-chemin.',
      },
    ),
    {
      id: 'observed_from',
      type: 'date',
      required: true,
      sensitivity: 'plain',
      label: { es: 'Observado desde', en: 'Observed from', fr: 'Observé depuis le' },
      definition: {
        es: 'Primer día del que hay cruces registrados en el país.',
        en: 'First day of which the country has recorded crossings.',
        fr: 'Premier jour dont le pays a des franchissements enregistrés.',
      },
    },
    {
      id: 'observed_until',
      type: 'date',
      required: true,
      sensitivity: 'plain',
      label: { es: 'Observado hasta', en: 'Observed until', fr: 'Observé jusqu’au' },
      definition: {
        es: 'Primer día que ya no se observa: después no se sabe nada.',
        en: 'First day that is no longer observed: nothing is known after it.',
        fr: 'Premier jour qui n’est plus observé : on n’en sait rien après.',
      },
    },
    numbered(
      'resident_before',
      flag,
      { es: 'Residía antes', en: 'Resident before', fr: 'Résidait avant' },
      {
        es: 'Si la persona residía en el país antes del cruce; vacío si está por decidir.',
        en: 'Whether the person was a resident before the crossing; missing while undecided.',
        fr: 'Si la personne résidait dans le pays avant ; vide tant que c’est indécis.',
      },
    ),
    numbered(
      'resident_after',
      flag,
      { es: 'Residía después', en: 'Resident after', fr: 'Résidait après' },
      {
        es: 'Si la persona residía en el país después del cruce; vacío si está por decidir.',
        en: 'Whether the person was a resident after the crossing; missing while undecided.',
        fr: 'Si la personne résidait dans le pays après ; vide tant que c’est indécis.',
      },
    ),
    numbered(
      'is_first',
      flag,
      { es: 'Primer cruce', en: 'First crossing', fr: 'Premier franchissement' },
      {
        es: 'Si es el primer cruce de la trayectoria.',
        en: 'Whether it is the first crossing of the journey.',
        fr: 'Si c’est le premier franchissement du parcours.',
      },
    ),
    numbered(
      'stay_days',
      days,
      { es: 'Días de estancia', en: 'Days of stay', fr: 'Jours de séjour' },
      {
        es: 'De una entrada a la salida siguiente; vacío en las salidas y si la persona sigue en el país.',
        en: 'From an arrival to the next departure; missing for departures and while the person is still in the country.',
        fr: 'D’une entrée à la sortie suivante ; vide pour les sorties et si la personne est encore là.',
      },
    ),
    {
      ...ofMovement('authorised_days')[0]!,
      definition: {
        es: 'Días concedidos a la entrada o, si llega más lejos, hasta el fin de un permiso concedido para la estancia; vacío donde no hay límite conocido.',
        en: 'Days granted on arrival or, where that is later, until the end of a permit granted for the stay; missing where no limit is known.',
        fr: 'Jours accordés à l’entrée ou, si c’est plus tard, jusqu’à la fin d’un titre accordé pour le séjour ; vide si aucune limite n’est connue.',
      },
    },
    numbered(
      'inserted',
      flag,
      { es: 'Intercalado', en: 'Inserted', fr: 'Inséré' },
      {
        es: 'Si el cruce no fue registrado sino intercalado a medio camino.',
        en: 'Whether the crossing was not recorded but inserted halfway.',
        fr: 'Si le franchissement n’a pas été enregistré mais inséré à mi-chemin.',
      },
    ),
    numbered(
      'beside_gap',
      flag,
      { es: 'Junto a un hueco', en: 'Beside a gap', fr: 'À côté d’une lacune' },
      {
        es: 'Si hubo que intercalar un cruce justo antes o después de este.',
        en: 'Whether a crossing had to be inserted directly before or after this one.',
        fr: 'Si un franchissement a dû être inséré juste avant ou après celui-ci.',
      },
    ),
    ...ofMovement(
      'border_post',
      'mode',
      'counterpart_country',
      'purpose',
      'citizenship',
      'birth_country',
      'sex',
      'age',
    ),
  ],
}
