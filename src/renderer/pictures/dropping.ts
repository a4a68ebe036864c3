/** Which of the files that are dropped or pasted are pictures, before any is read. */

const ENDINGS = /\.(jpe?g|png|tiff?|webp|svg|gif|bmp|heic|avif|eps|psd)$/i

/** Also kinds that are refused then: they were meant as pictures, and the refusal says why. */
export const isPictureFile = ({ type, name }: File): boolean =>
  type.startsWith('image/') || ENDINGS.test(name)

/** While files are dragged their names are hidden; all of them say that they are pictures. */
export function carriesPictures(data: DataTransfer | null): boolean {
  const files = [...(data?.items ?? [])].filter(({ kind }) => kind === 'file')
  return files.length > 0 && files.every(({ type }) => type.startsWith('image/'))
}
