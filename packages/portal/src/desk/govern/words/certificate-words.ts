import type { Language } from '@caudal/methods/vocabulary'

/** What the signed lines of a certificate say. */
export interface CertificateWording {
  readonly by: string
  readonly request: string
  readonly erased: string
  readonly records: (count: string) => string
  readonly entry: string
  readonly entryNumber: (number: string) => string
  readonly within: string
  readonly wholeNode: string
  readonly countryOf: (country: string) => string
  readonly searchedBy: string
  readonly notSearched: string
  readonly withoutNames: (records: string, batches: string) => string
  readonly notImported: (files: string) => string
  readonly on: string
  readonly signedText: string
  readonly signedTextLead: string
}

export const certificateWords: Readonly<Record<Language, CertificateWording>> = {
  es: {
    by: 'Lo firma',
    request: 'Solicitud',
    erased: 'Se borró',
    records: (count) => (count === '1' ? '1 registro' : `${count} registros`),
    entry: 'Se borró también',
    entryNumber: (number) => `lo anotado en un formulario con el número ${number}`,
    within: 'Se buscó en',
    wholeNode: 'todo lo que guarda el nodo',
    countryOf: (country) => `lo que guardan en el nodo las instituciones de ${country}`,
    searchedBy: 'Se buscó por',
    notSearched: 'No se pudo buscar en',
    withoutNames: (records, batches) =>
      `${records === '1' ? '1 registro' : `${records} registros`} sin nombres (archivos recibidos ${batches})`,
    notImported: (files) =>
      files === '1' ? '1 archivo sin importar' : `${files} archivos sin importar`,
    on: 'Fecha',
    signedText: 'El texto que se firmó',
    signedTextLead:
      'Es lo mismo, escrito para programas. La firma solo vale para este texto tal como está: no lo cambie ni lo traduzca.',
  },
  en: {
    by: 'Signed by',
    request: 'Request',
    erased: 'Erased',
    records: (count) => (count === '1' ? '1 record' : `${count} records`),
    entry: 'Erased as well',
    entryNumber: (number) => `what was entered in a form under the number ${number}`,
    within: 'Looked for in',
    wholeNode: 'all that the node keeps',
    countryOf: (country) => `what institutions of ${country} keep in the node`,
    searchedBy: 'Looked for by',
    notSearched: 'Could not be looked for in',
    withoutNames: (records, batches) =>
      `${records === '1' ? '1 record' : `${records} records`} without names (files received ${batches})`,
    notImported: (files) => (files === '1' ? '1 file not imported' : `${files} files not imported`),
    on: 'Date',
    signedText: 'The text that was signed',
    signedTextLead:
      'It says the same, written for programs. The signature holds for this text alone, as it stands: do not change or translate it.',
  },
  fr: {
    by: 'Signé par',
    request: 'Demande',
    erased: 'Effacé',
    records: (count) => (count === '1' ? '1 enregistrement' : `${count} enregistrements`),
    entry: 'Effacé aussi',
    entryNumber: (number) => `ce qui a été saisi dans un formulaire sous le numéro ${number}`,
    within: 'Recherche dans',
    wholeNode: 'tout ce que le nœud conserve',
    countryOf: (country) =>
      `ce que conservent dans le nœud les institutions de ce pays : ${country}`,
    searchedBy: 'Recherche par',
    notSearched: 'Recherche impossible dans',
    withoutNames: (records, batches) =>
      `${records === '1' ? '1 enregistrement' : `${records} enregistrements`} sans noms (fichiers reçus ${batches})`,
    notImported: (files) =>
      files === '1' ? '1 fichier non importé' : `${files} fichiers non importés`,
    on: 'Date',
    signedText: 'Le texte signé',
    signedTextLead:
      'Il dit la même chose, écrit pour des programmes. La signature ne vaut que pour ce texte tel quel : ne le modifiez pas, ne le traduisez pas.',
  },
}
