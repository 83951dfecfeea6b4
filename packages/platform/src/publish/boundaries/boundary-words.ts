import type { Language } from '@caudal/methods/vocabulary'
import type { Repairs } from './check-areas.ts'
import type { BoundaryImport } from './service.ts'

interface BoundaryWords {
  readonly description: string
  readonly file: string
  readonly level: string
  readonly country: string
  readonly codeProperty: string
  readonly nameProperty: string
  readonly title: string
  readonly licence: string
  readonly owner: string
  readonly layer: string
  readonly dissolve: string
  outcome(done: BoundaryImport): string
  /** One line per thing that was put right. */
  repaired(repairs: Repairs): string[]
}

/** The words of `caudal import boundaries`. */
export const boundaryWords: Readonly<Record<Language, BoundaryWords>> = {
  es: {
    description: 'Trae límites de departamentos o municipios para los mapas de este nodo.',
    file: 'GeoJSON o TopoJSON con polígonos en WGS 84, hasta 100 MB',
    level: 'Qué son las áreas',
    country: 'País (ISO 3166-1, tres letras)',
    codeProperty: 'Propiedad con el código oficial de cada área',
    nameProperty: 'Propiedad con el nombre de cada área',
    title: 'Título de los límites',
    licence: 'Licencia, por ejemplo «CC BY 4.0»',
    owner: 'Quién los publica',
    layer: 'Capa, si el TopoJSON tiene varias',
    dissolve: 'Une en una sola las áreas con el mismo código',
    outcome: ({ id, outcome, areas, compressedBytes }) =>
      outcome === 'unchanged'
        ? `Estos límites ya estaban: ${id}, ${areas} áreas. No ha cambiado nada.`
        : `${outcome === 'added' ? 'Límites añadidos' : 'Límites sustituidos'}: ${id}, ${areas} áreas, ${kilobytes(compressedBytes)} kB por la red.`,
    repaired: (repairs) =>
      linesOf(repairs, {
        ringsClosed: (n) => `Contornos que no cerraban, cerrados: ${n}.`,
        ringsDropped: (n) => `Contornos sin superficie, omitidos: ${n}.`,
        longitudesWrapped: (n) => `Posiciones con longitud mayor de 180°, convertidas: ${n}.`,
        areasWithoutGeometry: (n) => `Áreas sin geometría, omitidas: ${n}.`,
      }),
  },
  en: {
    description: 'Bring in boundaries of departments or municipalities for the maps of this node.',
    file: 'GeoJSON or TopoJSON with polygons in WGS 84, up to 100 MB',
    level: 'What the areas are',
    country: 'Country (ISO 3166-1, three letters)',
    codeProperty: 'Property with the official code of each area',
    nameProperty: 'Property with the name of each area',
    title: 'Title of the boundaries',
    licence: 'Licence, for example “CC BY 4.0”',
    owner: 'Who publishes them',
    layer: 'Layer, where a TopoJSON file has several',
    dissolve: 'Join areas with the same code into one',
    outcome: ({ id, outcome, areas, compressedBytes }) =>
      outcome === 'unchanged'
        ? `These boundaries were here already: ${id}, ${areas} areas. Nothing has changed.`
        : `${outcome === 'added' ? 'Boundaries added' : 'Boundaries replaced'}: ${id}, ${areas} areas, ${kilobytes(compressedBytes)} kB over the line.`,
    repaired: (repairs) =>
      linesOf(repairs, {
        ringsClosed: (n) => `Outlines that were open, closed: ${n}.`,
        ringsDropped: (n) => `Outlines without any surface, left out: ${n}.`,
        longitudesWrapped: (n) => `Positions with a longitude past 180°, converted: ${n}.`,
        areasWithoutGeometry: (n) => `Areas without geometry, left out: ${n}.`,
      }),
  },
  fr: {
    description:
      'Apporte les limites de départements ou de municipalités pour les cartes de ce nœud.',
    file: 'GeoJSON ou TopoJSON avec des polygones en WGS 84, 100 Mo au plus',
    level: 'Ce que sont les zones',
    country: 'Pays (ISO 3166-1, trois lettres)',
    codeProperty: 'Propriété qui porte le code officiel de chaque zone',
    nameProperty: 'Propriété qui porte le nom de chaque zone',
    title: 'Titre des limites',
    licence: 'Licence, par exemple « CC BY 4.0 »',
    owner: 'Qui les publie',
    layer: 'Couche, si le TopoJSON en a plusieurs',
    dissolve: 'Réunit les zones qui ont le même code',
    outcome: ({ id, outcome, areas, compressedBytes }) =>
      outcome === 'unchanged'
        ? `Ces limites étaient déjà là : ${id}, ${areas} zones. Rien n’a changé.`
        : `${outcome === 'added' ? 'Limites ajoutées' : 'Limites remplacées'} : ${id}, ${areas} zones, ${kilobytes(compressedBytes)} ko sur la ligne.`,
    repaired: (repairs) =>
      linesOf(repairs, {
        ringsClosed: (n) => `Contours ouverts, fermés : ${n}.`,
        ringsDropped: (n) => `Contours sans surface, omis : ${n}.`,
        longitudesWrapped: (n) => `Positions de longitude supérieure à 180°, converties : ${n}.`,
        areasWithoutGeometry: (n) => `Zones sans géométrie, omises : ${n}.`,
      }),
  },
}

function linesOf(
  repairs: Repairs,
  lines: Readonly<Record<keyof Repairs, (n: number) => string>>,
): string[] {
  return Object.entries(repairs).flatMap(([name, count]: [string, number]) =>
    count > 0 ? [lines[name as keyof Repairs](count)] : [],
  )
}

function kilobytes(bytes: number): number {
  return Math.max(1, Math.round(bytes / 1000))
}
