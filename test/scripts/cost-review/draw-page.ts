import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CostReview } from '../../../lambda/governance/review-cost/review';

const PROJECT = join(__dirname, '..', '..', '..');

/** JSON has no whole numbers of any size: they travel as text with an n, as in code. */
const HOST = `
import { text } from 'node:stream/consumers';
import { reviewPage } from '${PROJECT}/scripts/cost-review/review-page';
const revive = (_, value) => (typeof value === 'string' && /^-?\\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value);
const [title, review] = JSON.parse(await text(process.stdin), revive);
process.stdout.write(reviewPage(title, review));
`;

/** Draws the page in a process of its own: the plotting library is made of ES modules, which jest does not load. */
export function drawPage(title: string, review: CostReview): string {
  const folder = mkdtempSync(join(tmpdir(), 'cost-review-'));
  try {
    const host = join(folder, 'host.mts');
    writeFileSync(host, HOST);
    const input = JSON.stringify([title, review], (_, value) => (typeof value === 'bigint' ? `${value}n` : value));
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', host], {
      cwd: PROJECT,
      input,
      encoding: 'utf8',
    });
    if (stdout === '') throw new Error(stderr);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
