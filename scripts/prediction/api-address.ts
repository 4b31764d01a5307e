/**
 * Where requests to an API go: its URL, or, where `AWS_ENDPOINT_URL` sends all AWS clients elsewhere, the path under
 * which the emulator there answers for the API. Without a slash at the end.
 */
export function apiAddress(apiUrl: string, endpointUrl: string | undefined): string {
  if (!endpointUrl) return apiUrl.replace(/\/+$/, '');
  const { hostname, pathname } = new URL(apiUrl);
  const [apiId = ''] = hostname.split('.');
  return `${endpointUrl.replace(/\/+$/, '')}/restapis/${apiId}/${pathname.replaceAll('/', '')}/_user_request_`;
}
