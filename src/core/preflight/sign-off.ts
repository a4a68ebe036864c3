/** Signing off (签发) an issue: who takes it upon themselves, kept in the page's file. */
import type { PageDoc, SignOff } from '../doc/schema.ts'

type About = Pick<SignOff, 'rule' | 'key'>

const isFor =
  ({ rule, key }: About) =>
  (signOff: SignOff): boolean =>
    signOff.rule === rule && signOff.key === key

export const signOffFor = (doc: PageDoc, issue: About): SignOff | undefined =>
  doc.signOffs?.find(isFor(issue))

/** Takes the place of an earlier one for the same issue. */
export function signOff(doc: PageDoc, { rule, key }: About, who: Omit<SignOff, 'rule' | 'key'>): PageDoc {
  const others = withdrawn(doc, { rule, key })
  return { ...doc, signOffs: [...others, { rule, key, ...who }] }
}

/** 退签 */
export function withdrawSignOff(doc: PageDoc, issue: About): PageDoc {
  const { signOffs: _, ...rest } = doc
  const others = withdrawn(doc, issue)
  return others.length > 0 ? { ...rest, signOffs: others } : rest
}

const withdrawn = (doc: PageDoc, issue: About): SignOff[] =>
  (doc.signOffs ?? []).filter((each) => !isFor(issue)(each))
