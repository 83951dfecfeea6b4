/**
 * Answers kept by what they answer, within a budget; the one unused for longest goes first. Equal
 * questions asked at once are worked out once; a failure is not kept.
 */
export class AnswerCache<Answer> {
  readonly #budget: number
  readonly #sizeOf: (answer: Answer) => number
  readonly #kept = new Map<string, { readonly answer: Answer; readonly size: number }>()
  readonly #underWay = new Map<string, Promise<Answer>>()
  #size = 0

  /** @param budget in the units of `sizeOf`; 0 keeps nothing */
  constructor(budget: number, sizeOf: (answer: Answer) => number) {
    this.#budget = budget
    this.#sizeOf = sizeOf
  }

  async get(question: string, work: () => Promise<Answer>): Promise<Answer> {
    const known = this.#kept.get(question)
    if (known) {
      // Last used, last out: a Map keeps the order of insertion.
      this.#kept.delete(question)
      this.#kept.set(question, known)
      return known.answer
    }
    let answer = this.#underWay.get(question)
    if (!answer) {
      answer = work()
      this.#underWay.set(question, answer)
      answer
        .then((found) => this.#keep(question, found))
        .catch(() => {})
        .finally(() => this.#underWay.delete(question))
    }
    return answer
  }

  #keep(question: string, answer: Answer): void {
    const size = this.#sizeOf(answer)
    if (size > this.#budget / 4) return
    this.#kept.set(question, { answer, size })
    this.#size += size
    for (const [oldest, { size: freed }] of this.#kept) {
      if (this.#size <= this.#budget) return
      this.#kept.delete(oldest)
      this.#size -= freed
    }
  }
}
