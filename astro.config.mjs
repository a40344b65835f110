import { join, resolve } from 'node:path';
import node from '@astrojs/node';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import manifest from './package.json' with { type: 'json' };
import { defaultLocale, locales } from './src/i18n/locale.ts';

// Fixed at build time: form posts behind a TLS proxy are refused unless their public host is listed
// in allowedDomains, so a deployment builds with its own SITE_URL. Set to nothing counts as not set.
const site = new URL(process.env.SITE_URL || 'http://127.0.0.1:4321');

export default defineConfig({
  site: site.origin,
  output: 'static',
  outDir: process.env.OUT_DIR ?? 'dist',
  trailingSlash: 'always',
  // Astro's default drops the space at a line break between words and a link.
  compressHTML: true,
  session: false,
  devToolbar: { enabled: false },
  prerenderConflictBehavior: 'error',
  markdown: { syntaxHighlight: false },
  // As middleware: our own server (src/platform/http/http-server.ts) has the sockets and the built files.
  // Without streaming, so that a fault in a page is an error page and never half an answer.
  adapter: node({
    mode: 'middleware',
    bodySizeLimit: 64 * 1024,
    experimentalDisableStreaming: true,
  }),
  integrations: [preact()],
  i18n: {
    locales: [...locales],
    defaultLocale,
    routing: { prefixDefaultLocale: false },
  },
  build: { inlineStylesheets: 'never' },
  security: {
    // src/platform/http/form-post.ts asks more, and has a page for who is refused.
    checkOrigin: false,
    allowedDomains: [{ hostname: site.hostname, protocol: site.protocol.replace(':', '') }],
    // Of each page. What a meta tag cannot say (frame-ancestors) and every other answer's policy come from
    // src/platform/http/security-headers.ts.
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
      ],
    },
  },
  vite: {
    plugins: [reloadWhenContentChanges(), importWithoutPreloading(), packForServing()],
    // Small scripts are files too: nothing runs from within a page.
    build: {
      assetsInlineLimit: (file) => (file.endsWith('.js') ? false : undefined),
      // Browsers of early 2021; functions that they lack: tests/rules/browser-floor.test.ts. In older ones a
      // page has no script, and works as a page without.
      target: ['chrome87', 'edge88', 'firefox78', 'safari14'],
      // Lowered, left and right would go by `lang`, which translators in browsers write over.
      cssTarget: ['chrome111', 'edge111', 'firefox114', 'safari16.4'],
    },
  },
});

// Vite wraps import() in 700 bytes that fetch styles and parts ahead. Every page would load them for
// the shortlist, whose script has neither.
function importWithoutPreloading() {
  return {
    name: 'import-without-preloading',
    enforce: 'pre',
    configEnvironment: () => ({
      build: { modulePreload: { polyfill: false, resolveDependencies: () => [] } },
    }),
    transform: {
      filter: { id: /vite\/preload-helper/ },
      handler: () => 'export const __vitePreload = (load) => load();',
    },
  };
}

// Packs into the server what it needs of Astro and its adapter, which are not installed where the site is only
// served: left as packages is what package.json says that the running site needs.
function packForServing() {
  return {
    name: 'pack-for-serving',
    apply: 'build',
    configEnvironment: (environment) =>
      environment === 'ssr'
        ? // sharp is loaded only to change pictures, which no page does.
          {
            resolve: {
              noExternal: true,
              external: [...Object.keys(manifest.dependencies), 'sharp'],
            },
          }
        : undefined,
  };
}

// The site reads content/ and search-index/ itself (src/platform/files/content-files.ts), so Vite does not
// know that a page depends on them.
function reloadWhenContentChanges() {
  return {
    name: 'reload-when-content-changes',
    configureServer(server) {
      const folders = ['content', 'search-index'].map((name) =>
        join(server.config.root, name, '/'),
      );
      server.watcher.on('all', (_event, path) => {
        const changed = resolve(server.config.root, path);
        if (!folders.some((folder) => changed.startsWith(folder))) return;
        // Runs every module anew, so that the folders are read again. What Vite made of their code stays:
        // making it again would take seconds.
        for (const environment of Object.values(server.environments)) {
          environment.hot.send({ type: 'full-reload' });
        }
      });
    },
  };
}
