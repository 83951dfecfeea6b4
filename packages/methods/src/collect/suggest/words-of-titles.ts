import { spellingKey } from '../../vocabulary/index.ts'

/** How words begin that stand above tables, on sheets and in names of files, by what their records are. */
const beginnings: Readonly<Record<string, string>> = {
  movement:
    'entrada salida cruce movimiento ingreso egreso crossing arrival departure entries exits passage entree sortie mouvement',
  permit: 'permiso visa tramite permit permis titre autorizacion',
  residence: 'residente padron resident inscription inscripcion',
  return:
    'retornad retorno deportad deportacion repatriad returnee returned return deportee deportation removal retourne rapatrie expuls camr',
  incident:
    'incidente incident muerte fallecid desaparecid death missing deces disparu hallazgo victima victim',
  displacement: 'desplazad displace idp dtm deplace albergue',
  'survey-response': 'encuesta censo survey census enquete recensement cuestionario',
  observation:
    'cifra estadistica indicador poblacion remesa statistic indicator figure population remittance statistique chiffre indicateur',
}

/**
 * The record types that titles speak of: those that stand above a table, the name of its sheet and that of
 * its file. None where they speak of more than two, and so of none in particular.
 *
 * @example typesOfTitles(['Reporte mensual de deportados']) // => ['return']
 * @example typesOfTitles(['datos.csv']) // => []
 */
export function typesOfTitles(titles: readonly string[]): readonly string[] {
  const words = titles.flatMap((title) => spellingKey(title).split(/[^\p{L}]+/u))
  const named = Object.entries(beginnings).flatMap(([type, list]) => {
    const of = list.split(' ')
    return words.some((word) => of.some((beginning) => word.startsWith(beginning))) ? [type] : []
  })
  return named.length > 2 ? [] : named
}
