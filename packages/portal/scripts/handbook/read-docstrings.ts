import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'

/** What an index offers: a declaration with its docstring, unread. */
export interface Documented {
  readonly name: string
  readonly kind: 'function' | 'class' | 'type' | 'value'
  readonly declaration: string
  /** Below the folder that was asked. */
  readonly file: string
  /** The docstring without its asterisks; nothing where there is none. */
  readonly docstring: string
}

/**
 * Reads what an index file offers, following `export … from` to the file that declares it, in the order
 * of the index. Read as text and not by its types, which takes a fraction of the time.
 */
export function readOffered(index: string, root: string): readonly Documented[] {
  return offersOf(index).map(({ name, file }) => {
    const source = parse(file)
    const statement = source.statements.find((each) => declares(each, name))!
    return {
      name,
      kind: kindOf(statement),
      declaration: declarationOf(statement, name, source),
      file: relative(root, file),
      docstring: docstringOf(statement, source),
    }
  })
}

const parsed = new Map<string, ts.SourceFile>()

function parse(file: string): ts.SourceFile {
  const known = parsed.get(file)
  if (known) return known
  const text = readFileSync(file, 'utf8')
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  parsed.set(file, source)
  return source
}

function offersOf(file: string): readonly { readonly name: string; readonly file: string }[] {
  const source = parse(file)
  return source.statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement)) {
      return namesDeclared(statement).map((name) => ({ name, file }))
    }
    const { moduleSpecifier, exportClause } = statement
    if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return []
    const from = join(dirname(file), moduleSpecifier.text)
    const behind = offersOf(from)
    if (!exportClause || !ts.isNamedExports(exportClause)) return behind
    return exportClause.elements.flatMap(({ name, propertyName }) => {
      const wanted = (propertyName ?? name).text
      const found = behind.filter((each) => each.name === wanted)
      if (found.length === 0)
        throw new Error(`${from} does not declare ${wanted}, which ${file} offers.`)
      return found
    })
  })
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  )
}

function namesDeclared(statement: ts.Statement): readonly string[] {
  if (!isExported(statement)) return []
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText())
  }
  const named = statement as ts.Statement & { readonly name?: ts.Node }
  return named.name ? [named.name.getText()] : []
}

const declares = (statement: ts.Statement, name: string): boolean =>
  namesDeclared(statement).includes(name)

function kindOf(statement: ts.Statement): Documented['kind'] {
  if (ts.isFunctionDeclaration(statement)) return 'function'
  if (ts.isClassDeclaration(statement)) return 'class'
  return ts.isVariableStatement(statement) ? 'value' : 'type'
}

/** As many lines of a value as help to know it. */
const longestValue = 14

function declarationOf(statement: ts.Statement, name: string, source: ts.SourceFile): string {
  const start = statement.getStart(source)
  const textTo = (end: number) => source.text.slice(start, end).replace(/^export (default )?/, '')
  if (ts.isFunctionDeclaration(statement) && statement.body) {
    return textTo(statement.body.getStart(source)).trim()
  }
  if (ts.isClassDeclaration(statement)) {
    const head = textTo(statement.members.pos).trim()
    const members = statement.members.flatMap((member) => describeMember(member, source))
    return [head, ...members, '}'].join('\n')
  }
  const whole = textTo(statement.getEnd())
  if (!ts.isVariableStatement(statement) || whole.split('\n').length <= longestValue) return whole
  const declaration = statement.declarationList.declarations.find(
    (each) => each.name.getText() === name,
  )
  return `const ${name}${declaration?.type ? `: ${declaration.type.getText(source)}` : ''}`
}

function describeMember(member: ts.ClassElement, source: ts.SourceFile): readonly string[] {
  const modifiers = ts.canHaveModifiers(member) ? (ts.getModifiers(member) ?? []) : []
  const inside = [ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.ProtectedKeyword]
  if (modifiers.some(({ kind }) => inside.includes(kind))) return []
  if (member.name && ts.isPrivateIdentifier(member.name)) return []
  const { body } = member as ts.ClassElement & { readonly body?: ts.Node }
  const end = body ? body.getStart(source) : member.getEnd()
  // With its own docstring, which stands before it.
  return [`  ${source.text.slice(member.getFullStart(), end).trim()}`]
}

function docstringOf(statement: ts.Statement, source: ts.SourceFile): string {
  const comment = ts
    .getLeadingCommentRanges(source.text, statement.getFullStart())
    ?.map(({ pos, end }) => source.text.slice(pos, end))
    .findLast((text) => text.startsWith('/**'))
  return (comment ?? '')
    .replace(/^\/\*\*/, '')
    .replace(/\*\/$/, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, ''))
    .join('\n')
    .trim()
}
