// Sends `import … from 'electron'` to the emulated module.

const emulated = new URL('./electron-module.mjs', import.meta.url).href

export async function resolve(specifier, context, next) {
  if (/^electron(\/(main|common))?$/.test(specifier)) return { url: emulated, shortCircuit: true }
  return next(specifier, context)
}
