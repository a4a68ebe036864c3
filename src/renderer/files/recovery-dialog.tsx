import { useEffect, useState } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { main } from '../bridge.ts'
import { Mark } from '../icons.tsx'
import { app } from '../state/app-state.ts'
import { typeSetter } from '../state/page-session.ts'
import { readFound, recoverPages } from '../state/recovering.ts'
import { openAnswer } from '../state/session.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { RecoveryList } from './recovery-list.tsx'
import { type FoundEntry, firstChoice, unsavedSteps, type Wanted } from './recovery-model.ts'
import { RecoveryPreview } from './recovery-preview.tsx'
import { RecoverySteps } from './recovery-steps.tsx'

const later = (): void => app.set({ dialog: null })

/** After a crash: what was found, how it will look, and which of it is wanted. */
export function RecoveryDialog() {
  const say = useSay()
  const { entries, choices, setChoice } = useFound()
  const [shownId, setShownId] = useState<string>()
  const [sure, setSure] = useState(false)
  const shown = entries.find(({ listed }) => listed.id === shownId) ?? entries[0]
  const wanted = entries.filter(({ listed, found }) => found && choices.has(listed.id))
  const steps = entries.reduce((sum, entry) => sum + unsavedSteps(entry).length, 0)
  const recover = () =>
    void take(wanted.map(({ listed }) => ({ id: listed.id, as: choices.get(listed.id) ?? 'copy' })))
  const discard = async () => {
    await main.ask(
      'recovery:discard',
      entries.map(({ listed }) => listed.id),
    )
    later()
  }
  if (entries.length === 0) return <NothingFound />
  return (
    <ModalOverlay className="veil desk" isOpen onOpenChange={(open) => !open && later()}>
      <Modal className="dialog recovery">
        <Dialog data-testid="recovery" aria-label={say('recovery.title')}>
          <header>
            <div>
              <Heading slot="title">{say('recovery.title')}</Heading>
              <p>{say('recovery.summary', { pages: entries.length, steps })}</p>
            </div>
            <Mark size={30} />
          </header>
          <div className="recovery-body">
            <RecoveryList
              entries={entries}
              choices={choices}
              shown={shown?.listed.id}
              onShow={setShownId}
              onChoose={setChoice}
            />
            {shown && <RecoveryPreview key={shown.listed.id} entry={shown} />}
            {shown && <RecoverySteps key={`steps ${shown.listed.id}`} entry={shown} />}
          </div>
          <footer>
            <Button className="button ghost danger" onPress={() => (sure ? void discard() : setSure(true))}>
              {sure ? say('recovery.discard-sure', { steps }) : say('recovery.discard')}
            </Button>
            <span className="spacer" />
            <Button className="button large" onPress={later}>
              {say('recovery.later')}
              <kbd>Esc</kbd>
            </Button>
            <Button
              className="button primary large"
              autoFocus
              isDisabled={wanted.length === 0}
              onPress={recover}
            >
              {say('recovery.recover', { n: wanted.length })}
            </Button>
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** What is on the disk is opened as any file; its journal has been decided against. */
async function take(choices: readonly { id: string; as: Wanted }[]): Promise<void> {
  const recovered = choices.flatMap(({ id, as }) => (as === 'disk' ? [] : [{ id, as }]))
  const onDisk = choices.filter(({ as }) => as === 'disk')
  app.set({ dialog: null })
  await recoverPages(recovered)
  for (const { id } of onDisk) {
    const file = await main.ask('recovery:disk', id)
    await main.ask('recovery:discard', [id])
    if (recovered.length === 0 && !app.get().page) await openAnswer(file)
  }
}

/** Journals with the pages that they make, composed one after the other. */
function useFound() {
  const recoverable = useStore(app, (state) => state.recoverable)
  const [entries, setEntries] = useState<readonly FoundEntry[]>([])
  const [choices, setChoices] = useState<ReadonlyMap<string, Wanted>>(new Map())
  useEffect(() => {
    let gone = false
    const read = async () => {
      const found: FoundEntry[] = []
      for (const listed of recoverable) found.push({ listed, found: (await readFound(listed.id)) ?? null })
      if (gone) return
      setEntries(found)
      const readable = found.filter((entry) => entry.found !== null)
      setChoices(new Map(readable.map(({ listed }) => [listed.id, firstChoice(listed)])))
      for (const [index, entry] of found.entries()) {
        const doc = entry.found?.live.doc
        if (!doc || gone) continue
        await typeSetter().load(doc)
        const composition = typeSetter().compose(doc)
        if (composition && !gone) setEntries((all) => all.with(index, { ...entry, composition }))
      }
    }
    void read()
    return () => {
      gone = true
    }
  }, [recoverable])
  const setChoice = (id: string, wanted: Wanted | undefined) =>
    setChoices((all) => {
      const next = new Map(all)
      if (wanted === undefined) next.delete(id)
      else next.set(id, wanted)
      return next
    })
  return { entries, choices, setChoice }
}

function NothingFound() {
  const say = useSay()
  const empty = useStore(app, (state) => state.recoverable.length === 0)
  if (!empty) return null
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && later()}>
      <Modal className="dialog about">
        <Dialog>
          <Heading slot="title">{say('recovery.title-none')}</Heading>
          <p>{say('recovery.none-text')}</p>
          <div className="card-buttons">
            <Button className="button primary" autoFocus onPress={later}>
              {say('keys.close')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
