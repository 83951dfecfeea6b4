interface Progress {
  readonly begun: boolean
  readonly steps: readonly {
    readonly id: string
    readonly done: boolean
    readonly checked: boolean
  }[]
}

interface CourseWords {
  readonly begin: string
  readonly goOn: string
  readonly check: string
  readonly restart: string
  readonly done: string
  readonly toDo: string
  readonly whole: string
  readonly count: (done: number, of: number) => string
  readonly failed: string
}

const words: Readonly<Record<string, CourseWords>> = {
  es: {
    begin: 'Empezar el curso',
    goOn: 'Seguir donde quedó',
    check: 'Comprobar de nuevo',
    restart: 'Empezar desde el principio',
    done: 'Hecho',
    toDo: 'Por hacer',
    whole: 'Ha terminado el curso.',
    count: (done, of) => `${done} de ${of} pasos hechos`,
    failed: 'No se pudo guardar. Revise la conexión y vuelva a intentarlo.',
  },
  en: {
    begin: 'Begin the course',
    goOn: 'Go on where you left off',
    check: 'Check again',
    restart: 'Begin from the start',
    done: 'Done',
    toDo: 'To do',
    whole: 'You have finished the course.',
    count: (done, of) => `${done} of ${of} steps done`,
    failed: 'It could not be kept. Check the connection and try again.',
  },
  fr: {
    begin: 'Commencer le cours',
    goOn: 'Reprendre où vous en étiez',
    check: 'Vérifier de nouveau',
    restart: 'Reprendre du début',
    done: 'Fait',
    toDo: 'À faire',
    whole: 'Vous avez terminé le cours.',
    count: (done, of) => `${done} étapes faites sur ${of}`,
    failed: 'Impossible de conserver. Vérifiez la connexion et réessayez.',
  },
}

/** For whoever is signed in: how far they are, ticks to make, and the way to where they left off. */
export async function enhanceCourse(place: HTMLElement): Promise<void> {
  const who = await ask<{ account: object | null }>('/api/govern/account')
  if (!who?.account) return
  const t = words[document.documentElement.lang] ?? words['en']!
  const base = `/api/learn/courses/${place.dataset['course'] ?? ''}`
  const output = document.createElement('output')
  const go = button(t.begin, true)
  const check = button(t.check)
  const restart = button(t.restart)
  const bar = document.createElement('p')
  bar.className = 'course-buttons'
  bar.append(go, check, restart)
  place.replaceChildren(output, bar)
  let progress: Progress | undefined

  const show = (next: Progress | undefined): void => {
    if (next === undefined) {
      output.textContent = t.failed
      return
    }
    progress = next
    const done = next.steps.filter((step) => step.done).length
    const isWhole = next.steps.length > 0 && done === next.steps.length
    output.textContent = isWhole ? t.whole : next.begun ? t.count(done, next.steps.length) : ''
    go.textContent = next.begun ? t.goOn : t.begin
    go.hidden = isWhole
    check.hidden = !next.begun || isWhole
    restart.hidden = !next.begun
    for (const step of next.steps) showStep(step)
  }

  const showStep = ({ id, done, checked }: Progress['steps'][number]): void => {
    const item = document.querySelector<HTMLElement>(`[data-step="${id}"]`)
    if (item === null) return
    item.toggleAttribute('data-done', done)
    if (checked) {
      const how = item.querySelector('[data-how]')
      let mark = item.querySelector('[data-mark]')
      if (mark === null) {
        mark = document.createElement('span')
        mark.setAttribute('data-mark', '')
        how?.before(mark, ' ')
      }
      mark.textContent = done ? t.done : t.toDo
      return
    }
    let box = item.querySelector<HTMLInputElement>('input')
    if (box === null) {
      box = document.createElement('input')
      box.type = 'checkbox'
      const label = document.createElement('label')
      const text = item.querySelector('.course-step')!
      text.replaceWith(label)
      label.append(box, text)
      const made = box
      box.addEventListener('change', () => {
        void tell(`${base}/steps/${id}`, { done: made.checked }).then((next) => {
          if (next === undefined) made.checked = !made.checked
          show(next)
        })
      })
    }
    box.checked = done
  }

  go.addEventListener('click', () => {
    void (async () => {
      if (progress?.begun !== true) show(await tell(`${base}/begin`, {}))
      const open = progress?.steps.find(({ done }) => !done)
      const step = open && document.querySelector(`[data-step="${open.id}"]`)
      const heading = step?.closest('section')?.querySelector<HTMLElement>('h2')
      if (!heading) return
      heading.tabIndex = -1
      heading.focus()
      heading.scrollIntoView()
    })()
  })
  check.addEventListener('click', () => void ask<Progress>(base).then(show))
  restart.addEventListener('click', () => void tell(`${base}/restart`, {}).then(show))
  // Whoever comes back from the desk finds what was done there ticked.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && progress?.begun === true)
      void ask<Progress>(base).then((next) => next && show(next))
  })
  show(await ask<Progress>(base))
}

function button(text: string, isPrimary = false): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'button'
  made.textContent = text
  if (isPrimary) made.dataset['primary'] = ''
  return made
}

async function ask<Answer>(path: string): Promise<Answer | undefined> {
  return answerOf<Answer>(path, { headers: { accept: 'application/json' } })
}

async function tell(path: string, body: object): Promise<Progress | undefined> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' }
  return answerOf<Progress>(path, { method: 'POST', headers, body: JSON.stringify(body) })
}

async function answerOf<Answer>(path: string, request: RequestInit): Promise<Answer | undefined> {
  try {
    const response = await fetch(path, request)
    return response.ok ? ((await response.json()) as Answer) : undefined
  } catch {
    return undefined
  }
}
