import { defineRefusals } from '@caudal/methods/vocabulary'

const askAdministrator = {
  es: 'Pida un enlace nuevo a la administración del nodo.',
  en: 'Ask the administrator of the node for a new link.',
  fr: 'Demandez un nouveau lien à l’administration du nœud.',
}

const lookAgain = {
  es: 'Vuelva a cargar la página y repita el cambio sobre lo que ve.',
  en: 'Load the page again and repeat the change on what you see.',
  fr: 'Rechargez la page et refaites la modification sur ce que vous voyez.',
}

/** Why a sign-in, or a change of an account, is refused. None of them tells who has an account. */
export const accountRefusals = defineRefusals('govern.accounts', {
  'sign-in-failed': {
    status: 401,
    what: {
      es: 'El nombre o la contraseña no son correctos.',
      en: 'The name or the password is not right.',
      fr: 'Le nom ou le mot de passe est incorrect.',
    },
    advice: {
      es: 'Inténtelo otra vez. Si olvidó la contraseña, pida un enlace de recuperación a la administración del nodo.',
      en: 'Try again. If you have forgotten the password, ask the administrator of the node for a recovery link.',
      fr: 'Réessayez. Si vous avez oublié le mot de passe, demandez un lien de récupération à l’administration du nœud.',
    },
  },
  'password-wrong': {
    status: 401,
    what: {
      es: 'La contraseña no es la de su cuenta.',
      en: 'The password is not that of your account.',
      fr: 'Le mot de passe n’est pas celui de votre compte.',
    },
    advice: {
      es: 'Escríbala de nuevo; puede mostrarla mientras la escribe.',
      en: 'Type it again; you can have it shown while you type.',
      fr: 'Saisissez-le à nouveau ; vous pouvez l’afficher pendant la saisie.',
    },
  },
  'code-wrong': {
    status: 401,
    what: {
      es: 'El código no es correcto, o ya se usó.',
      en: 'The code is not right, or was used already.',
      fr: 'Le code est incorrect, ou a déjà servi.',
    },
    advice: {
      es: 'Espere al código siguiente de su aplicación y compruebe la hora del teléfono; también sirve un código de recuperación.',
      en: 'Wait for the next code of your app and check the clock of your phone; a recovery code will do too.',
      fr: 'Attendez le code suivant de votre application et vérifiez l’heure du téléphone ; un code de récupération convient aussi.',
    },
  },
  'passkey-refused': {
    status: 401,
    what: {
      es: 'La llave de acceso no se pudo comprobar.',
      en: 'The passkey could not be checked.',
      fr: 'La clé d’accès n’a pas pu être vérifiée.',
    },
    advice: {
      es: 'Inténtelo otra vez, o entre con contraseña y código.',
      en: 'Try again, or sign in with password and code.',
      fr: 'Réessayez, ou connectez-vous avec mot de passe et code.',
    },
  },
  'passkeys-need-name': {
    status: 409,
    what: {
      es: 'Las llaves de acceso necesitan un nombre de sitio: los navegadores no las dan en «{host}».',
      en: 'Passkeys need the name of a site: browsers do not give them at “{host}”.',
      fr: 'Les clés d’accès ont besoin d’un nom de site : les navigateurs n’en donnent pas sur « {host} ».',
    },
    advice: {
      es: 'Abra el portal como localhost, o con el nombre y el certificado que la administración le haya dado.',
      en: 'Open the portal as localhost, or by the name and the certificate that its administrator has given it.',
      fr: 'Ouvrez le portail sous localhost, ou sous le nom et le certificat que son administration lui a donnés.',
    },
  },
  wait: {
    status: 429,
    what: {
      es: 'Hubo demasiados intentos fallidos con este nombre.',
      en: 'There were too many failed attempts with this name.',
      fr: 'Il y a eu trop de tentatives échouées avec ce nom.',
    },
    advice: {
      es: 'Espere {seconds} s y vuelva a intentarlo. Con una llave de acceso se entra sin esperar.',
      en: 'Wait {seconds} s and try again. A passkey signs you in without waiting.',
      fr: 'Attendez {seconds} s et réessayez. Une clé d’accès permet d’entrer sans attendre.',
    },
  },
  'too-many': {
    status: 429,
    what: {
      es: 'Llegan demasiados intentos a la vez.',
      en: 'Too many attempts are coming in at once.',
      fr: 'Trop de tentatives arrivent en même temps.',
    },
    advice: {
      es: 'Espere {seconds} s y vuelva a intentarlo.',
      en: 'Wait {seconds} s and try again.',
      fr: 'Attendez {seconds} s et réessayez.',
    },
  },
  busy: {
    status: 503,
    what: {
      es: 'El nodo está comprobando otras contraseñas.',
      en: 'The node is checking other passwords.',
      fr: 'Le nœud vérifie d’autres mots de passe.',
    },
    advice: {
      es: 'Vuelva a intentarlo en unos segundos.',
      en: 'Try again in a few seconds.',
      fr: 'Réessayez dans quelques secondes.',
    },
  },
  'session-ended': {
    status: 401,
    what: {
      es: 'Su sesión terminó.',
      en: 'Your session has ended.',
      fr: 'Votre session est terminée.',
    },
    advice: {
      es: 'Inicie sesión de nuevo; lo que no se guardó hay que repetirlo.',
      en: 'Sign in again; what was not saved has to be done again.',
      fr: 'Reconnectez-vous ; ce qui n’a pas été enregistré est à refaire.',
    },
  },
  'token-refused': {
    status: 401,
    what: {
      es: 'La credencial de programa no vale: no existe, venció o se revocó.',
      en: 'The token is not valid: it does not exist, has expired or was revoked.',
      fr: 'Le jeton n’est pas valable : il n’existe pas, a expiré ou a été révoqué.',
    },
    advice: {
      es: 'Cree otra en su cuenta y cambie la del programa.',
      en: 'Make another one in your account and give it to the program.',
      fr: 'Créez-en un autre dans votre compte et donnez-le au programme.',
    },
  },
  'needs-person': {
    status: 403,
    what: {
      es: 'Esto solo lo puede hacer una persona que haya iniciado sesión, nunca un programa con su credencial.',
      en: 'Only a person who is signed in can do this, never a program with a token.',
      fr: 'Seule une personne connectée peut faire ceci, jamais un programme avec un jeton.',
    },
    advice: {
      es: 'Hágalo en el portal.',
      en: 'Do it in the portal.',
      fr: 'Faites-le dans le portail.',
    },
  },
  'second-factor-needed': {
    status: 401,
    what: {
      es: 'Falta el segundo paso.',
      en: 'The second step is missing.',
      fr: 'Il manque la seconde étape.',
    },
    advice: {
      es: 'Escriba el código de su aplicación.',
      en: 'Type the code of your app.',
      fr: 'Saisissez le code de votre application.',
    },
  },
  'sign-in-again': {
    status: 403,
    what: {
      es: 'Para cambiar esto hay que haber iniciado sesión hace menos de {minutes} minutos.',
      en: 'To change this you must have signed in less than {minutes} minutes ago.',
      fr: 'Pour modifier ceci, il faut s’être connecté il y a moins de {minutes} minutes.',
    },
    advice: {
      es: 'Confirme que es usted y repita el cambio.',
      en: 'Confirm that it is you and repeat the change.',
      fr: 'Confirmez que c’est bien vous et refaites la modification.',
    },
  },
  'link-refused': {
    status: 410,
    what: {
      es: 'El enlace no vale: ya se usó, venció o se retiró.',
      en: 'The link is not valid: it was used, has expired or was withdrawn.',
      fr: 'Le lien n’est pas valable : il a servi, a expiré ou a été retiré.',
    },
    advice: askAdministrator,
  },
  'enrolment-incomplete': {
    status: 409,
    what: {
      es: 'La cuenta necesita contraseña y un segundo paso comprobado, o una llave de acceso.',
      en: 'The account needs a password and a checked second step, or a passkey.',
      fr: 'Le compte a besoin d’un mot de passe et d’une seconde étape vérifiée, ou d’une clé d’accès.',
    },
    advice: {
      es: 'Complete los pasos en orden.',
      en: 'Complete the steps in their order.',
      fr: 'Suivez les étapes dans l’ordre.',
    },
  },
  'last-factor': {
    status: 409,
    what: {
      es: 'Es el único modo que le queda de entrar con dos pasos.',
      en: 'It is the only way left to you of signing in with two steps.',
      fr: 'C’est le seul moyen qui vous reste de vous connecter en deux étapes.',
    },
    advice: {
      es: 'Añada antes otra llave de acceso o una aplicación de códigos.',
      en: 'Add another passkey or an authenticator app first.',
      fr: 'Ajoutez d’abord une autre clé d’accès ou une application de codes.',
    },
  },
  'password-short': {
    status: 422,
    what: {
      es: 'La contraseña es demasiado corta.',
      en: 'The password is too short.',
      fr: 'Le mot de passe est trop court.',
    },
    advice: {
      es: 'Use al menos {least} caracteres; varias palabras son más fáciles de recordar.',
      en: 'Use at least {least} characters; several words are easier to remember.',
      fr: 'Utilisez au moins {least} caractères ; plusieurs mots se retiennent mieux.',
    },
  },
  'password-long': {
    status: 422,
    what: {
      es: 'La contraseña es demasiado larga.',
      en: 'The password is too long.',
      fr: 'Le mot de passe est trop long.',
    },
    advice: {
      es: 'Use como máximo {most} caracteres.',
      en: 'Use at most {most} characters.',
      fr: 'Utilisez au plus {most} caractères.',
    },
  },
  'password-common': {
    status: 422,
    what: {
      es: 'Es una de las primeras contraseñas que probaría cualquiera.',
      en: 'It is one of the first passwords that anyone would try.',
      fr: 'C’est l’un des premiers mots de passe que n’importe qui essaierait.',
    },
    advice: {
      es: 'Elija varias palabras que no vayan juntas, sin su nombre ni el del sistema.',
      en: 'Choose several words that do not go together, without your name or the system’s.',
      fr: 'Choisissez plusieurs mots sans rapport, sans votre nom ni celui du système.',
    },
  },
  'no-such-item': {
    status: 404,
    what: {
      es: 'Su cuenta ya no tiene eso.',
      en: 'Your account does not have that any more.',
      fr: 'Votre compte n’a plus cet élément.',
    },
    advice: lookAgain,
  },
  'token-too-wide': {
    status: 403,
    what: {
      es: 'Una credencial de programa no puede permitir «{operationLabel}».',
      en: 'A token cannot allow “{operationLabel}”.',
      fr: 'Un jeton ne peut pas permettre « {operationLabel} ».',
    },
    advice: {
      es: 'Elija solo operaciones que sus funciones le permiten; las de cuentas y claves nunca se dan a un programa.',
      en: 'Choose operations that your roles allow you; those of accounts and keys are never given to a program.',
      fr: 'Choisissez des opérations que vos fonctions vous permettent ; celles des comptes et des clés ne sont jamais données à un programme.',
    },
  },
  'request-foreign': {
    status: 403,
    what: {
      es: 'La petición viene de otra página, no de este portal.',
      en: 'The request comes from another page, not from this portal.',
      fr: 'La requête vient d’une autre page, et non de ce portail.',
    },
    advice: {
      es: 'Abra el portal y repítalo desde allí.',
      en: 'Open the portal and do it again from there.',
      fr: 'Ouvrez le portail et recommencez depuis celui-ci.',
    },
  },
  'provider-failed': {
    status: 502,
    what: {
      es: 'El proveedor de identidad no confirmó quién es usted ({reason}).',
      en: 'The identity provider did not confirm who you are ({reason}).',
      fr: 'Le fournisseur d’identité n’a pas confirmé qui vous êtes ({reason}).',
    },
    advice: {
      es: 'Empiece de nuevo; si se repite, avise a la administración del nodo.',
      en: 'Start again; if it happens again, tell the administrator of the node.',
      fr: 'Recommencez ; si cela se reproduit, prévenez l’administration du nœud.',
    },
  },
  'logout-token-refused': {
    status: 400,
    what: {
      es: 'No es una señal de cierre de sesión válida del proveedor ({reason}).',
      en: 'This is no valid sign of the provider that a session has ended ({reason}).',
      fr: 'Ce n’est pas un signal valable du fournisseur qu’une session est terminée ({reason}).',
    },
    advice: {
      es: 'Compruebe en el proveedor el identificador de este cliente, sus claves y su reloj, y que la señal sea del tipo «logout+jwt» y se envíe una sola vez.',
      en: 'Check the identifier of this client, the keys and the clock at the provider, and that the sign is of the type “logout+jwt” and sent once.',
      fr: 'Vérifiez chez le fournisseur l’identifiant de ce client, ses clés et son horloge, et que le signal soit du type « logout+jwt » et envoyé une seule fois.',
    },
  },
  'provider-unknown-person': {
    status: 403,
    what: {
      es: 'El proveedor confirmó quién es usted, pero ninguna cuenta de este nodo está unida a esa identidad.',
      en: 'The provider confirmed who you are, but no account of this node is tied to that identity.',
      fr: 'Le fournisseur a confirmé qui vous êtes, mais aucun compte de ce nœud n’est lié à cette identité.',
    },
    advice: {
      es: 'Siga primero el enlace de su invitación y una allí la identidad.',
      en: 'Follow the link of your invitation first and tie the identity there.',
      fr: 'Suivez d’abord le lien de votre invitation et liez-y l’identité.',
    },
  },
})
