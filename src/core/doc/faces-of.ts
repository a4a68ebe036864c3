/** What names a face: the styles of a page, or of a template. */
interface Styles {
  paragraphStyles: Record<string, { face: string }>
  characterStyles: Record<string, object & { face?: string }>
}

/** The faces that a page's styles name, each once; what these fall back on is the font engine's to know. */
export function facesOf({ paragraphStyles, characterStyles }: Styles): string[] {
  const styles = [...Object.values(paragraphStyles), ...Object.values(characterStyles)]
  return [...new Set(styles.flatMap(({ face }) => face ?? []))]
}
