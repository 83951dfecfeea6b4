import { defineRefusals } from '@caudal/methods/vocabulary'

/** Why what has expired is not erased. */
export const retentionRefusals = defineRefusals('retention', {
  running: {
    status: 409,
    what: {
      es: 'Ya se está borrando lo que cumplió su tiempo, desde el {at}.',
      en: 'What has been kept long enough is being erased already, since {at}.',
      fr: 'Ce qui a été conservé assez longtemps est déjà en cours d’effacement, depuis le {at}.',
    },
    advice: {
      es: 'Espere a que termine y mire de nuevo lo que queda.',
      en: 'Wait until it has ended, and look again at what is left.',
      fr: 'Attendez la fin et regardez à nouveau ce qui reste.',
    },
  },
  'run-cut-short': {
    status: 503,
    what: {
      es: 'El nodo se detuvo antes de terminar de borrar.',
      en: 'The node was stopped before everything was erased.',
      fr: 'Le nœud s’est arrêté avant que tout soit effacé.',
    },
    advice: {
      es: 'Lo que se borró está en la lista; la ejecución siguiente borra el resto.',
      en: 'What was erased is listed; the next run erases the rest.',
      fr: 'Ce qui a été effacé est dans la liste ; le passage suivant efface le reste.',
    },
  },
  'clock-doubtful': {
    status: 409,
    what: {
      es: 'El reloj dice {today}, pero el último día conocido es {known}: no se borró nada.',
      en: 'The clock says {today}, but the last day known is {known}: nothing was erased.',
      fr: 'L’horloge dit {today}, mais le dernier jour connu est le {known} : rien n’a été effacé.',
    },
    advice: {
      es: 'Si la fecha es correcta, bórrelo a mano una vez; desde entonces se borra solo. Si no, corrija el reloj.',
      en: 'Where the date is right, erase by hand once; from then on it goes by itself. Where it is not, set the clock.',
      fr: 'Si la date est juste, effacez une fois à la main ; ensuite cela se fait seul. Sinon, réglez l’horloge.',
    },
  },
})
