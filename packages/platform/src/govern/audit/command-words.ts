import type { Language } from '@caudal/methods/vocabulary'
import type { FileState } from './verify-export.ts'

interface AuditWords {
  readonly audit: string
  readonly verify: string
  readonly export: string
  readonly follow: string
  readonly fromOption: string
  readonly show: string
  readonly checkpoint: string
  readonly prove: string
  readonly cosign: string
  readonly addCosignature: string
  readonly key: string
  readonly keyOption: string
  readonly checkpointOption: string
  readonly proofOption: string
  readonly sizeOption: string
  readonly cosignerOption: string
  readonly out: string
  readonly checking: string
  exported(entries: number, file: string): string
  sound(entries: number, root: string): string
  found(findings: number, entries: number): string
  readonly ownKey: string
  readonly file: Readonly<Record<FileState, string>>
  readonly cosigned: string
  readonly kept: string
}

/** The words of `caudal audit`. */
export const auditWords: Readonly<Record<Language, AuditWords>> = {
  es: {
    audit: 'El registro de auditoría: comprobarlo, exportarlo, firmarlo entre nodos.',
    verify:
      'Comprueba el registro del nodo, o una exportación sin el nodo; código 1 si algo se alteró.',
    export: 'Escribe el registro entero en un archivo que se comprueba sin el nodo.',
    follow:
      'Escribe las entradas a medida que llegan, para enviarlas a otro sistema; termina con Ctrl-C.',
    fromOption: 'Lugar de la primera entrada que se quiere',
    show: 'Escribe una entrada con la prueba de que está en el registro.',
    checkpoint: 'Escribe el estado firmado más reciente, con las firmas de otros nodos.',
    prove: 'Escribe la prueba de que el registro solo creció entre dos tamaños.',
    cosign: 'Firma el estado de otro nodo si su registro solo creció desde la última vez.',
    addCosignature: 'Guarda la firma de otro nodo sobre un estado de este.',
    key: 'Escribe las claves públicas del registro, para darlas a la auditoría y a otros nodos.',
    keyOption: 'Clave pública del registro (línea o archivo), recibida por otra vía',
    checkpointOption: 'Estado conocido de antes (archivo); puede repetirse',
    proofOption: 'Prueba de consistencia (archivo)',
    sizeOption: 'Entradas del estado firmado',
    cosignerOption: 'Clave de testigo del otro nodo (línea o archivo)',
    out: 'Archivo en que se escribe; si falta, la salida',
    checking: 'Comprobación',
    exported: (entries, file) =>
      `${entries === 1 ? '1 entrada escrita' : `${entries} entradas escritas`} en ${file}.`,
    sound: (entries, root) =>
      `${entries === 1 ? '1 entrada comprobada' : `${entries} entradas comprobadas`}: nada se alteró. Resumen: ${root}`,
    found: (findings, entries) =>
      `${findings === 1 ? '1 hallazgo' : `${findings} hallazgos`} en ${entries === 1 ? '1 entrada' : `${entries} entradas`} (las entradas se cuentan desde 0).`,
    ownKey:
      'Aviso: se comprobó con la clave que el propio archivo nombra. Dé con --key la que recibió del nodo.',
    file: {
      sound: 'El archivo es el que se exportó.',
      changed: 'El archivo se cambió después de exportarlo.',
      cut: 'Al archivo le falta el final.',
    },
    cosigned: 'Firmado. Envíe esta línea al otro nodo.',
    kept: 'Firma guardada.',
  },
  en: {
    audit: 'The audit log: verify it, export it, have it signed between nodes.',
    verify: 'Verify the log of the node, or an export without the node; exit code 1 where altered.',
    export: 'Write the whole log into a file that is verified without the node.',
    follow: 'Write entries as they come, to be sent to another system; Ctrl-C ends it.',
    fromOption: 'Place of the first entry that is wanted',
    show: 'Write an entry with the proof that it is in the log.',
    checkpoint: 'Write the newest signed checkpoint, with the signatures of other nodes.',
    prove: 'Write the proof that the log only grew between two sizes.',
    cosign: 'Sign the checkpoint of another node, where its log only grew since the last time.',
    addCosignature: 'Keep the signature of another node on a checkpoint of this one.',
    key: 'Write the public keys of the log, to be given to auditors and other nodes.',
    keyOption: 'Public key of the log (line or file), received by another way',
    checkpointOption: 'Checkpoint known from before (file); may be repeated',
    proofOption: 'Proof of consistency (file)',
    sizeOption: 'Entries of the checkpoint that is signed',
    cosignerOption: 'Cosigning key of the other node (line or file)',
    out: 'File to write into; standard output where absent',
    checking: 'Verifying',
    exported: (entries, file) =>
      `${entries === 1 ? '1 entry' : `${entries} entries`} written to ${file}.`,
    sound: (entries, root) =>
      `${entries === 1 ? '1 entry' : `${entries} entries`} verified: nothing was altered. Digest: ${root}`,
    found: (findings, entries) =>
      `${findings === 1 ? '1 finding' : `${findings} findings`} in ${entries === 1 ? '1 entry' : `${entries} entries`} (entries are counted from 0).`,
    ownKey:
      'Note: verified with the key that the file itself names. Give the one you have from the node with --key.',
    file: {
      sound: 'The file is as it was exported.',
      changed: 'The file was changed after it was exported.',
      cut: 'The end of the file is missing.',
    },
    cosigned: 'Signed. Send this line to the other node.',
    kept: 'Signature kept.',
  },
  fr: {
    audit: 'Le journal d’audit : le vérifier, l’exporter, le faire signer entre nœuds.',
    verify: 'Vérifie le journal du nœud, ou une exportation sans le nœud ; code 1 s’il est altéré.',
    export: 'Écrit le journal entier dans un fichier qui se vérifie sans le nœud.',
    follow:
      'Écrit les entrées à mesure qu’elles arrivent, pour les envoyer ailleurs ; Ctrl-C y met fin.',
    fromOption: 'Place de la première entrée voulue',
    show: 'Écrit une entrée avec la preuve qu’elle est dans le journal.',
    checkpoint: 'Écrit le dernier état signé, avec les signatures d’autres nœuds.',
    prove: 'Écrit la preuve que le journal n’a fait que croître entre deux tailles.',
    cosign:
      'Signe l’état d’un autre nœud si son journal n’a fait que croître depuis la dernière fois.',
    addCosignature: 'Conserve la signature d’un autre nœud sur un état de celui-ci.',
    key: 'Écrit les clés publiques du journal, à donner à l’audit et aux autres nœuds.',
    keyOption: 'Clé publique du journal (ligne ou fichier), reçue par une autre voie',
    checkpointOption: 'État connu auparavant (fichier) ; peut être répété',
    proofOption: 'Preuve de cohérence (fichier)',
    sizeOption: 'Entrées de l’état signé',
    cosignerOption: 'Clé de témoin de l’autre nœud (ligne ou fichier)',
    out: 'Fichier où écrire ; à défaut, la sortie',
    checking: 'Vérification',
    exported: (entries, file) =>
      `${entries === 1 ? '1 entrée écrite' : `${entries} entrées écrites`} dans ${file}.`,
    sound: (entries, root) =>
      `${entries === 1 ? '1 entrée vérifiée' : `${entries} entrées vérifiées`} : rien n’a été altéré. Condensé : ${root}`,
    found: (findings, entries) =>
      `${findings === 1 ? '1 constat' : `${findings} constats`} sur ${entries === 1 ? '1 entrée' : `${entries} entrées`} (les entrées se comptent à partir de 0).`,
    ownKey:
      'Remarque : vérifié avec la clé que le fichier nomme lui-même. Donnez avec --key celle reçue du nœud.',
    file: {
      sound: 'Le fichier est tel qu’il a été exporté.',
      changed: 'Le fichier a été changé après son exportation.',
      cut: 'La fin du fichier manque.',
    },
    cosigned: 'Signé. Envoyez cette ligne à l’autre nœud.',
    kept: 'Signature conservée.',
  },
}
