/** 校样预览: the page in the window as its press prints it. */
import type { Composition } from '../../core/compose/composition.ts'
import type { Diagnostic } from '../../core/diagnostics.ts'
import type { Asset } from '../../core/doc/schema.ts'
import { spotsOf } from '../../core/pdf/spot-inks.ts'
import { type InkPlace, inkPlaces, type PictureInk } from '../../core/proof/ink.ts'
import { inkLook, plateLook, proofComposition } from '../../core/proof/look.ts'
import { ALL_ON, lonePlate, type Plates, type ProcessPlate } from '../../core/proof/plates.ts'
import { colourOnPress, type PressTable } from '../../core/proof/press-table.ts'
import type { ProofShow } from '../../core/proof/proof-picture.ts'
import type { ProfileFacts } from '../../shared/ipc-print.ts'
import { main } from '../bridge.ts'
import { rememberedForm } from '../export/export-form.ts'
import { PreviewCache } from '../pictures/preview-cache.ts'
import { pictureEngine, pictureFile } from '../pictures/shelf.ts'
import { app } from '../state/app-state.ts'
import type { PageModel } from '../state/page-model.ts'
import { createStore } from '../state/store.ts'

export const SHIPPED_PRESS = 'tr002'

interface ProofState {
  on: boolean
  plates: Plates
  /** Where there is more ink than the limit, instead of the plates. */
  ink: boolean
  /** Per cent. */
  limit: number
  /** The shipped press, or an imported profile's id. */
  press: string
  profiles: readonly ProfileFacts[]
  /** Absent until the profile is read. */
  table: PressTable | null
  problem: Diagnostic | null
  /** The most ink of pictures that were separated, by their SHA-256. */
  pictureInk: ReadonlyMap<string, PictureInk>
}

export const proofing = createStore<ProofState>({
  on: false,
  plates: ALL_ON,
  ink: false,
  limit: 240,
  press: SHIPPED_PRESS,
  profiles: [],
  table: null,
  problem: null,
  pictureInk: new Map(),
})

let profile: Uint8Array | undefined

/** Proofs of pictures, by what is looked at now. */
export const proofPreviews = new PreviewCache((asset, longestPx) => {
  const file = pictureFile(asset.sha256)
  return file && proofPicture(file, asset, longestPx)
})

/** The same under solid black. */
export const solidPreviews = new PreviewCache((asset, longestPx) => {
  const file = pictureFile(asset.sha256)
  return file && proofPicture(file, asset, longestPx, true)
})

function lookAgain(): void {
  proofPreviews.clear()
  solidPreviews.clear()
}

async function proofPicture(file: Blob, asset: Asset, longestPx: number, solid = false) {
  const { press } = proofing.get()
  const { intent } = intentNow()
  const show = { ...showNow(), ...(solid && ({ solid } as { solid?: true })) }
  const order = { intent, show, ...(profile && { profile }) }
  const answer = await pictureEngine.proof(file, asset, longestPx, press, order)
  if (!answer.ok) return answer
  if (solid) return { ok: true as const, value: answer.value.preview }
  const { preview, most } = answer.value
  // The smaller a preview the more its ink is evened out.
  const known = proofing.get().pictureInk.get(asset.sha256)
  if (!known || most.percent > known.percent) {
    proofing.set(({ pictureInk }) => ({ pictureInk: new Map(pictureInk).set(asset.sha256, most) }))
  }
  return { ok: true as const, value: preview }
}

function intentNow() {
  const { page } = app.get()
  return page ? rememberedForm(page.doc).pictures : { intent: 'perceptual' as const }
}

function showNow(): ProofShow {
  const { ink, limit, plates } = proofing.get()
  if (ink) return { kind: 'ink', limit }
  return { kind: 'plates', plates, alone: lonePlate(plates, spotNames()) }
}

export function spotNames(): string[] {
  const { page } = app.get()
  return page ? spotsOf(page.composition).flatMap(({ spot }) => spot ?? []) : []
}

export function toggleProof(on = !proofing.get().on): void {
  proofing.set({ on })
  if (!on) {
    lookAgain()
    return
  }
  void main.ask('profile:list').then((profiles) => proofing.set({ profiles }))
  if (!proofing.get().table) void loadPress(proofing.get().press)
}

export async function loadPress(press: string): Promise<void> {
  const bytes = press === SHIPPED_PRESS ? null : await main.ask('profile:read', press)
  const table = await pictureEngine.press(bytes ?? undefined)
  if (!table.ok) {
    proofing.set({ problem: table.error })
    return
  }
  profile = bytes ?? undefined
  proofing.set({ press, table: table.value, problem: null, pictureInk: new Map() })
  lookAgain()
}

type Shown = Partial<Pick<ProofState, 'plates' | 'ink' | 'limit'>>

function look(change: Shown): void {
  proofing.set(change)
  if (proofing.get().on) lookAgain()
  else toggleProof(true)
}

export function togglePlate(plate: ProcessPlate): void {
  const { plates } = proofing.get()
  look({ plates: { ...plates, [plate]: !plates[plate] }, ink: false })
}

export function toggleSpot(name: string): void {
  const { plates } = proofing.get()
  const off = plates.spotsOff.includes(name)
  const spotsOff = off ? plates.spotsOff.filter((each) => each !== name) : [...plates.spotsOff, name]
  look({ plates: { ...plates, spotsOff }, ink: false })
}

export const showAllPlates = (): void => look({ plates: ALL_ON, ink: false })
export const toggleInk = (): void => look({ ink: !proofing.get().ink })
export const setLimit = (limit: number): void => look({ limit, ink: true })

/** What the painter draws instead of the page; the same object until something else is to be seen. */
export interface ProofView {
  composition: Composition
  /** `#rrggbb` */
  paper: string
  previews: PreviewCache
  /** Of pictures under black that overprints them. */
  solids: PreviewCache
}

let last: { of: Composition; state: readonly unknown[]; view: ProofView } | undefined

export function proofView({ composition }: PageModel): ProofView | undefined {
  const { on, table, plates, ink, limit } = proofing.get()
  if (!on || !table) return undefined
  const state = [table, plates, ink, limit]
  if (last?.of === composition && last.state.every((each, i) => each === state[i])) return last.view
  const chosen = ink ? inkLook(limit) : plateLook(table, plates, spotNames())
  // On a plate by itself solid black is solid, whatever is below it.
  const solid = ink || (plates.black && lonePlate(plates, spotNames()) === undefined)
  const view: ProofView = {
    composition: proofComposition(composition, chosen, solid),
    paper: ink ? '#ffffff' : colourOnPress(table, [0, 0, 0, 0]),
    previews: proofPreviews,
    solids: solidPreviews,
  }
  last = { of: composition, state, view }
  return view
}

/** The places with the most ink, the most first. */
export function pageInk(page: PageModel, pictureInk: ReadonlyMap<string, PictureInk>): InkPlace[] {
  const byFrame = new Map<string, PictureInk>()
  for (const item of page.composition.items) {
    if (item.kind !== 'picture') continue
    const ink = pictureInk.get(page.doc.assets?.[item.asset]?.sha256 ?? '')
    if (ink) byFrame.set(item.frame, ink)
  }
  return inkPlaces(page.composition, byFrame)
}
