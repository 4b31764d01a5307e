import { randomUUID } from 'node:crypto';
import type { DataCaptureConfig } from '@aws-sdk/client-sagemaker';
import type { ObjectStore } from '../cloud';
import { s3Join, s3Location } from '../jobs/s3-location';
import { everyShare } from './every-share';

/** One side of an invocation. */
interface Message {
  readonly contentType: string | undefined;
  readonly body: Buffer;
}

/** Minutes on AWS. */
const FLUSH_MILLISECONDS = 1500;

/** What an endpoint was asked and answered, as JSON lines by hour in S3, written with the rights of the model's role. */
export class DataCapture {
  private readonly lines = new Map<string, string[]>();
  private readonly sampled: () => boolean;
  private readonly modes: readonly string[];
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly config: DataCaptureConfig,
    /** `<endpoint>/<variant>` */
    private readonly source: string,
    private readonly objects: ObjectStore,
    private readonly report: (line: string) => void,
  ) {
    this.sampled = everyShare(Number(config.InitialSamplingPercentage) / 100);
    this.modes = (config.CaptureOptions ?? []).map(({ CaptureMode }) => String(CaptureMode));
  }

  add(input: Message, output: Message, inferenceId: string | undefined): void {
    if (!this.sampled()) return;
    const inferenceTime = `${new Date().toISOString().slice(0, 19)}Z`;
    const captureData = {
      ...(this.wants('Input') ? { endpointInput: this.captured('INPUT', input) } : {}),
      ...(this.wants('Output') ? { endpointOutput: this.captured('OUTPUT', output) } : {}),
    };
    const eventMetadata = { eventId: randomUUID(), inferenceId, inferenceTime };
    const hour = inferenceTime.slice(0, 13).replace(/[-T]/g, '/');
    const line = JSON.stringify({ captureData, eventMetadata, eventVersion: '0' });
    this.lines.set(hour, [...(this.lines.get(hour) ?? []), line]);
    this.timer ??= setTimeout(() => this.flush(), FLUSH_MILLISECONDS).unref();
  }

  /** Writes what there is; what cannot be written is reported, as nobody waits for it. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const hours = [...this.lines];
    this.lines.clear();
    for (const [hour, lines] of hours) {
      const name = `${new Date().toISOString().slice(14, 23).replace(/[:.]/g, '-')}-${randomUUID()}.jsonl`;
      const { bucket, key } = s3Location(s3Join(this.config.DestinationS3Uri ?? '', `${this.source}/${hour}/${name}`));
      await this.objects
        .write(bucket, key, `${lines.join('\n')}\n`)
        .catch((error) => this.report(`data capture of ${this.source}: ${error}`));
    }
  }

  private wants(side: 'Input' | 'Output'): boolean {
    return this.modes.includes(side) || this.modes.includes('InputAndOutput');
  }

  private captured(mode: 'INPUT' | 'OUTPUT', { contentType, body }: Message): object {
    const { CsvContentTypes, JsonContentTypes } = this.config.CaptureContentTypeHeader ?? {};
    const plain = contentType?.split(';')[0]?.trim() ?? '';
    const encoding = CsvContentTypes?.includes(plain) ? 'CSV' : JsonContentTypes?.includes(plain) ? 'JSON' : 'BASE64';
    const data = body.toString(encoding === 'BASE64' ? 'base64' : 'utf8');
    return { observedContentType: contentType, mode, data, encoding };
  }
}
