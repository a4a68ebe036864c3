export async function sum(a, b) {
  const { instance } = await WebAssembly.instantiateStreaming(fetch('./add.wasm'))
  return instance.exports.add(a, b)
}
