import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Measured } from './measured';

/** Runs measurements in processes of their own: ours in Node as a Lambda would run them, theirs in Python. */
export class Measuring {
  private readonly ours: string;
  private readonly python: string;
  /** Of the Python packages to compare with; none without scikit-learn. */
  public readonly versions: Readonly<Record<string, string>>;

  public constructor(folder: string) {
    this.ours = join(folder, 'measure.mjs');
    const entryPoints = [join(import.meta.dirname, 'measure.ts')];
    buildSync({ entryPoints, outfile: this.ours, bundle: true, platform: 'node', format: 'esm' });
    const project = join(import.meta.dirname, '..', '..', '..', '.venv', 'bin', 'python');
    this.python = process.env.PYTHON ?? (existsSync(project) ? project : 'python3');
    const { status, stdout } = this.runPython(['versions']);
    const found: Record<string, string> = status === 0 ? JSON.parse(stdout) : {};
    this.versions = 'scikit-learn' in found && 'numpy' in found ? found : {};
  }

  /** Exact ROC AUC of labels and scores in files, the best of some times. */
  public auc(files: readonly [labels: string, scores: string], type: string, times: number) {
    const args = ['auc', ...files, type, String(times)];
    return { ours: this.ourMeasure(args), theirs: this.theirMeasure('scikit-learn', args) };
  }

  /** The whole binary report of a CSV file, by us. */
  public ownReport(file: string): Measured {
    return this.ourMeasure(['report', file]);
  }

  /** The whole binary report of a CSV file. */
  public report(file: string) {
    return {
      ours: this.ownReport(file),
      pandas: this.theirMeasure('pandas', ['report', file, 'pandas']),
      polars: this.theirMeasure('polars', ['report', file, 'polars']),
    };
  }

  private ourMeasure(args: readonly string[]): Measured {
    const { status, stdout, stderr } = spawnSync(process.execPath, [this.ours, ...args], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`measuring ${args.join(' ')} failed: ${stderr}`);
    return JSON.parse(stdout);
  }

  /** Undefined when the package is not there. */
  private theirMeasure(name: string, args: readonly string[]): Measured | undefined {
    if (!(name in this.versions)) return undefined;
    const { status, stdout, stderr } = this.runPython(args);
    if (status !== 0) throw new Error(`measuring ${args.join(' ')} with ${name} failed: ${stderr}`);
    return JSON.parse(stdout);
  }

  private runPython(args: readonly string[]) {
    return spawnSync(this.python, [join(import.meta.dirname, 'measure.py'), ...args], { encoding: 'utf8' });
  }
}
