/** One finished stage of the run. */
export interface StageResult {
  readonly title: string;
  readonly seconds: number;
  readonly detail?: string;
}

/** A stage failed: which, why, and where its log is. */
class StageError extends Error {
  public constructor(title: string, cause: unknown, logFile?: string) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(`${title} failed: ${why}${logFile ? `\n  log: ${logFile}` : ''}`, { cause });
    this.name = 'StageError';
  }
}

/** Runs the stages one after another, tells how far they are, and remembers how long each took. */
export class Stages {
  public readonly results: StageResult[] = [];
  private readonly began = performance.now();

  public constructor(private readonly print: (line: string) => void = console.log) {}

  /** Runs one stage; what it returns as `detail` stands behind its time. Failing, it throws a `StageError`. */
  public async run<T>(
    title: string,
    work: () => Promise<T> | T,
    options: { logFile?: string; detail?: (result: T) => string } = {},
  ): Promise<T> {
    const began = performance.now();
    this.print(`▶ ${title}`);
    try {
      const result = await work();
      const detail = options.detail?.(result);
      const seconds = (performance.now() - began) / 1000;
      this.results.push({ title, seconds, detail });
      this.print(`✔ ${title} ${seconds.toFixed(1)} s${detail ? ` · ${detail}` : ''}`);
      return result;
    } catch (error) {
      this.print(`✖ ${title}`);
      throw error instanceof StageError ? error : new StageError(title, error, options.logFile);
    }
  }

  /** Something that happened within the running stage. */
  public say(line: string): void {
    const seconds = ((performance.now() - this.began) / 1000).toFixed(0).padStart(4);
    this.print(`  ${seconds} s  ${line}`);
  }

  public get totalSeconds(): number {
    return (performance.now() - this.began) / 1000;
  }
}
