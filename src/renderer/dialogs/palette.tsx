import { Search } from 'lucide-react'
import { useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  Text,
  TextField,
} from 'react-aria-components'
import type { CommandId } from '../../shared/ipc.ts'
import { message } from '../../shared/messages.ts'
import { isEnabled, runCommand } from '../commands/commands.ts'
import { firstKey } from '../commands/keys.ts'
import { findCommands } from '../commands/search.ts'
import { MenuKey } from '../controls/menu-key.tsx'
import { Icon } from '../icons.tsx'
import { app } from '../state/app-state.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { closeDialog } from './dialog-frame.tsx'

/** Every command that can run now, by Chinese, pinyin initials or English, the best match first. */
export function Palette() {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const state = useStore(app, (whole) => whole)
  const mac = state.start?.platform === 'darwin'
  const other = state.language === 'zh' ? 'en' : 'zh'
  const found = findCommands(typed).filter((id) => id !== 'palette.open' && isEnabled(id, state))
  const run = (id: CommandId) => {
    closeDialog()
    // After the dialog has given the focus back: a command may move it.
    requestAnimationFrame(() => void runCommand(id))
  }
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && closeDialog()}>
      <Modal className="dialog palette">
        <Dialog aria-label={say('command.palette.open')} data-testid="palette">
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <TextField className="palette-field" aria-label={say('command.palette.open')} autoFocus>
              <Icon of={Search} />
              <Input placeholder={say('palette.placeholder')} />
            </TextField>
            <Menu
              className="palette-list"
              aria-label={say('palette.commands')}
              items={found.map((id) => ({ id }))}
              onAction={(key) => run(key as CommandId)}
              renderEmptyState={() => <p className="panel-none">{say('palette.none')}</p>}
              dependencies={[state.language]}
            >
              {({ id }) => (
                <MenuItem id={id} className="menu-item" textValue={say(`command.${id}`)}>
                  <Text slot="label">{say(`command.${id}`)}</Text>
                  <span className="palette-other" lang={other === 'zh' ? 'zh-CN' : 'en'}>
                    {message(other, `command.${id}`)}
                  </span>
                  <MenuKey of={firstKey(id, mac)} />
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
