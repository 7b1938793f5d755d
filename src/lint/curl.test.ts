import {describe, expect, test} from '@jest/globals';
import {curlCalls} from './curl';

describe('curlCalls', () => {
  test('reads method, address and headers over several lines', () => {
    const code =
      'export A=1\n\ncurl -sS -X PATCH "$PLATFORM_URL/workspaces/$ID" \\\n  -H "Authorization: Bearer $T" \\\n  -d \'{\n  "a": "b"\n}\'\ncurl $B/health | jq .';
    expect(curlCalls(code)).toEqual([
      {
        method: 'PATCH',
        url: '$PLATFORM_URL/workspaces/$ID',
        headers: ['Authorization: Bearer $T'],
        otherCredential: false,
        line: 3,
      },
      {method: 'GET', url: '$B/health', headers: [], otherCredential: false, line: 8},
    ]);
  });

  test('a body means POST, unless -G says otherwise', () => {
    expect(curlCalls('curl a -d x').map(({method}) => method)).toEqual(['POST']);
    expect(curlCalls('curl -G a --data-urlencode q=x').map(({method}) => method)).toEqual(['GET']);
    expect(curlCalls('curl -F file=@x a').map(({method}) => method)).toEqual(['POST']);
  });

  test('a substitution in quotes is a command of its own, and the outer one goes on', () => {
    const code =
      'until [ "$(curl -s "$A/x" \\\n  -H "Authorization: $T" | jq -r .s)" = ok ]; do\n  curl $A/y -d "$(jq -n 1)" -H "b: c"\ndone';
    expect(curlCalls(code)).toEqual([
      {method: 'GET', url: '$A/x', headers: ['Authorization: $T'], otherCredential: false, line: 1},
      {method: 'POST', url: '$A/y', headers: ['b: c'], otherCredential: false, line: 3},
    ]);
  });

  test('finds calls in substitutions and after pipes, not in comments', () => {
    expect(
      curlCalls('ID=$(curl -s "$A/x" | jq -r .id)\n# curl no\necho a && curl -sX DELETE $A/y').map(
        ({method, url, line}) => [method, url, line],
      ),
    ).toEqual([
      ['GET', '$A/x', 1],
      ['DELETE', '$A/y', 3],
    ]);
  });
});
