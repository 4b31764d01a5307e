import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const PROJECT = join(__dirname, '..', '..', '..');
const UNPACKED = join(PROJECT, '.local');

/** The packed browser is built for this platform only. */
export const HAS_BROWSER = process.platform === 'linux' && process.arch === 'x64';

/** The browser of the package `@sparticuz/chromium` with that package's libraries and fonts, and no other of the machine. */
export async function openBrowser(): Promise<Browser> {
  const folder = unpacked();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    // It runs as root in containers, where there is no sandbox.
    args: ['--headless=shell', '--no-sandbox', '--font-render-hinting=none'],
    env: {
      HOME: folder,
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  });
}

/** The version that the package says it has: anything else that answers is another browser. */
export function packedVersion(): string {
  const entry = require.resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(entry.split('/build/')[0] ?? '', 'package.json'), 'utf8'));
  return version;
}

/** Where the browser is unpacked, which is done once and takes two seconds. */
function unpacked(): string {
  const folder = join(UNPACKED, `chromium-${packedVersion()}`);
  if (existsSync(folder)) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  // Other tests may unpack at the same time: whoever is first gives the folder its name.
  const draft = mkdtempSync(`${folder}-`);
  try {
    unpack(draft);
    writeFileSync(join(draft, 'fonts.conf'), fontsIn(folder));
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

function unpack(folder: string): void {
  const work = "require('@sparticuz/chromium').executablePath().then(console.log)";
  const { status, stderr } = spawnSync(process.execPath, ['-e', work], {
    cwd: PROJECT,
    encoding: 'utf8',
    // On Lambda, as it is made to believe, it unpacks the libraries too that a small system lacks.
    env: { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
  if (status !== 0) throw new Error(`cannot unpack the browser: ${stderr}`);
}

function fontsIn(folder: string): string {
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>
`;
}
