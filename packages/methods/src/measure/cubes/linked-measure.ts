import type { Text } from '../../vocabulary/index.ts'
import type { CubeMeasure } from '../cube.ts'

/** Distinct persons of a cube of records, as linkage found them. */
export const linkedPersons: CubeMeasure = {
  id: 'persons',
  label: { es: 'Personas', en: 'Persons', fr: 'Personnes' },
  unit: { es: 'personas distintas', en: 'distinct persons', fr: 'personnes distinctes' },
  aggregate: 'distinct',
}

/** What the persons of a cube of records are beside its records, and what of them does not add up. */
export function linkedPersonsNote(records: Text): Text {
  return {
    es: `«${records.es}» cuenta hechos; «Personas», a cada persona una sola vez en cada celda, en cada total y en el total general: las celdas no suman los totales. Se enlazan dentro de un país: quien consta en dos países cuenta en cada uno.`,
    en: `“${records.en}” counts events; “Persons” counts each person once in every cell, in every total and in the grand total: cells do not add up to totals. They are linked within a country: who is in the records of two countries counts in each.`,
    fr: `« ${records.fr} » compte des événements ; « Personnes » compte chaque personne une fois par cellule, par total et au total général : les cellules ne s’additionnent pas. Elles sont appariées au sein d’un pays : qui figure dans deux pays compte dans chacun.`,
  }
}
