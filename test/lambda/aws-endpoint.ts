import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Context } from 'aws-lambda';
import { recordCallsOfAllClients } from './record-calls';

/** One request as it came over the wire. */
export interface WireRequest {
  readonly method: string;
  /** Path without query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface WireAnswer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

/** A server on the loopback that stands for every AWS service a handler calls; SDKs find it through the environment. */
export class AwsEndpoint {
  public readonly requests: WireRequest[] = [];

  private constructor(private readonly server: Server) {}

  /** Starts it and points this process's SDK clients at it; clients must be made afterwards. */
  public static async start(answer: (request: WireRequest) => WireAnswer): Promise<AwsEndpoint> {
    recordCallsOfAllClients();
    const server = createServer();
    const endpoint = new AwsEndpoint(server);
    server.on('request', async (incoming, outgoing) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk);
      const url = new URL(incoming.url ?? '/', 'http://localhost');
      const request = {
        method: incoming.method ?? '',
        path: decodeURIComponent(url.pathname),
        query: url.searchParams,
        headers: incoming.headers,
        body: Buffer.concat(chunks),
      };
      endpoint.requests.push(request);
      const { status = 200, headers = {}, body = '' } = answer(request);
      outgoing.writeHead(status, headers).end(body);
    });
    await new Promise<void>((started) => {
      server.listen(0, '127.0.0.1', started);
    });
    Object.assign(process.env, {
      AWS_ENDPOINT_URL: endpoint.url,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      POWERTOOLS_LOG_LEVEL: 'SILENT',
    });
    return endpoint;
  }

  public get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((stopped) => {
      this.server.close(stopped);
    });
  }
}

/** What Lambda hands to a handler beside the event. */
export const context = {
  functionName: 'tested',
  functionVersion: '$LATEST',
  memoryLimitInMB: '256',
  invokedFunctionArn: 'arn:aws:lambda:us-east-1:111111111111:function:tested',
  awsRequestId: 'request-1',
  getRemainingTimeInMillis: () => 30_000,
} as Context;
