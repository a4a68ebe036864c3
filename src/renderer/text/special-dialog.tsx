import { Button } from 'react-aria-components'
import { isMessage } from '../../shared/messages.ts'
import { closeDialog, DialogFrame } from '../dialogs/dialog-frame.tsx'
import { useSay } from '../state/words.ts'
import { SPECIAL_CHARACTERS } from './special-characters.ts'
import { openText } from './text-session.ts'

/** 特殊字符: a press puts it where the caret is. */
export function SpecialDialog() {
  const say = useSay()
  const text = openText()
  const insert = (character: string) => {
    closeDialog()
    text?.insert(character)
    // The dialog gives the focus back first.
    requestAnimationFrame(() => text?.view.focus())
  }
  const nameOf = (character: string): string | undefined => {
    const key = `special.name.${character.codePointAt(0)?.toString(16)}`
    return isMessage(key) ? say(key) : undefined
  }
  return (
    <DialogFrame title={say('special.title')} className="special">
      {!text && <p className="dim">{say('special.no-caret')}</p>}
      <div className="special-groups">
        {SPECIAL_CHARACTERS.map(({ id, characters }) => (
          <section key={id} aria-label={say(`special.${id}`)}>
            <h3>{say(`special.${id}`)}</h3>
            <div className="special-characters" data-words={id === 'spaces'}>
              {characters.map((character) => (
                <Button
                  key={character}
                  className="special-character"
                  isDisabled={!text}
                  aria-label={nameOf(character) ?? character}
                  onPress={() => insert(character)}
                >
                  {nameOf(character) ?? <span lang="zh-CN">{character}</span>}
                </Button>
              ))}
            </div>
          </section>
        ))}
      </div>
    </DialogFrame>
  )
}
