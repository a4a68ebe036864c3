import { Button } from 'react-aria-components'
import { describeEdit } from '../state/edit-words.ts'
import { dropEdit } from '../state/editing.ts'
import type { PageModel } from '../state/page-model.ts'
import { useSay } from '../state/words.ts'
import { FactGroup } from './facts.tsx'

/** Edits that found no place on the page: kept, and told. */
export function UnappliedEdits({ page }: { page: PageModel }) {
  const say = useSay()
  const edits = page.unappliedEdits.flatMap((index) => page.edits[index] ?? [])
  if (edits.length === 0) return null
  return (
    <FactGroup title={say('edit.unapplied')} aside={<span className="chip warn">{edits.length}</span>}>
      <p className="dim">{say('edit.unapplied-why')}</p>
      <ul className="records" data-testid="unapplied-edits">
        {edits.map((edit) => (
          <li key={JSON.stringify(edit)}>
            <span className="record-name">{describeEdit(edit, say)}</span>
            <Button className="button ghost" onPress={() => dropEdit(edit)}>
              {say('edit.drop')}
            </Button>
          </li>
        ))}
      </ul>
    </FactGroup>
  )
}
