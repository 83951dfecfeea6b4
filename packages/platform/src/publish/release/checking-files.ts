import { say } from '@caudal/methods/publish'
import { languages, type Language } from '@caudal/methods/vocabulary'

interface NamedRelease {
  readonly id: string
  readonly titles: Readonly<Record<Language, string>>
  /** Whether its figures are of synthetic records. */
  readonly synthetic: boolean
}

/** Files by which whoever has the archive alone can check it, with what every machine has. */
const readmeName = 'readme.txt'
const checksumsName = 'checksums.txt'
const keyName = 'public-key.pem'

/**
 * What lets the archive of a release be checked without the node that made it: checksums as `sha256sum` reads them,
 * the public key as OpenSSL reads it, and a text that says how.
 *
 * @param publicKey raw Ed25519 key, in base64
 * @param files those of the release so far
 */
export function checkingFiles(
  { id, titles, synthetic }: NamedRelease,
  publicKey: string,
  files: ReadonlyMap<string, Buffer>,
  digest: (content: Uint8Array) => string,
): Map<string, string> {
  const sums = [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, content]) => `${digest(content)}  ${path}\n`)
  const key = Buffer.concat([spkiOfEd25519, Buffer.from(publicKey, 'base64')]).toString('base64')
  const text = languages.map(
    (language) =>
      `${titles[language]} (${id})\n\n${synthetic ? `${say('note-synthetic', language)}\n\n` : ''}${words[language].join('\n')}\n`,
  )
  return new Map([
    [checksumsName, sums.join('')],
    [keyName, `-----BEGIN PUBLIC KEY-----\n${key}\n-----END PUBLIC KEY-----\n`],
    [readmeName, `${text.join('\n\n')}\n\n${commands.map((line) => `    ${line}\n`).join('')}`],
  ])
}

/** What stands before a raw key. @see RFC 8410, section 4 */
const spkiOfEd25519 = Buffer.from('302a300506032b6570032100', 'hex')

/** As they are typed in the folder that the archive was unpacked to. */
const commands = [
  `sha256sum --check --quiet ${checksumsName}`,
  'base64 --decode manifest.sig > manifest.bin',
  `openssl pkeyutl -verify -pubin -inkey ${keyName} -rawin -in manifest.json -sigfile manifest.bin`,
]

const words: Readonly<Record<Language, readonly string[]>> = {
  es: [
    'es/, en/, fr/: la página (index.html) y cada tabla como CSV, XLSX y JSON-stat.',
    'sdmx/ y sdmx-structure.xml: las mismas cifras en SDMX. provenance.json: de qué registros salen.',
    'manifest.json nombra cada archivo con su suma; manifest.sig es su firma (Ed25519).',
    'Para comprobar que nada ha cambiado, teclee las órdenes del final; la firma vale si la clave es la',
    'que da la institución que publica. «caudal verify» en su nodo recuenta además las cifras.',
  ],
  en: [
    'es/, en/, fr/: the page (index.html), and each table as CSV, XLSX and JSON-stat.',
    'sdmx/ and sdmx-structure.xml: the same figures as SDMX. provenance.json: the records they come of.',
    'manifest.json names every file with its checksum; manifest.sig is its signature (Ed25519).',
    'To check that nothing has changed, type the commands at the end; the signature counts where the key is',
    'the one that the publishing institution gives. “caudal verify” on its node counts the figures again too.',
  ],
  fr: [
    'es/, en/, fr/ : la page (index.html) et chaque tableau en CSV, XLSX et JSON-stat.',
    'sdmx/ et sdmx-structure.xml : les mêmes chiffres en SDMX. provenance.json : de quels enregistrements ils viennent.',
    'manifest.json nomme chaque fichier avec sa somme ; manifest.sig en est la signature (Ed25519).',
    'Pour vérifier que rien n’a changé, tapez les commandes de la fin ; la signature vaut si la clé est celle',
    'que donne l’institution qui publie. « caudal verify », sur son nœud, recompte aussi les chiffres.',
  ],
}
