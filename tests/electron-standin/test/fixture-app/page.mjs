// What a real page would do with the bridge and with the scheme; specs call the functions on `window.page`.

const loadWasm = async () => (await WebAssembly.instantiateStreaming(fetch('./add.wasm'))).instance.exports

window.page = {
  addInPage: async (a, b) => (await loadWasm()).add(a, b),
  addInWorker: (a, b) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./worker.mjs', import.meta.url), { type: 'module' })
      worker.onmessage = ({ data }) => resolve(data)
      worker.onerror = (event) => reject(new Error(event.message || 'the worker did not load'))
      worker.postMessage([a, b])
    }),
  // Later, because code that a test evaluates is itself exempt from the policy.
  tryEval: () =>
    new Promise((resolve) => {
      setTimeout(() => {
        try {
          resolve(String(new Function('return 1')()))
        } catch (error) {
          resolve(error.name)
        }
      })
    }),
  fetchText: async (address) => (await fetch(address)).text(),
  fetchSize: async (address) => (await (await fetch(address)).arrayBuffer()).byteLength,
}

window.bridge.onMenu((command) => {
  document.querySelector('#menu').textContent = command
})
document.querySelector('#text').addEventListener('input', () => window.bridge.send('edited', true))

const target = document.querySelector('#target')
document
  .querySelector('#source')
  .addEventListener('dragstart', (event) => event.dataTransfer.setData('text/plain', 'payload'))
target.addEventListener('dragover', (event) => event.preventDefault())
target.addEventListener('drop', (event) => {
  event.preventDefault()
  target.textContent = event.dataTransfer.getData('text/plain')
})
