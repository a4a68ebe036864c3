import { Settings2 } from 'lucide-react'
import { Button, Switch } from 'react-aria-components'
import { runCommand } from '../commands/commands.ts'
import { Choice } from '../controls/choice.tsx'
import { Tip } from '../controls/tip.tsx'
import { Icon } from '../icons.tsx'
import { app } from '../state/app-state.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { chooseProfile } from './acting.ts'
import { checkNow } from './live-check.ts'
import { preflightState } from './preflight-state.ts'
import { allProfiles, ownProfiles, profileOf } from './profiles.ts'

/** By what the page is checked, and whether all the time. */
export function PreflightTools() {
  const say = useSay()
  const language = useStore(app, (state) => state.language)
  const doc = useStore(app, (state) => state.page?.doc)
  const live = useStore(preflightState, (state) => state.live)
  // the list is read anew when the paper's own profiles change
  useStore(ownProfiles, (state) => state.own)
  if (!doc) return null
  return (
    <>
      <Choice
        label={say('preflight.profile')}
        value={profileOf(doc).id}
        items={allProfiles().map(({ id, name }) => ({ id, name: name[language] }))}
        onChange={(id) => void chooseProfile(id)}
        testId="profile-choice"
      />
      <Tip text={say('command.preflight.profiles')}>
        <Button
          className="tool"
          aria-label={say('command.preflight.profiles')}
          onPress={() => void runCommand('preflight.profiles')}
          data-testid="profiles"
        >
          <Icon of={Settings2} />
        </Button>
      </Tip>
      <Switch
        className="switch"
        isSelected={live}
        onChange={(on) => {
          preflightState.set({ live: on })
          if (on) checkNow()
        }}
      >
        <span className="switch-track" aria-hidden="true">
          <span className="switch-thumb" />
        </span>
        {say('preflight.live')}
      </Switch>
      <span className="divider" />
    </>
  )
}
