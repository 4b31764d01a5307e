import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SourceFault, seededText } from './source-fault';

const PROJECT = join(import.meta.dirname, '..', '..', '..', '..');
/** Installed once, too large to copy. */
const LINKED = ['node_modules', '.venv'];
/** What commands make; a test makes it again if it needs it. */
const MADE = ['.git', '.local', 'cdk.out', 'dist', 'out'];

/** The project again, for breaking it without anybody noticing. */
export class ProjectCopy {
  private readonly folder = mkdtempSync(join(tmpdir(), 'broken-project-'));

  constructor() {
    for (const name of readdirSync(PROJECT)) {
      if (LINKED.includes(name)) symlinkSync(join(PROJECT, name), join(this.folder, name));
      else if (!MADE.includes(name)) cpSync(join(PROJECT, name), join(this.folder, name), { recursive: true });
    }
  }

  /** Seeds a fault, looks, and takes the fault away again. */
  async with<Found>(fault: SourceFault, look: () => Promise<Found>): Promise<Found> {
    const path = join(this.folder, fault.file);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, seededText(fault, text));
    try {
      return await look();
    } finally {
      writeFileSync(path, text);
    }
  }

  /** Resolves with what a command printed, and whether it ended well. */
  run(command: string, args: readonly string[]): Promise<{ succeeded: boolean; printed: string }> {
    return new Promise((resolve, reject) => {
      const child = spawn(command, args, { cwd: this.folder, stdio: ['ignore', 'pipe', 'pipe'] });
      const chunks: Buffer[] = [];
      child.stdout.on('data', (chunk) => chunks.push(chunk));
      child.stderr.on('data', (chunk) => chunks.push(chunk));
      child.once('error', reject);
      child.once('exit', (code) => resolve({ succeeded: code === 0, printed: Buffer.concat(chunks).toString() }));
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
