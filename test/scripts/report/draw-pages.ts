import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReportPageOptions } from '../../../scripts/report/report-page';

const PROJECT = join(__dirname, '..', '..', '..');

const HOST = `
import { text } from 'node:stream/consumers';
import { reportPage } from '${PROJECT}/scripts/report/report-page';
const pages = JSON.parse(await text(process.stdin));
console.log(JSON.stringify(pages.map(reportPage)));
`;

/** Draws pages in a process of their own: the plotting library is made of ES modules, which jest does not load. */
export function drawPages(...pages: readonly ReportPageOptions[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  try {
    const host = join(folder, 'host.mts');
    writeFileSync(host, HOST);
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', host], {
      cwd: PROJECT,
      input: JSON.stringify(pages),
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    if (stdout === '') throw new Error(stderr);
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
