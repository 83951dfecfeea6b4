import type { Language } from '@caudal/methods/vocabulary'

interface ExchangeWords {
  readonly sdmx: string
  readonly validate: string
  readonly file: string
  readonly structure: string
  readonly most: string
  readonly sound: (observations: number) => string
  readonly notListed: (faults: number) => string
}

/** The words of `caudal sdmx`. */
export const exchangeWords: Readonly<Record<Language, ExchangeWords>> = {
  es: {
    sdmx: 'Intercambio con otras oficinas, en SDMX',
    validate: 'Comprueba un archivo de datos SDMX contra su estructura',
    file: 'Archivo SDMX-ML 2.1, SDMX-JSON o SDMX-CSV',
    structure: 'Archivo con la estructura; sin él, la de la plataforma que el archivo nombra',
    most: 'Cuántas faltas se escriben como mucho',
    sound: (observations) => `Sin faltas en ${observations} observaciones.`,
    notListed: (faults) => `${faults} faltas más no se escriben: use --most para verlas.`,
  },
  en: {
    sdmx: 'Exchange with other offices, in SDMX',
    validate: 'Check a file of SDMX data against its structure',
    file: 'File of SDMX-ML 2.1, SDMX-JSON or SDMX-CSV',
    structure: 'File with the structure; without it, that of the platform which the file names',
    most: 'How many faults are written at most',
    sound: (observations) => `No faults in ${observations} observations.`,
    notListed: (faults) => `${faults} more faults are not written: use --most to see them.`,
  },
  fr: {
    sdmx: 'Échange avec d’autres offices, en SDMX',
    validate: 'Vérifie un fichier de données SDMX d’après sa structure',
    file: 'Fichier SDMX-ML 2.1, SDMX-JSON ou SDMX-CSV',
    structure: 'Fichier de la structure ; sans lui, celle de la plateforme que le fichier nomme',
    most: 'Combien de fautes sont écrites au plus',
    sound: (observations) => `Aucune faute dans ${observations} observations.`,
    notListed: (faults) => `${faults} autres fautes ne sont pas écrites : voyez-les avec --most.`,
  },
}
