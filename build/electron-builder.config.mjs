/**
 * How the app is packaged: npm run pack (a folder, to try), npm run dist (installers). Everything that main runs is in
 * its bundle, so no package goes along.
 *
 * Signing is by environment, as electron-builder reads it: CSC_LINK and CSC_KEY_PASSWORD (macOS, Windows), APPLE_ID,
 * APPLE_APP_SPECIFIC_PASSWORD and APPLE_TEAM_ID (notarizing). With BANXIN_SIGN=1 a build that cannot be signed fails.
 */

const { env } = process
const mustSign = env.BANXIN_SIGN === '1'

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'org.banxin.app',
  productName: 'Banxin',
  copyright: 'MIT. Fonts under their own licences, see NOTICE.',
  directories: { output: 'dist', buildResources: 'build/resources' },
  asar: true,
  files: ['out/main/**/*', 'out/preload/**/*', 'out/renderer/**/*', 'package.json', '!node_modules/**/*'],
  extraResources: [
    { from: 'out/fonts', to: 'fonts' },
    { from: 'assets/samples', to: 'samples', filter: ['*.txt'] },
    { from: '.', to: '.', filter: ['LICENSE', 'NOTICE'] },
  ],
  npmRebuild: false,
  forceCodeSigning: mustSign,
  fileAssociations: [
    {
      ext: 'banxin',
      name: 'Banxin page',
      description: '版心版面 Banxin page',
      mimeType: 'application/vnd.banxin.page+zip',
      role: 'Editor',
    },
  ],
  // What the code never needs is off: tests/build/packaging.test.ts holds the code against this.
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableCookieEncryption: true,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
    resetAdHocDarwinSignature: true,
  },
  win: {
    target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
    icon: 'assets/icons/banxin.ico',
  },
  nsis: {
    oneClick: false,
    allowToChangeInstallationDirectory: true,
    // zh_CN and English; the installer asks where the system speaks neither.
    installerLanguages: ['zh_CN', 'en_US'],
    deleteAppDataOnUninstall: false,
  },
  mac: {
    target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
    icon: 'assets/icons/banxin.icns',
    category: 'public.app-category.graphics-design',
    hardenedRuntime: true,
    notarize: mustSign && env.APPLE_TEAM_ID !== undefined,
  },
  linux: {
    target: ['AppImage', 'deb'],
    icon: 'assets/icons/linux',
    category: 'Publishing',
    synopsis: '版心 newspaper page editor',
    maintainer: 'Banxin <maintainers@banxin.invalid>',
    executableName: 'banxin',
  },
}
