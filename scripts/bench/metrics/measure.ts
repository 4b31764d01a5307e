import { createReadStream, readFileSync } from 'node:fs';
import { evaluateBinaryStream, rocAucScore } from '../../../lib/metrics';
import type { Measured } from './measured';

const THRESHOLD = 0.5;
const CHUNK_BYTES = 2 ** 20;

/** Measures one thing in a process of its own and prints it as JSON: `auc <labels> <scores> <type> <times>` or `report <csv>`. */

async function timed(times: number, run: () => Promise<number | null> | number | null): Promise<Measured> {
  const seconds: number[] = [];
  let value: number | null = null;
  for (let time = 0; time < times; time++) {
    const begin = performance.now();
    value = await run();
    seconds.push((performance.now() - begin) / 1000);
  }
  return { seconds: Math.min(...seconds), megabytes: process.resourceUsage().maxRSS / 1024, value };
}

function bytesOf(file: string): ArrayBuffer {
  const { buffer, byteOffset, length } = readFileSync(file);
  return buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer;
}

const [kind = '', file = '', scores = '', type, times] = process.argv.slice(2);
if (kind === 'auc') {
  const actual = new Uint8Array(bytesOf(file));
  const score = type === 'float32' ? new Float32Array(bytesOf(scores)) : new Float64Array(bytesOf(scores));
  console.log(JSON.stringify(await timed(Number(times), () => rocAucScore({ actual, score }).value)));
} else {
  const layout = { format: 'csv', actual: 'label', predicted: 'score', source: file } as const;
  const outcomeValues = { truePositive: 80, falsePositive: -20, trueNegative: 0, falseNegative: -100 };
  const evaluate = async () => {
    const stream = createReadStream(file, { highWaterMark: CHUNK_BYTES });
    return (await evaluateBinaryStream(stream, layout, { threshold: THRESHOLD, outcomeValues })).rocAuc.value;
  };
  console.log(JSON.stringify(await timed(1, evaluate)));
}
