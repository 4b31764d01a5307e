import { operationOf, recordCall } from './record-calls';

/** One call of a stubbed client. */
export interface Sent {
  readonly command: string;
  // Each test knows the input of the command it looks at.
  // biome-ignore lint/suspicious/noExplicitAny: a recorded input has the type of its command
  readonly input: any;
}

/** Answers a command from its input and from how often (from 1) this command was sent; an error it returns is thrown. */
// biome-ignore lint/suspicious/noExplicitAny: see Sent
type Answer = (input: any, call: number) => unknown;

/**
 * An AWS client that never leaves the process: each kind of command is answered by the function of its name, what was
 * sent is recorded, also for the proof of least privilege, and a command without an answer fails the test.
 */
export function stubClient<Client extends { send: unknown; readonly config: { readonly serviceId: string } }>(
  client: Client,
  answers: Readonly<Record<string, Answer>>,
): { readonly client: Client; readonly sent: readonly Sent[] } {
  const sent: Sent[] = [];
  client.send = async (command: { input: unknown }) => {
    const name = operationOf(command);
    const ended = recordCall(client.config.serviceId, name, command.input);
    // Paginators write into the input they sent.
    sent.push({ command: name, input: { ...(command.input as object) } });
    const answer = answers[name];
    if (!answer) throw new Error(`the test gives no answer to ${name}`);
    const result = answer(command.input, sent.filter((each) => each.command === name).length);
    ended(result);
    if (result instanceof Error) throw result;
    return result ?? {};
  };
  return { client, sent };
}

/** The body of an S3 object as the SDK hands it out in Node: a stream of bytes that can also be read whole. */
export function s3Body(content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return {
    transformToString: async () => Buffer.from(bytes).toString(),
    transformToByteArray: async () => bytes,
    async *[Symbol.asyncIterator]() {
      // Chunks end anywhere, also within a line.
      for (let start = 0; start < bytes.length; start += 7) yield bytes.subarray(start, start + 7);
    },
  };
}
