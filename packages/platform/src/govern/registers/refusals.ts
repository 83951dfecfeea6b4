import { defineRefusals } from '@caudal/methods/vocabulary'

/** What the registers of data protection refuse. */
export const registerRefusals = defineRefusals('registers', {
  'register-unknown': {
    status: 404,
    what: {
      es: 'No hay un registro llamado «{register}».',
      en: 'There is no register called “{register}”.',
      fr: 'Il n’y a pas de registre appelé « {register} ».',
    },
    advice: {
      es: 'Hay estos: {registers}.',
      en: 'There are: {registers}.',
      fr: 'Il y a : {registers}.',
    },
  },
  'nothing-to-correct': {
    status: 422,
    what: {
      es: 'No se dijo qué se corrige en la solicitud {id}.',
      en: 'It is not said what is corrected for the request {id}.',
      fr: 'Il n’est pas dit ce qui est rectifié pour la demande {id}.',
    },
    advice: {
      es: 'Dé al menos un campo con su valor correcto.',
      en: 'Give at least one field with its right value.',
      fr: 'Donnez au moins un champ avec sa valeur exacte.',
    },
  },
  'nothing-to-lift': {
    status: 409,
    what: {
      es: 'La solicitud {id} no limita ningún registro, o ya se levantó.',
      en: 'The request {id} restricts no records, or was lifted already.',
      fr: 'La demande {id} ne limite aucun enregistrement, ou a déjà été levée.',
    },
    advice: {
      es: 'Solo se levanta una limitación que está en vigor.',
      en: 'Only a restriction in force is lifted.',
      fr: 'Seule une limitation en vigueur est levée.',
    },
  },
  'not-told-yet': {
    status: 409,
    what: {
      es: 'No consta que se haya enviado el aviso {id}.',
      en: 'The notice {id} is not known to have been sent.',
      fr: 'L’avis {id} n’est pas connu comme envoyé.',
    },
    advice: {
      es: 'Anote primero que se envió; después, que acusaron recibo.',
      en: 'Note first that it was sent, then that it was acknowledged.',
      fr: 'Notez d’abord son envoi, puis l’accusé de réception.',
    },
  },
  'document-unknown': {
    status: 404,
    what: {
      es: 'En «{registerLabel}» no hay ningún documento «{id}».',
      en: 'There is no document “{id}” in “{registerLabel}”.',
      fr: 'Il n’y a pas de document « {id} » dans « {registerLabel} ».',
    },
    advice: {
      es: 'Los muestran la lista de ese registro, en «Protección de datos», y «caudal govern list {register}».',
      en: 'The list of that register, under “Data protection”, and “caudal govern list {register}” show them.',
      fr: 'La liste de ce registre, sous « Protection des données », et « caudal govern list {register} » les montrent.',
    },
  },
  'id-malformed': {
    status: 422,
    what: {
      es: '«{id}» no puede ser un identificador.',
      en: '“{id}” cannot be an identifier.',
      fr: '« {id} » ne peut être un identifiant.',
    },
    advice: {
      es: 'Use minúsculas, cifras y guiones.',
      en: 'Use lower case letters, digits and hyphens.',
      fr: 'Utilisez minuscules, chiffres et tirets.',
    },
  },
  'document-malformed': {
    status: 422,
    what: {
      es: 'El documento no es correcto en «{placeLabel}»: {what}.',
      en: 'The document is not right at “{placeLabel}”: {what}.',
      fr: 'Le document n’est pas correct à « {placeLabel} » : {what}.',
    },
    advice: {
      es: 'Corríjalo y vuelva a intentarlo; no se ha cambiado nada.',
      en: 'Correct it and try again; nothing was changed.',
      fr: 'Corrigez-le et réessayez ; rien n’a été changé.',
    },
  },
  'institution-unknown': {
    status: 422,
    what: {
      es: '«{placeLabel}» nombra una institución que no está en el registro: «{institution}».',
      en: '“{placeLabel}” names an institution that is not in the register: “{institution}”.',
      fr: '« {placeLabel} » nomme une institution qui ne figure pas au registre : « {institution} ».',
    },
    advice: {
      es: 'Hay estas: {institutions}. Escriba una de ellas, o anote primero la nueva en el registro de instituciones.',
      en: 'There are: {institutions}. Write one of them, or enter the new one in the register of institutions first.',
      fr: 'Il y a : {institutions}. Écrivez l’une d’elles, ou inscrivez d’abord la nouvelle au registre des institutions.',
    },
  },
  'country-differs': {
    status: 422,
    what: {
      es: '{name} ({institution}) es de {countryLabel} según el registro de instituciones, no de {givenLabel}.',
      en: '{name} ({institution}) is of {countryLabel} by the register of institutions, not of {givenLabel}.',
      fr: '{name} ({institution}) est de {countryLabel} selon le registre des institutions, non de {givenLabel}.',
    },
    advice: {
      es: 'Escriba el país del registro; si es él el que está mal, corríjalo primero.',
      en: 'Write the country of the register; where that is wrong, correct it first.',
      fr: 'Écrivez le pays du registre ; si c’est lui qui est faux, corrigez-le d’abord.',
    },
  },
  'country-kept': {
    status: 403,
    what: {
      es: 'La institución «{institutionLabel}» está anotada en {countryLabel}, y ninguna cuenta la cambia de país: cambiarían con ella las solicitudes, las excepciones y las violaciones que le corresponden.',
      en: 'The institution “{institutionLabel}” is entered in {countryLabel}, and no account moves it to another country: its requests, derogations and breaches would go with it.',
      fr: 'L’institution « {institutionLabel} » est inscrite en {countryLabel}, et aucun compte ne la change de pays : ses demandes, ses dérogations et ses violations changeraient avec elle.',
    },
    advice: {
      es: 'Si es otra institución, anótela con otro identificador. Si el país se anotó mal, lo corrige quien atiende la máquina: «caudal govern put institution {institution}».',
      en: 'Where it is another institution, enter it under another identifier. Where the country was entered wrongly, whoever keeps the machine corrects it: “caudal govern put institution {institution}”.',
      fr: 'S’il s’agit d’une autre institution, inscrivez-la sous un autre identifiant. Si le pays est faux, la personne qui tient la machine le corrige : « caudal govern put institution {institution} ».',
    },
  },
  'version-conflict': {
    status: 409,
    what: {
      es: '{byLabel} cambió este documento el {at}: ahora está en la versión {version}.',
      en: '{byLabel} changed this document at {at}: it is now at version {version}.',
      fr: '{byLabel} a modifié ce document le {at} : il en est à la version {version}.',
    },
    advice: {
      es: 'Lea la versión actual, ponga en ella su cambio y guárdela; no se ha perdido nada.',
      en: 'Read the present version, put your change into it and save it; nothing was lost.',
      fr: 'Lisez la version actuelle, reportez-y votre changement et enregistrez-la ; rien n’a été perdu.',
    },
  },
  'set-by-act': {
    status: 422,
    what: {
      es: '«{placeLabel}» no se escribe a mano: se pone al firmar o aprobar.',
      en: '“{placeLabel}” is not written by hand: it is set by signing or approving.',
      fr: '« {placeLabel} » ne s’écrit pas à la main : cela se fait en signant ou en approuvant.',
    },
    advice: {
      es: 'Quítelo del documento; luego fírmelo o apruébelo en su página, o con «caudal govern sign» o «approve».',
      en: 'Take it out of the document; then sign or approve it on its page, or with “caudal govern sign” or “approve”.',
      fr: 'Retirez-le du document ; puis signez-le ou approuvez-le sur sa page, ou avec « caudal govern sign » ou « approve ».',
    },
  },
  'request-settled': {
    status: 409,
    what: {
      es: 'La solicitud «{id}» ya está resuelta: no cambia.',
      en: 'The request “{id}” is settled: it does not change.',
      fr: 'La demande « {id} » est réglée : elle ne change plus.',
    },
    advice: {
      es: 'Si la persona pide otra cosa, anote otra solicitud; una limitación se levanta en la suya.',
      en: 'Where the person asks for something else, enter another request; a restriction is lifted in its own.',
      fr: 'Si la personne demande autre chose, inscrivez une autre demande ; une limitation se lève dans la sienne.',
    },
  },
  'checked-by-another': {
    status: 403,
    what: {
      es: 'Nadie dice por otra persona que comprobó una identidad.',
      en: 'Nobody says for somebody else that an identity was checked.',
      fr: 'Personne ne dit à la place d’un autre qu’une identité a été vérifiée.',
    },
    advice: {
      es: 'Ponga su propia cuenta en identityCheckedBy, o pídalo a quien la comprobó.',
      en: 'Put your own account into identityCheckedBy, or ask whoever has checked it.',
      fr: 'Mettez votre propre compte dans identityCheckedBy, ou demandez-le à qui l’a vérifiée.',
    },
  },
  'changed-after-signing': {
    status: 409,
    what: {
      es: 'El acuerdo «{id}» ya está firmado: su texto no cambia.',
      en: 'The agreement “{id}” is signed already: its text does not change.',
      fr: 'L’accord « {id} » est déjà signé : son texte ne change pas.',
    },
    advice: {
      es: 'Póngale fin (endedOn) y haga otro.',
      en: 'End it (endedOn) and make another.',
      fr: 'Mettez-y fin (endedOn) et faites-en un autre.',
    },
  },
  'signed-already': {
    status: 409,
    what: {
      es: 'Esa parte ya firmó.',
      en: 'That party has signed already.',
      fr: 'Cette partie a déjà signé.',
    },
    advice: {
      es: 'No hay nada más que firmar por ella.',
      en: 'There is nothing more for it to sign.',
      fr: 'Elle n’a plus rien à signer.',
    },
  },
  'not-of-the-party': {
    status: 403,
    what: {
      es: 'Solo puede firmar por «{institutionLabel}» quien trabaja en ella.',
      en: 'Only somebody who works for “{institutionLabel}” can sign for it.',
      fr: 'Seule une personne qui travaille pour « {institutionLabel} » peut signer pour elle.',
    },
    advice: {
      es: 'Pídalo a alguien de esa institución.',
      en: 'Ask somebody of that institution.',
      fr: 'Demandez à quelqu’un de cette institution.',
    },
  },
  'same-person': {
    status: 403,
    what: {
      es: 'Quien pide no aprueba.',
      en: 'Whoever asks does not approve.',
      fr: 'Qui demande n’approuve pas.',
    },
    advice: {
      es: 'Pida la aprobación a otra persona.',
      en: 'Ask another person for the approval.',
      fr: 'Demandez l’approbation à une autre personne.',
    },
  },
  'signed-for-other': {
    status: 403,
    what: {
      es: 'Quien firmó el acuerdo por una parte no lo firma por la otra.',
      en: 'Whoever has signed the agreement for one party does not sign it for the other.',
      fr: 'Qui a signé l’accord pour une partie ne le signe pas pour l’autre.',
    },
    advice: {
      es: 'Que firme por ella otra persona, con su propia cuenta.',
      en: 'Have another person sign for it, with an account of his or her own.',
      fr: 'Faites signer pour elle une autre personne, avec son propre compte.',
    },
  },
  'own-undertaking': {
    status: 403,
    what: {
      es: 'Nadie anota su propio compromiso de confidencialidad.',
      en: 'Nobody enters his or her own confidentiality undertaking.',
      fr: 'Personne n’inscrit son propre engagement de confidentialité.',
    },
    advice: {
      es: 'Fírmelo y entréguelo a otra persona de la delegación de protección de datos, que lo anota. Si no hay otra, lo anota quien atiende la máquina: «caudal govern put undertaking».',
      en: 'Sign it and hand it to another data protection officer, who enters it. Where there is none, whoever keeps the machine does: “caudal govern put undertaking”.',
      fr: 'Signez-le et remettez-le à une autre personne de la délégation à la protection des données, qui l’inscrit. S’il n’y en a pas, la personne qui tient la machine le fait : « caudal govern put undertaking ».',
    },
  },
  'own-breach': {
    status: 403,
    what: {
      es: 'Quien anotó una violación de seguridad no la da por cerrada.',
      en: 'Whoever entered a breach does not close it.',
      fr: 'Qui a inscrit une violation ne la déclare pas close.',
    },
    advice: {
      es: 'Guarde lo demás sin la fecha de cierre. La cierra otra persona de la delegación de protección de datos o, si no hay otra, quien atiende la máquina: «caudal govern put breach».',
      en: 'Save the rest without the closing date. Another data protection officer closes it or, where there is none, whoever keeps the machine: “caudal govern put breach”.',
      fr: 'Enregistrez le reste sans la date de clôture. Une autre personne de la délégation à la protection des données la clôt ou, s’il n’y en a pas, la personne qui tient la machine : « caudal govern put breach ».',
    },
  },
  'own-decision': {
    status: 403,
    what: {
      es: 'Nadie responde una queja sobre lo que decidió.',
      en: 'Nobody answers a complaint about his or her own decision.',
      fr: 'Personne ne répond à une plainte sur sa propre décision.',
    },
    advice: {
      es: 'La responde otra persona de la delegación de protección de datos o, si no hay otra, quien atiende la máquina: «caudal govern put complaint».',
      en: 'Another data protection officer answers it or, where there is none, whoever keeps the machine: “caudal govern put complaint”.',
      fr: 'Une autre personne de la délégation à la protection des données y répond ou, s’il n’y en a pas, la personne qui tient la machine : « caudal govern put complaint ».',
    },
  },
  'derogation-revoked': {
    status: 409,
    what: {
      es: 'La excepción «{id}» ya se retiró.',
      en: 'The derogation “{id}” has been revoked already.',
      fr: 'La dérogation « {id} » a déjà été retirée.',
    },
    advice: {
      es: 'No abre nada y no se aprueba: si hace falta, quien la necesita pide otra.',
      en: 'It opens nothing and is not approved: whoever needs one asks for another.',
      fr: 'Elle n’ouvre rien et n’est pas approuvée : qui en a besoin en demande une autre.',
    },
  },
  'request-not-verified': {
    status: 409,
    what: {
      es: 'La solicitud «{id}» no está en el punto de resolverse así: pide «{kindLabel}» y su estado es «{stateLabel}».',
      en: 'The request “{id}” is not ready to be met so: it asks for “{kindLabel}”, and its state is “{stateLabel}”.',
      fr: 'La demande « {id} » n’est pas prête à être satisfaite ainsi : elle porte sur « {kindLabel} » et son état est « {stateLabel} ».',
    },
    advice: {
      es: 'Se resuelve lo que la solicitud pide, cuando su estado es «identidad comprobada» (verified) y nombra registros.',
      en: 'What the request asks for is met, once its state is “identity checked” (verified) and it names records.',
      fr: 'On satisfait ce que la demande porte, une fois que son état est « identité vérifiée » (verified) et qu’elle nomme des enregistrements.',
    },
  },
  'request-names-records': {
    status: 409,
    what: {
      es: 'La solicitud «{id}» nombra registros de la persona.',
      en: 'The request “{id}” names records of the person.',
      fr: 'La demande « {id} » nomme des enregistrements de la personne.',
    },
    advice: {
      es: 'Respóndala con ellos.',
      en: 'Answer it with them.',
      fr: 'Répondez-y avec eux.',
    },
  },
  'records-held': {
    status: 409,
    what: {
      es: 'Se conserva algo que coincide con el documento o con los nombres: {count}.',
      en: 'Something is held that agrees with the document or with the names: {count}.',
      fr: 'Quelque chose est conservé qui concorde avec le document ou avec les noms : {count}.',
    },
    advice: {
      es: 'Busque por el documento solo, por los nombres solos y por los apellidos solos, mire si es esa persona y anote sus registros en la solicitud. Si es otra, busque con lo que las distingue.',
      en: 'Search by the document alone, by the names alone and by the family names alone, see whether it is this person, and enter the records in the request. Where it is another, search by what tells them apart.',
      fr: 'Cherchez par le document seul, par prénoms et noms, et par les noms de famille seuls, voyez s’il s’agit de cette personne et inscrivez les enregistrements dans la demande. Si c’en est une autre, cherchez par ce qui les distingue.',
    },
  },
  'file-unreadable': {
    status: 404,
    what: {
      es: 'No se puede leer el archivo {file} como JSON.',
      en: 'The file {file} cannot be read as JSON.',
      fr: 'Le fichier {file} ne se lit pas comme JSON.',
    },
    advice: {
      es: 'Compruebe la ruta y el contenido.',
      en: 'Check the path and the content.',
      fr: 'Vérifiez le chemin et le contenu.',
    },
  },
  'record-unknown': {
    status: 404,
    what: {
      es: 'El registro {record} no está en el lote {batch}.',
      en: 'The record {record} is not in the batch {batch}.',
      fr: 'L’enregistrement {record} n’est pas dans le lot {batch}.',
    },
    advice: {
      es: 'Busque a la persona al abrir la solicitud, o con «caudal govern find».',
      en: 'Look for the person when you open the request, or with “caudal govern find”.',
      fr: 'Cherchez la personne en ouvrant la demande, ou avec « caudal govern find ».',
    },
  },
})
