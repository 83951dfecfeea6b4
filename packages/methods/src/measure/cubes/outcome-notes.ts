import type { Text } from '../../vocabulary/index.ts'

/** What every reader of figures that come from journeys must know. */
export const criterionNote: Text = {
  es: 'Criterio: al menos 365 de los 487 días que siguen al cruce en el nuevo lugar (12 meses en 16). Un mes es definitivo 16 meses después.',
  en: 'Criterion: at least 365 of the 487 days after the crossing in the new place (12 months in 16). A month is final 16 months later.',
  fr: 'Critère : au moins 365 des 487 jours suivant le franchissement dans le nouveau lieu (12 mois sur 16). Un mois est définitif 16 mois plus tard.',
}

export const personsNote: Text = {
  es: 'Las personas se cuentan una sola vez en cada celda, en cada total y en el total general: las celdas no suman los totales. Se enlazan dentro de un país: quien cruza las fronteras de dos países cuenta en cada uno.',
  en: 'Persons are counted once in every cell, in every total and in the grand total: cells do not add up to totals. They are linked within a country: who crosses the borders of two countries counts in each.',
  fr: 'Les personnes sont comptées une seule fois dans chaque cellule, chaque total et le total général : les cellules ne s’additionnent pas. Elles sont appariées au sein d’un pays : qui franchit les frontières de deux pays compte dans chacun.',
}

export const repairNote: Text = {
  es: 'Los cruces que faltan se intercalan a medio camino y van contados aparte; las historias con sentidos o fechas imposibles se apartan y no cuentan como no migrantes.',
  en: 'Missing crossings are inserted halfway and counted apart; histories with impossible directions or dates are set aside, and do not count as non-migrants.',
  fr: 'Les franchissements manquants sont insérés à mi-chemin et comptés à part ; les histoires aux sens ou dates impossibles sont écartées, sans compter comme non-migrantes.',
}

/** Of a cube whose criterion the reader chooses. */
export const criteriaNote: Text = {
  es: 'Si no se elige otro criterio: al menos 365 de los 487 días que siguen al cruce en el nuevo lugar (12 meses en 16), definitivo 16 meses después. Los criterios cuentan lo mismo de otro modo: no se suman.',
  en: 'Where no other criterion is chosen: at least 365 of the 487 days after the crossing in the new place (12 months in 16), final 16 months later. Criteria count the same in other ways: they are not added.',
  fr: 'Sans autre choix de critère : au moins 365 des 487 jours suivant le franchissement dans le nouveau lieu (12 mois sur 16), définitif 16 mois plus tard. Les critères comptent la même chose autrement : ils ne s’additionnent pas.',
}
