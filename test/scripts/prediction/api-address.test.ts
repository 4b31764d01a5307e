import { apiAddress } from '../../../scripts/prediction/api-address';

const API_URL = 'https://abc123.execute-api.us-east-1.amazonaws.com/v1/';

test('on AWS the API is where its URL says', () => {
  expect(apiAddress(API_URL, undefined)).toBe('https://abc123.execute-api.us-east-1.amazonaws.com/v1');
  expect(apiAddress(API_URL, '')).toBe('https://abc123.execute-api.us-east-1.amazonaws.com/v1');
});

test.each(['http://127.0.0.1:4566', 'http://127.0.0.1:4566/'])(
  'where all AWS clients are sent to %s, the API is there too, by its id and stage',
  (endpoint) => {
    expect(apiAddress(API_URL, endpoint)).toBe('http://127.0.0.1:4566/restapis/abc123/v1/_user_request_');
  },
);
