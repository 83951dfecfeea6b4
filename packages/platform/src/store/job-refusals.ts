import { defineRefusals } from '@caudal/methods/vocabulary'

/** What the queue of jobs refuses, and how a job ends that was not done. */
export const jobRefusals = defineRefusals('store', {
  'job-unknown': {
    status: 404,
    what: {
      en: 'There is no job {job}.',
      es: 'No existe la tarea {job}.',
      fr: 'Il n’y a pas de tâche {job}.',
    },
    advice: {
      en: 'Check the number.',
      es: 'Compruebe el número.',
      fr: 'Vérifiez le numéro.',
    },
  },
  'job-cancelled': {
    status: 409,
    what: {
      en: 'Job {job} was cancelled.',
      es: 'La tarea {job} fue cancelada.',
      fr: 'La tâche {job} a été annulée.',
    },
    advice: {
      en: 'Nothing of it was kept; start it again if it is still wanted.',
      es: 'No se conservó nada de ella; iníciela de nuevo si aún la necesita.',
      fr: 'Rien n’en a été conservé ; relancez-la si elle est toujours utile.',
    },
  },
  'job-failed': {
    status: 500,
    what: {
      en: 'The job failed because of a fault in the program: {reason}.',
      es: 'La tarea falló por un error del programa: {reason}.',
      fr: 'La tâche a échoué à cause d’une erreur du programme : {reason}.',
    },
    advice: {
      en: 'Please report it with the lines the server printed; nothing of the job was kept.',
      es: 'Informe de ello con las líneas que imprimió el servidor; no se conservó nada de la tarea.',
      fr: 'Signalez-la avec les lignes affichées par le serveur ; rien de la tâche n’a été conservé.',
    },
  },
  'job-worker-died': {
    status: 500,
    what: {
      en: 'The process that did the work ended {attempts} times before it was done.',
      es: 'El proceso que hacía el trabajo terminó {attempts} veces antes de acabarlo.',
      fr: 'Le processus chargé du travail s’est arrêté {attempts} fois avant la fin.',
    },
    advice: {
      en: 'See whether the machine has memory and disk room for it, then start the work again.',
      es: 'Compruebe si la máquina tiene memoria y espacio en disco para ello y vuelva a iniciar el trabajo.',
      fr: 'Vérifiez que la machine a assez de mémoire et de place sur le disque, puis relancez le travail.',
    },
  },
  'job-worker-not-started': {
    status: 500,
    what: {
      en: 'The process that does the work could not be started.',
      es: 'No se pudo iniciar el proceso que hace el trabajo.',
      fr: 'Le processus chargé du travail n’a pas pu démarrer.',
    },
    advice: {
      en: 'See the lines it printed and the memory of the machine, then start the work again.',
      es: 'Vea las líneas que imprimió y la memoria de la máquina, y vuelva a iniciar el trabajo.',
      fr: 'Consultez les lignes affichées et la mémoire de la machine, puis relancez le travail.',
    },
  },
})
