/** The commands of 校样预览. */
import type { ProcessPlate } from '../../core/proof/plates.ts'
import type { CommandId } from '../../shared/ipc.ts'
import { proofing, showAllPlates, toggleInk, togglePlate, toggleProof } from '../proof/proof-state.ts'
import type { AppState } from '../state/app-state.ts'
import type { Command } from './command.ts'

type ProofCommand = Extract<CommandId, `proof.${string}`>

const enabled = ({ page }: AppState): boolean => page !== null

const plate = (name: ProcessPlate): Command => ({
  run: () => togglePlate(name),
  enabled,
  on: () => proofing.get().on && proofing.get().plates[name],
})

export const proofCommands: Record<ProofCommand, Command> = {
  'proof.toggle': { run: () => toggleProof(), enabled, on: () => proofing.get().on },
  'proof.cyan': plate('cyan'),
  'proof.magenta': plate('magenta'),
  'proof.yellow': plate('yellow'),
  'proof.black': plate('black'),
  'proof.all': { run: showAllPlates, enabled },
  'proof.ink': { run: toggleInk, enabled, on: () => proofing.get().on && proofing.get().ink },
}
