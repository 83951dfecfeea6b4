import { defineRefusals } from '../../vocabulary/index.ts'

const askProtectionOfficer = {
  es: 'Consulte a la delegación de protección de datos.',
  en: 'Ask the data protection officer.',
  fr: 'Consultez la délégation à la protection des données.',
}

/** Why the policy refuses: the reasons of decisions that are neither allowed nor masked. */
export const policyRefusals = defineRefusals('policy', {
  'not-signed-in': {
    status: 401,
    what: {
      es: 'Esto exige identificarse.',
      en: 'This needs a sign-in.',
      fr: 'Il faut s’identifier.',
    },
    advice: {
      es: 'Inicie sesión y vuelva a intentarlo.',
      en: 'Sign in and try again.',
      fr: 'Connectez-vous et réessayez.',
    },
  },
  'role-lacks-operation': {
    status: 403,
    what: {
      es: 'Ninguna de sus funciones permite esto: {operationLabel}.',
      en: 'None of your roles allows this: {operationLabel}.',
      fr: 'Aucune de vos fonctions ne permet ceci : {operationLabel}.',
    },
    advice: {
      es: 'Pídalo a quien tenga la función ({roleLabels}), o a la administración del nodo.',
      en: 'Ask somebody with the role ({roleLabels}), or the administrator of the node.',
      fr: 'Demandez à une personne qui a la fonction ({roleLabels}), ou à l’administration du nœud.',
    },
  },
  'beyond-limit': {
    status: 403,
    what: {
      es: 'La credencial usada se limitó a menos que esto.',
      en: 'The credential used was narrowed to less than this.',
      fr: 'L’identifiant utilisé a été limité à moins que cela.',
    },
    advice: {
      es: 'Use otra credencial; una credencial nunca puede ampliarse a sí misma.',
      en: 'Use another credential; a credential can never widen itself.',
      fr: 'Utilisez un autre identifiant ; un identifiant ne peut jamais s’élargir lui-même.',
    },
  },
  'another-institution': {
    status: 403,
    what: {
      es: 'Esto pertenece a la institución «{ownerLabel}», no a la suya.',
      en: 'This belongs to the institution “{ownerLabel}”, not to yours.',
      fr: 'Ceci appartient à l’institution « {ownerLabel} », non à la vôtre.',
    },
    advice: {
      es: 'Pídalo a esa institución.',
      en: 'Ask that institution.',
      fr: 'Adressez-vous à cette institution.',
    },
  },
  'another-country': {
    status: 403,
    what: {
      es: 'Esto corresponde a instituciones de otro país ({countryLabel}), y el de su cuenta es {ownLabel}.',
      en: 'This is about institutions of another country ({countryLabel}), and that of your account is {ownLabel}.',
      fr: 'Ceci concerne des institutions d’un autre pays ({countryLabel}), et celui de votre compte est {ownLabel}.',
    },
    advice: {
      es: 'Pídalo a quien hace este trabajo en ese país, o a quien atiende la máquina del nodo. Si su cuenta no tiene el país que debe, la administración lo corrige.',
      en: 'Ask whoever does this work in that country, or whoever keeps the machine of the node. Where your account lacks its right country, the administrator enters it.',
      fr: 'Adressez-vous à qui fait ce travail dans ce pays, ou à la personne qui tient la machine du nœud. Si votre compte n’a pas le bon pays, l’administration le corrige.',
    },
  },
  'of-whole-node': {
    status: 403,
    what: {
      es: 'Esto es de todo el nodo: lo leen todos los países, y lo cambia el que lo anotó.',
      en: 'This is of the whole node: every country reads it, and the one that entered it changes it.',
      fr: 'Ceci concerne tout le nœud : tous les pays le lisent, et celui qui l’a inscrit le modifie.',
    },
    advice: {
      es: 'Anote aparte lo que toca a sus instituciones, nombrando una de ellas. Quien atiende la máquina lo cambia todo; una violación que anotó esa persona la cierra cualquier delegación, sin cambiar nada más de ella.',
      en: 'Enter what concerns your institutions as an entry of its own, naming one of them. Whoever keeps the machine changes all of it; a breach that was entered there is closed by any protection officer, who changes nothing else of it.',
      fr: 'Inscrivez à part ce qui touche vos institutions, en nommant l’une d’elles. La personne qui tient la machine modifie tout ; une violation qu’elle a inscrite est close par n’importe quelle délégation, qui n’y change rien d’autre.',
    },
  },
  'figures-of-others': {
    status: 403,
    what: {
      es: 'Esto cuenta exactamente registros de otros países ({countryLabel}), y el de su cuenta es {ownLabel}.',
      en: 'This counts records of other countries ({countryLabel}) exactly, and that of your account is {ownLabel}.',
      fr: 'Ceci compte exactement des enregistrements d’autres pays ({countryLabel}), et celui de votre compte est {ownLabel}.',
    },
    advice: {
      es: 'Limítelo a su país, o lea las cifras protegidas, que están en las tablas. Si su cuenta no tiene el país que debe, la administración lo corrige.',
      en: 'Limit it to your country, or read the protected figures, which tables show. Where your account lacks its right country, the administrator enters it.',
      fr: 'Limitez-le à votre pays, ou lisez les chiffres protégés, que les tableaux montrent. Si votre compte n’a pas le bon pays, l’administration le corrige.',
    },
  },
  'country-missing': {
    status: 403,
    what: {
      es: 'Esto lo ven y lo deciden las personas de un país, y su cuenta no es de ninguno.',
      en: 'This is seen and decided by people of a country, and your account is of none.',
      fr: 'Ceci est vu et décidé par les personnes d’un pays, et votre compte n’est d’aucun.',
    },
    advice: {
      es: 'Pida a la administración del nodo que anote en su cuenta su institución, o su país si no trabaja para ninguna; después vuelva a iniciar sesión. Mientras tanto lo hace quien tiene esta función en ese país.',
      en: 'Ask the administrator of the node to enter your institution in your account, or your country where you work for none; then sign in again. Meanwhile it is for whoever has this role in that country.',
      fr: 'Demandez à l’administration du nœud d’inscrire votre institution dans votre compte, ou votre pays si vous ne travaillez pour aucune ; puis reconnectez-vous. En attendant, cela revient à qui a cette fonction dans ce pays.',
    },
  },
  'country-unknown': {
    status: 403,
    what: {
      es: 'No consta de qué país es esto, y por eso no lo lleva ninguna cuenta.',
      en: 'It is not known of which country this is, and so no account keeps it.',
      fr: 'On ne sait de quel pays est ceci, et aucun compte ne s’en charge donc.',
    },
    advice: {
      es: 'Compruebe que la institución esté en el registro de instituciones, con su país. Si lo está, lo hace quien atiende la máquina del nodo.',
      en: 'Check that the institution is in the register of institutions, with its country. Where it is, whoever keeps the machine of the node does this.',
      fr: 'Vérifiez que l’institution figure au registre des institutions, avec son pays. Si c’est le cas, la personne qui tient la machine du nœud s’en charge.',
    },
  },
  'several-countries': {
    status: 403,
    what: {
      es: 'Esto cuenta registros de varios países, o no consta de cuál: lo decide la coordinación regional.',
      en: 'This counts records of several countries, or it is not known of which: the regional coordinator decides on it.',
      fr: 'Ceci compte des enregistrements de plusieurs pays, ou l’on ne sait duquel : la coordination régionale en décide.',
    },
    advice: {
      es: 'Pídalo a quien tenga la función de coordinación regional, o a quien atiende la máquina del nodo. Mientras no salga, cada país que cuenta puede rechazarlo. Si falta el país de un conjunto de datos, lo anota la delegación de protección de datos.',
      en: 'Ask somebody with the role of regional coordinator, or whoever keeps the machine of the node. Until it is out, each country that it counts can reject it. Where a dataset lacks its country, the data protection officer enters it.',
      fr: 'Demandez à une personne qui a la fonction de coordination régionale, ou à celle qui tient la machine du nœud. Tant que ce n’est pas sorti, chaque pays compté peut le rejeter. S’il manque le pays d’un jeu de données, la délégation à la protection des données l’inscrit.',
    },
  },
  'without-the-country': {
    status: 403,
    what: {
      es: 'Esto es de {countryLabel}, y nadie de ese país lo ha redactado: la coordinación regional no puede decidirlo sola.',
      en: 'This is of {countryLabel}, and nobody of that country has drafted it: the regional coordinator cannot decide on it alone.',
      fr: 'Ceci est de {countryLabel}, et personne de ce pays ne l’a rédigé : la coordination régionale ne peut en décider seule.',
    },
    advice: {
      es: 'Que lo apruebe una persona de ese país, o que lo redacte.',
      en: 'Have a person of that country approve it, or draft it.',
      fr: 'Faites-le approuver, ou rédiger, par une personne de ce pays.',
    },
  },
  'purpose-unknown': {
    status: 422,
    what: {
      es: 'Toda lectura de un registro dice para qué se hace, y «{purpose}» no es una finalidad conocida.',
      en: 'Every read of a record says what it is for, and “{purpose}” is not a known purpose.',
      fr: 'Toute lecture d’un enregistrement dit à quoi elle sert, et « {purpose} » n’est pas une finalité connue.',
    },
    advice: {
      es: 'Indique una de las finalidades: {purposes}.',
      en: 'Name one of the purposes: {purposes}.',
      fr: 'Indiquez l’une des finalités : {purposes}.',
    },
  },
  'role-lacks-purpose': {
    status: 403,
    what: {
      es: 'Ninguna de sus funciones lee registros con la finalidad «{purposeLabel}».',
      en: 'None of your roles reads records for the purpose “{purposeLabel}”.',
      fr: 'Aucune de vos fonctions ne lit des enregistrements pour la finalité « {purposeLabel} ».',
    },
    advice: {
      es: 'Elija la finalidad de su trabajo; leer con otra es un uso indebido que queda anotado.',
      en: 'Choose the purpose of your work; reading for another is misuse, and it is logged.',
      fr: 'Choisissez la finalité de votre travail ; lire pour une autre est un abus, et il est consigné.',
    },
  },
  'field-beyond-purpose': {
    status: 403,
    what: {
      es: 'Para «{purposeLabel}» no hace falta el campo «{fieldLabel}», que es {sensitivityLabel}.',
      en: 'The purpose “{purposeLabel}” does not need the field “{fieldLabel}” ({sensitivityLabel}).',
      fr: 'La finalité « {purposeLabel} » n’a pas besoin du champ « {fieldLabel} » ({sensitivityLabel}).',
    },
    advice: {
      es: 'Trabaje sin ese campo, o pida una excepción con alcance y plazo.',
      en: 'Work without that field, or ask for a derogation with a scope and an end.',
      fr: 'Travaillez sans ce champ, ou demandez une dérogation avec une portée et un terme.',
    },
  },
  'purpose-incompatible': {
    status: 403,
    what: {
      es: 'Estos registros no se recogieron para «{purposeLabel}» ni se declaró compatible.',
      en: 'These records were not collected for “{purposeLabel}”, nor is it declared compatible.',
      fr: 'Ces enregistrements n’ont pas été collectés pour « {purposeLabel} », et cette finalité n’est pas déclarée compatible.',
    },
    advice: askProtectionOfficer,
  },
  'record-restricted': {
    status: 403,
    what: {
      es: 'La persona pidió que no se usaran sus datos mientras se resuelve su solicitud.',
      en: 'The person asked that his or her data not be used while a request is settled.',
      fr: 'La personne a demandé que ses données ne soient pas utilisées tant que sa demande n’est pas réglée.',
    },
    advice: askProtectionOfficer,
  },
  'undertaking-missing': {
    status: 403,
    what: {
      es: 'No consta su compromiso de confidencialidad, o ya venció.',
      en: 'Your confidentiality undertaking is not on file, or has expired.',
      fr: 'Votre engagement de confidentialité n’est pas enregistré, ou a expiré.',
    },
    advice: {
      es: 'Fírmelo y entréguelo a la delegación de protección de datos de su país, que lo anota: sin él no se lee ningún dato personal.',
      en: 'Sign it and hand it to a data protection officer of your country, who enters it: without it nothing personal is read.',
      fr: 'Signez-le et remettez-le à la délégation à la protection des données de votre pays, qui l’inscrit : sans lui, aucune donnée personnelle n’est lue.',
    },
  },
  'agreement-missing': {
    status: 403,
    what: {
      es: 'Los registros son de «{ownerLabel}» y ningún acuerdo vigente con su institución los comparte para «{purposeLabel}».',
      en: 'The records belong to “{ownerLabel}”, and no agreement in force shares them with your institution for “{purposeLabel}”.',
      fr: 'Les enregistrements appartiennent à « {ownerLabel} », et aucun accord en vigueur ne les partage avec votre institution pour « {purposeLabel} ».',
    },
    advice: {
      es: 'Hace falta un acuerdo firmado por ambas partes; puede proponerlo la delegación de protección de datos.',
      en: 'An agreement signed by both parties is needed; the data protection officer can propose one.',
      fr: 'Il faut un accord signé par les deux parties ; la délégation à la protection des données peut en proposer un.',
    },
  },
  'agreement-ended': {
    status: 403,
    what: {
      es: 'El acuerdo por el que «{ownerLabel}» compartía sus registros con su institución para «{purposeLabel}» terminó el {on}.',
      en: 'The agreement under which “{ownerLabel}” shared its records with your institution for “{purposeLabel}” ended on {on}.',
      fr: 'L’accord par lequel « {ownerLabel} » partageait ses enregistrements avec votre institution pour « {purposeLabel} » a pris fin le {on}.',
    },
    advice: {
      es: 'Si el trabajo sigue, hace falta otro acuerdo firmado por ambas partes; puede proponerlo la delegación de protección de datos.',
      en: 'If the work goes on, another agreement signed by both parties is needed; the data protection officer can propose one.',
      fr: 'Si le travail continue, il faut un autre accord signé par les deux parties ; la délégation à la protection des données peut en proposer un.',
    },
  },
  'field-not-shared': {
    status: 403,
    what: {
      es: 'El acuerdo con «{ownerLabel}» no comparte el campo «{fieldLabel}».',
      en: 'The agreement with “{ownerLabel}” does not share the field “{fieldLabel}”.',
      fr: 'L’accord avec « {ownerLabel} » ne partage pas le champ « {fieldLabel} ».',
    },
    advice: {
      es: 'Trabaje sin ese campo, o acuerde con esa institución que lo comparta.',
      en: 'Work without that field, or agree with that institution that it is shared.',
      fr: 'Travaillez sans ce champ, ou convenez avec cette institution de le partager.',
    },
  },
  'assessment-missing': {
    status: 403,
    what: {
      es: 'El campo «{fieldLabel}» identifica a personas y cruzaría una frontera sin evaluación de impacto.',
      en: 'The field “{fieldLabel}” names persons and would cross a border without an impact assessment.',
      fr: 'Le champ « {fieldLabel} » identifie des personnes et franchirait une frontière sans analyse d’impact.',
    },
    advice: {
      es: 'Anote en el acuerdo una evaluación de impacto aprobada.',
      en: 'Enter an approved impact assessment in the agreement.',
      fr: 'Inscrivez dans l’accord une analyse d’impact approuvée.',
    },
  },
  'onward-forbidden': {
    status: 403,
    what: {
      es: 'Los registros son de «{ownerLabel}» y su acuerdo no permite pasarlos a «{recipientLabel}».',
      en: 'The records belong to “{ownerLabel}”, whose agreement does not allow passing them on to “{recipientLabel}”.',
      fr: 'Les enregistrements appartiennent à « {ownerLabel} », dont l’accord ne permet pas de les transmettre à « {recipientLabel} ».',
    },
    advice: {
      es: 'Pida el permiso por escrito de esa institución: figura en el acuerdo.',
      en: 'Ask that institution for its written leave, which is entered in the agreement.',
      fr: 'Demandez l’autorisation écrite de cette institution, qui s’inscrit dans l’accord.',
    },
  },
})
