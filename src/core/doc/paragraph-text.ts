import type { Paragraph } from './schema.ts'

export const paragraphText = ({ runs }: Pick<Paragraph, 'runs'>): string =>
  runs.map(({ text }) => text).join('')
