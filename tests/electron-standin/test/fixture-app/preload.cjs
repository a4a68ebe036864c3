const { contextBridge, ipcRenderer } = require('electron')

globalThis.leakedFromPreload = true

contextBridge.exposeInMainWorld('bridge', {
  versions: { standin: process.versions.standin, electron: process.versions.electron },
  greeting: process.argv.find((argument) => argument.startsWith('--greeting=')),
  double: (value) => value * 2,
  nested: { list: [{ inner: () => 'inner' }] },
  later: (value) => Promise.resolve(value),
  throws: () => {
    throw new Error('from the preload')
  },
  onMenu: (listener) => ipcRenderer.on('menu', (_event, command) => listener(command)),
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  send: (channel, ...args) => ipcRenderer.send(channel, ...args),
})
