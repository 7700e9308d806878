import { describe, expect, test } from 'vitest';
import { Door } from '../../src/desk/server/door.ts';

const host = '127.0.0.1:4331';
const own = { host, origin: `http://${host}` };

describe('the door of the desk', () => {
  test('lets in who brings the token, once, and from then on who has the cookie', () => {
    const door = new Door(4331);
    const { token } = door;
    const cookie = door.cookie.split(';')[0] ?? '';
    expect(door.cookie).toMatch(/; HttpOnly; SameSite=Strict$/);
    expect(door.entrance({ host }, 'GET', null)).toBe('refused');
    expect(door.entrance({ host }, 'GET', 'x'.repeat(token?.length ?? 0))).toBe('refused');
    expect(door.entrance(own, 'POST', token)).toBe('refused');
    expect(door.entrance({ host }, 'GET', token)).toBe('token');
    expect(door.entrance({ host }, 'GET', token)).toBe('refused');
    expect(door.token).toBeNull();
    expect(door.entrance({ host, cookie }, 'GET', null)).toBe('in');
    expect(door.entrance({ host, cookie: `a=b; ${cookie}; c=d` }, 'GET', null)).toBe('in');
    expect(door.entrance({ ...own, cookie }, 'POST', null)).toBe('in');
    expect(door.entrance({ host, cookie: `${cookie}x` }, 'GET', null)).toBe('refused');
    expect(door.entrance({ host, cookie: cookie.replace('4331', '4332') }, 'GET', null)).toBe('refused');
  });

  test('refuses other names of this machine, pages of others and acts that do not say where they come from', () => {
    const door = new Door(4331);
    const cookie = door.cookie.split(';')[0] ?? '';
    const refused = [
      { cookie },
      { cookie, host: 'desk.example:4331' },
      { cookie, host: '127.0.0.1:80' },
      { cookie, host, origin: 'http://evil.example' },
      { cookie, host, origin: 'null' },
      { cookie, host, origin: 'http://localhost:4331' },
      { cookie, host, origin: `https://${host}` },
      { cookie, host, 'sec-fetch-site': 'cross-site' },
      { cookie, host, 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of refused) expect([headers, door.entrance(headers, 'GET', null)]).toEqual([headers, 'refused']);
    expect(door.entrance({ host, cookie }, 'POST', null)).toBe('refused');
    expect(door.entrance({ host, cookie, 'sec-fetch-site': 'same-origin' }, 'GET', null)).toBe('in');
  });
});
