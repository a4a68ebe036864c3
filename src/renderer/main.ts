/**
 * The window's entry, kept small: the engine's worker begins to load its fonts before the interface, which is
 * ten times as large, is even read.
 */
import './state/engine.ts'

void import('./window.tsx')
