import type { FormDefinition, FormGroup, FormQuestion } from '@caudal/methods/collect/xlsform'

/** Questions as they lie in their groups, in the order of the form. */
export type FormNode =
  | { readonly kind: 'question'; readonly question: FormQuestion }
  | { readonly kind: 'group'; readonly group: FormGroup; readonly nodes: readonly FormNode[] }

/** The questions of a form within their groups. */
export function nestQuestions({
  questions,
  groups,
}: Pick<FormDefinition, 'questions' | 'groups'>): readonly FormNode[] {
  const byId = new Map(groups.map((group) => [group.id, group]))
  const nodes: FormNode[] = []
  const opened: { readonly id: string; readonly nodes: FormNode[] }[] = []
  for (const question of questions) {
    while (opened.length > 0 && question.groups[opened.length - 1] !== opened.at(-1)!.id) {
      opened.pop()
    }
    for (const id of question.groups.slice(opened.length)) {
      const within: FormNode[] = []
      const around = opened.at(-1)?.nodes ?? nodes
      around.push({ kind: 'group', group: byId.get(id)!, nodes: within })
      opened.push({ id, nodes: within })
    }
    const around = opened.at(-1)?.nodes ?? nodes
    around.push({ kind: 'question', question })
  }
  return nodes
}

/** The questions of a node and of the groups in it. */
export function questionsWithin(node: FormNode): readonly FormQuestion[] {
  return node.kind === 'question' ? [node.question] : node.nodes.flatMap(questionsWithin)
}
