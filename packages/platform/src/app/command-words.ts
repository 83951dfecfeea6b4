import type { Language } from '@caudal/methods/vocabulary'

interface CommandWords {
  readonly description: string
  readonly version: string
  readonly help: string
  readonly data: string
  readonly language: string
  readonly measure: string
  readonly seeHelp: string
  readonly examples: string
}

/** The words of the command line itself; each stage words its own commands. */
export const commandWords: Readonly<Record<Language, CommandWords>> = {
  es: {
    description: 'Caudal: la plataforma abierta de datos sobre migración.',
    version: 'Muestra la versión',
    help: 'Muestra esta ayuda',
    data: 'Carpeta de datos del nodo (o CAUDAL_DATA)',
    language: 'Idioma de los mensajes y rótulos',
    measure: 'Métodos de medición, sobre archivos sueltos o sobre lo que tiene el nodo',
    seeHelp: 'Añada --help para ver qué acepta.',
    examples: `Ejemplos:
  caudal start                                         abre el portal con la región sintética
  caudal import entradas.csv --profile mi-perfil.json  carga un archivo
  caudal cubes                                         qué tablas se pueden pedir
  caudal table movements --rows citizenship --columns time.year --where direction:arrival

Los mensajes van a la salida de errores y los datos a la salida normal, para encadenar con otros programas.
Códigos de salida: 0 hecho, 1 fallo, 2 rechazado (el mensaje dice qué hacer).`,
  },
  en: {
    description: 'Caudal: the open platform for migration data.',
    version: 'Show the version',
    help: 'Show this help',
    data: 'Data folder of the node (or CAUDAL_DATA)',
    language: 'Language of messages and labels',
    measure: 'Methods of measurement, on plain files or on what the node holds',
    seeHelp: 'Add --help to see what it takes.',
    examples: `Examples:
  caudal start                                         open the portal on the synthetic region
  caudal import entries.csv --profile my-profile.json  load a file
  caudal cubes                                         which tables can be asked for
  caudal table movements --rows citizenship --columns time.year --where direction:arrival

Messages go to standard error and data to standard output, so that commands pipe.
Exit codes: 0 done, 1 failed, 2 refused (the message says what to do).`,
  },
  fr: {
    description: 'Caudal : la plateforme ouverte des données sur la migration.',
    version: 'Affiche la version',
    help: 'Affiche cette aide',
    data: 'Dossier de données du nœud (ou CAUDAL_DATA)',
    language: 'Langue des messages et des libellés',
    measure: 'Méthodes de mesure, sur des fichiers simples ou sur ce que contient le nœud',
    seeHelp: "Ajoutez --help pour voir ce qu'elle accepte.",
    examples: `Exemples :
  caudal start                                         ouvre le portail sur la région synthétique
  caudal import entrees.csv --profile mon-profil.json  charge un fichier
  caudal cubes                                         quels tableaux peut-on demander
  caudal table movements --rows citizenship --columns time.year --where direction:arrival

Les messages vont à la sortie d'erreur et les données à la sortie standard, pour enchaîner les commandes.
Codes de sortie : 0 fait, 1 échec, 2 refusé (le message dit quoi faire).`,
  },
}
