import type { Language } from '@caudal/methods/vocabulary'

export interface CoursesWords {
  readonly title: string
  readonly lead: string
  readonly howKept: string
  readonly signIn: string
  readonly forWhom: (roles: string) => string
  readonly lessons: (n: number) => string
  readonly seen: string
}

export const coursesWords: Readonly<Record<Language, CoursesWords>> = {
  es: {
    title: 'Aprender',
    lead: 'Un curso por oficio, con las pantallas de verdad y datos de personas que no existen. Cada lección dice qué hacer, lleva a la pantalla en que se hace, y el nodo comprueba lo que puede.',
    howKept:
      'Con la sesión iniciada se guarda por dónde va; sin ella, los cursos pueden leerse enteros.',
    signIn: 'Iniciar sesión',
    forWhom: (roles) => `Para: ${roles}`,
    lessons: (n) => (n === 1 ? 'Una lección' : `${n} lecciones`),
    seen: 'El nodo comprueba este paso.',
  },
  en: {
    title: 'Learn',
    lead: 'A course for each kind of work, with the real screens and data of people who do not exist. Each lesson says what to do and leads to the screen where it is done, and the node checks what it can.',
    howKept:
      'Signed in, how far you are is kept; without, the courses can be read from beginning to end.',
    signIn: 'Sign in',
    forWhom: (roles) => `For: ${roles}`,
    lessons: (n) => (n === 1 ? 'One lesson' : `${n} lessons`),
    seen: 'The node checks this step.',
  },
  fr: {
    title: 'Apprendre',
    lead: 'Un cours par métier, avec les vrais écrans et les données de personnes qui n’existent pas. Chaque leçon dit quoi faire et mène à l’écran où cela se fait, et le nœud vérifie ce qu’il peut.',
    howKept:
      'Session ouverte, votre avancement est conservé ; sans session, les cours se lisent en entier.',
    signIn: 'Ouvrir une session',
    forWhom: (roles) => `Pour : ${roles}`,
    lessons: (n) => (n === 1 ? 'Une leçon' : `${n} leçons`),
    seen: 'Le nœud vérifie cette étape.',
  },
}
