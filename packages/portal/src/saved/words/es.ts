import { signedPercent, thresholdWords } from './say-threshold.ts'

const on = { previous: 'respecto del período anterior', year: 'respecto de un año antes' }

/** Lo que dicen las páginas de vistas y alertas. */
export const spanish = {
  title: 'Vistas y alertas',
  lead: 'Las tablas, gráficos y mapas que quiere volver a abrir, y los umbrales que se vigilan por usted.',
  views: 'Vistas guardadas',
  browserViews: 'Vistas guardadas en este navegador',
  inThisBrowser:
    'Se guardan en este navegador y no salen de él; se pierden si borra los datos del sitio.',
  noViews: 'Todavía no ha guardado ninguna. En Explorar, debajo de cada figura: «Guardar vista».',
  viewName: 'Nombre de la vista',
  placeAccount: 'Se guarda en su cuenta.',
  placeBrowser: 'Se guarda en este navegador. Si inicia sesión, en su cuenta.',
  keep: 'Guardar',
  cancel: 'Cancelar',
  keptInAccount: 'Guardada en su cuenta.',
  keptInBrowser: 'Guardada en este navegador.',
  notKept: {
    taken: 'Ya guarda una vista con ese nombre. Dele otro.',
    full: 'Ya hay 200 vistas en este navegador. Borre alguna.',
    refused: 'El navegador no deja guardar nada a este sitio.',
  },
  tryAgain: 'Corríjalo y vuelva a intentarlo.',
  nameEmpty: 'Escriba un nombre.',
  keptOn: (day: string): string => `guardada el ${day}`,
  toSaved: 'Ver vistas y alertas',
  toAccount: 'Pasar a mi cuenta',
  rename: 'Cambiar el nombre',
  renameNamed: (name: string): string => `Cambiar el nombre de «${name}»`,
  forget: 'Borrar',
  forgetNamed: (name: string): string => `Borrar «${name}»`,
  alerts: 'Alertas',
  alertsLead:
    'Cuando sale una publicación se mira cada serie. Si cumple su umbral con una cifra nueva, se le avisa.',
  noAlerts:
    'No tiene ninguna. En Explorar, abra una cifra de una tabla («¿Cómo se sabe?») y elija «Avisarme».',
  notices: 'Avisos',
  theRelease: 'la publicación',
  signInFor:
    'Con una cuenta, sus vistas le siguen a cualquier navegador, y puede pedir que se le avise cuando una serie pase un umbral.',
  signIn: 'Iniciar sesión',
  newAlert: 'Nueva alerta',
  series: 'La serie que se vigila',
  changeOn: {
    previous: 'Sobre el período anterior',
    year: 'Sobre el mismo período de un año antes',
  },
  percent: (value: number | null): string => signedPercent(value, 'es'),
  everybodys:
    'Se vigila con las cifras que cualquiera puede leer: las publicadas y, donde son de personas, las perturbadas.',
  tellMe: 'Avisarme cuando la cifra',
  kinds: {
    above: 'pase por encima de un valor',
    below: 'quede por debajo de un valor',
    change: 'cambie, hacia arriba o hacia abajo',
  },
  thresholdLabel: (unit: string): string => `Valor (${unit})`,
  percentLabel: 'Cambio en por ciento, o más',
  thresholdNeeded: 'Escriba un número; para un cambio, mayor que cero.',
  basis: 'Respecto de qué',
  alertName: 'Nombre de la alerta',
  setAlert: 'Poner la alerta',
  alertSet: (name: string): string => `La alerta «${name}» está puesta.`,
  metAlready: 'Ya se cumple con la última cifra: se le avisará cuando haya otra que lo cumpla.',
  thresholdOf: thresholdWords('es', {
    above: (figure) => `Por encima de ${figure}`,
    below: (figure) => `Por debajo de ${figure}`,
    change: (figure) => `Cambio de al menos ${figure}`,
    on,
  }),
  feed: 'Canal para lectores de noticias',
  feedLead:
    'Una dirección secreta en la que un lector de canales Atom lee sus avisos sin iniciar sesión. Quien la conoce puede leerlos: no la comparta.',
  feedExists: 'Tiene una dirección. No se vuelve a mostrar: si la perdió, pida otra.',
  feedOnce: 'Cópiela ahora: no se vuelve a mostrar.',
  feedAddress: 'Dirección del canal',
  feedMake: 'Pedir una dirección',
  feedAnew: 'Pedir otra (la anterior deja de valer)',
  feedEnd: 'Quitar la dirección',
  mail: 'Correo',
  mailNotOffered: 'Este nodo no envía correo. La administración puede configurarlo.',
  mailLead:
    'Un correo por publicación con todo lo que se cumple. Antes se envía un código para comprobar que la dirección es suya.',
  mailGoes: (address: string): string => `Los avisos se envían a ${address}.`,
  mailEnd: 'Dejar de enviar',
  address: 'Dirección de correo',
  addressNeeded: 'Escriba una dirección de correo.',
  sendCode: 'Enviar el código',
  codeSent: (address: string): string =>
    `Se ha enviado un código de seis cifras a ${address}. Vale media hora.`,
  code: 'Código del correo',
  confirm: 'Confirmar',
}

export type SavedWording = typeof spanish
