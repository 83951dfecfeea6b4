import type { RegionOptions } from '@caudal/methods/synthetic'
import type { Text } from '@caudal/methods/vocabulary'
import { manifestKind } from './drawing-folder.ts'

/** A drawn file that is imported like any other, with the profile that reads it. */
export interface DrawnFile {
  /** Path within the folder, with `/`. */
  readonly path: string
  readonly profile: string
  readonly dataset: string
  readonly recordType: string
  /** The profile's file within the folder. */
  readonly profilePath: string
  readonly bytes: number
  readonly sha256: string
  /** Records in the file, the header not counted. */
  readonly records: number
}

/** What a folder of drawn files holds: `region.json`. */
export interface RegionManifest {
  readonly kind: typeof manifestKind
  readonly version: 1
  readonly synthetic: true
  readonly notice: Text
  readonly options: RegionOptions
  readonly files: readonly DrawnFile[]
  readonly truth: readonly {
    readonly path: string
    readonly bytes: number
    readonly sha256: string
  }[]
  readonly codeLists: readonly string[]
  readonly counts: {
    readonly persons: number
    /** True crossings of the borders of the drawn countries. */
    readonly crossings: number
    readonly unrecorded: number
    readonly records: number
    /** Lines of permit offices, registers of residents and reception centres. */
    readonly registrations: number
    /** Planted errors by country and kind. */
    readonly errors: Readonly<Record<string, Readonly<Record<string, number>>>>
  }
  /**
   * Inhabitants of the countries in their first year for each resident drawn. Records and figures are both
   * of the residents drawn, so that their rates are true; times this, figures are of the size of the countries.
   */
  readonly populationScale: number
}

export const notice: Text = {
  es: 'SINTÉTICO: todo lo que hay en esta carpeta fue dibujado con un generador de números aleatorios. Ninguna persona, documento ni puesto fronterizo es real.',
  en: 'SYNTHETIC: everything in this folder was drawn with a random number generator. No person, document or border post in it is real.',
  fr: 'SYNTHÉTIQUE : tout ce que contient ce dossier a été tiré avec un générateur de nombres aléatoires. Aucune personne, aucun document ni poste-frontière n’y est réel.',
}

export { manifestKind }
