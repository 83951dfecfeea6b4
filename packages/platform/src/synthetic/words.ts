import type { Language } from '@caudal/methods/vocabulary'

/** What `caudal synth` says of itself. */
export const synthWords: Readonly<
  Record<
    Language,
    Readonly<
      Record<
        'description' | 'seed' | 'persons' | 'years' | 'countries' | 'out' | 'drawing' | 'drawn',
        string
      >
    >
  >
> = {
  es: {
    description:
      'Dibuja la región sintética: archivos de entradas y salidas, y la verdad sobre ellos',
    seed: 'semilla: la misma da los mismos archivos',
    persons: 'número de personas',
    years: 'primer y último año, por ejemplo 2015..2024',
    countries: 'países, códigos ISO separados por comas',
    out: 'carpeta de destino (por omisión, la del nodo)',
    drawing: 'Dibujando la región sintética',
    drawn: 'SINTÉTICO: {persons} personas, {crossings} cruces, {records} registros en {folder}',
  },
  en: {
    description: 'Draw the synthetic region: files of entries and exits, and the truth about them',
    seed: 'seed: the same one gives the same files',
    persons: 'number of persons',
    years: 'first and last year, for example 2015..2024',
    countries: 'countries, ISO codes parted by commas',
    out: 'folder to draw into (by default, the node’s)',
    drawing: 'Drawing the synthetic region',
    drawn: 'SYNTHETIC: {persons} persons, {crossings} crossings, {records} records in {folder}',
  },
  fr: {
    description:
      'Tire la région synthétique : fichiers d’entrées et de sorties, et la vérité à leur sujet',
    seed: 'graine : la même donne les mêmes fichiers',
    persons: 'nombre de personnes',
    years: 'première et dernière année, par exemple 2015..2024',
    countries: 'pays, codes ISO séparés par des virgules',
    out: 'dossier de destination (par défaut, celui du nœud)',
    drawing: 'Tirage de la région synthétique',
    drawn:
      'SYNTHÉTIQUE : {persons} personnes, {crossings} franchissements, {records} enregistrements dans {folder}',
  },
}
