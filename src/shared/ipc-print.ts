/** The channels of pictures, profiles and printing: part of the contract in ipc.ts. */
import type { Diagnostic } from '../core/diagnostics.ts'
import type { Asset } from '../core/doc/schema.ts'

export interface PrintAsks {
  /** Shows the save dialog for a PDF; null when it was cancelled. */
  'export:choose': { args: [fileName: string]; answer: ExportPlace | null }
  /** Writes atomically, only to a place that was chosen in this session. */
  'export:write': { args: [path: string, bytes: Uint8Array]; answer: WriteAnswer }
  /** Shows the open dialog for an ICC profile and keeps what was chosen; null when it was cancelled. */
  'profile:import': { args: []; answer: ProfileAnswer | null }
  'profile:list': { args: []; answer: ProfileFacts[] }
  'profile:read': { args: [id: string]; answer: Uint8Array | null }
  'profile:forget': { args: [id: string]; answer: undefined }
  /** Shows the open dialog for pictures; null when it was cancelled. */
  'picture:choose': { args: [many: boolean]; answer: PictureAnswer[] | null }
  /** What the files that pictures came from are now; null where there is none. */
  'picture:check': { args: [paths: string[]]; answer: (FileStamp | null)[] }
  /** Reads a picture's file again; only files that begin as pictures do. */
  'picture:read': { args: [path: string]; answer: PictureAnswer }
}

export const PRINT_CHANNELS = [
  'export:choose',
  'export:write',
  'profile:import',
  'profile:list',
  'profile:read',
  'profile:forget',
  'picture:choose',
  'picture:check',
  'picture:read',
] as const satisfies readonly (keyof PrintAsks)[]

export interface ExportPlace {
  path: string
  name: string
}

export type WriteAnswer =
  | { ok: true; path: string; name: string }
  | { ok: false; name: string; error: Diagnostic }

/** An ICC profile that the user has imported, by the SHA-256 of its bytes. */
export interface ProfileFacts {
  id: string
  description: string
}

export type ProfileAnswer =
  | { ok: true; profile: ProfileFacts }
  | { ok: false; name: string; error: Diagnostic }

export type FileStamp = Pick<NonNullable<Asset['origin']>, 'size' | 'modifiedMs'>

export type PictureAnswer =
  | { ok: true; name: string; bytes: Uint8Array; origin: NonNullable<Asset['origin']> }
  | { ok: false; name: string; error: Diagnostic }
