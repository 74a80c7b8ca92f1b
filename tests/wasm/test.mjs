// Runs the two programs: the client on real connections, the other on a host that provides nothing.
// `.ci/run wasm` builds them, and passes their paths.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { createRequire } from 'node:module';
import { createServer as createTcpServer } from 'node:net';
import { test } from 'node:test';

const { WASM_CLIENT, WASM_NO_HOST } = process.env;
const { decode, request } = createRequire(import.meta.url)(WASM_CLIENT);

const MIB = 1 << 20;
const PATIENCE = 30_000;
const PROBLEM = { 'Content-Type': 'application/problem+json' };

/** Runs `use` with the URL of a server, and stops the server. After a panic, `use` never ends. */
async function serve(server, use) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${server.address().port}`;
  let timer;
  const tooLate = new Promise((_, reject) => {
    timer = setTimeout(reject, PATIENCE, new Error('the client did not finish'));
  });
  try {
    return await Promise.race([use(url), tooLate]);
  } finally {
    clearTimeout(timer);
    server.closeAllConnections?.();
    server.close();
  }
}

/** What the client knows about the response of a handler. */
async function known(handler, path = '/', timeout = PATIENCE) {
  const json = await serve(createHttpServer(handler), (url) => request(url + path, timeout));
  return JSON.parse(json);
}

/** What the client knows about this response. */
function answer(code, fields, content) {
  return known((_, response) => {
    response.sendDate = false;
    response.writeHead(code, fields).end(content);
  });
}

test('a response below 400 is returned', async () => {
  assert.deepEqual(await answer(200, PROBLEM, 'all is well'), { text: 'all is well' });
});

test('a problem is read', async () => {
  const content = JSON.stringify({ title: 'Sold out', detail: 'ninety left', left: 90 });
  const { problem, message, source } = await answer(409, PROBLEM, content);
  assert.deepEqual(problem, { title: 'Sold out', status: 409, detail: 'ninety left', left: 90 });
  assert.equal(message, '409 Conflict: ninety left');
  assert.equal(source, null);
});

test('a problem without content is read', async () => {
  const { problem, source } = await answer(404, PROBLEM);
  assert.deepEqual(problem, { title: 'Not Found', status: 404 });
  assert.equal(source, null);
});

test('content in many pieces is read', async () => {
  const { problem } = await known(async (_, response) => {
    response.writeHead(409, PROBLEM);
    for (const character of '{"detail":"aé"}') {
      await new Promise((written) => response.write(character, written));
    }
    response.end();
  });
  assert.equal(problem.detail, 'aé');
});

test('a relative type is resolved against the URL', async () => {
  const server = createHttpServer((_, response) => {
    response.writeHead(409, PROBLEM).end('{"type":"/errors/sold-out"}');
  });
  await serve(server, async (url) => {
    const { problem, status } = JSON.parse(await request(`${url}/orders/7`, PATIENCE));
    assert.equal(problem.type, `${url}/errors/sold-out`);
    assert.equal(status, 'SoldOut');
  });
});

/** The error that the client gets from this response. */
function decoded(code, fields, content) {
  const handler = (_, response) => response.writeHead(code, fields).end(JSON.stringify(content));
  return serve(createHttpServer(handler), (url) => decode(url));
}

test('the error of the shop comes back', async () => {
  const type = 'https://shop.example/errors';
  const sent = { type: `${type}/stock/sold-out`, item: 'kettle', left: 0 };
  const stock = 'Stock(SoldOut { item: "kettle", left: 0 })';
  assert.equal(await decoded(409, PROBLEM, sent), stock);
  const fields = { ...PROBLEM, 'Retry-After': '7' };
  const soon = await decoded(429, fields, { type: `${type}/too-fast` });
  assert.equal(soon, 'TooFast { after: 7s }');
  const other = await decoded(404, PROBLEM, { type: `${type}/order-not-found`, id: 'seven' });
  assert.equal(other, '404 Not Found');
});

test('Retry-After in seconds needs no clock', async () => {
  const { delay, fields } = await answer(503, { 'Retry-After': '30', Server: 'secret' });
  assert.equal(delay, 30);
  assert.deepEqual(fields, ['retry-after']);
});

test('a date counts from the date of the response', async () => {
  const fields = {
    Date: 'Sun, 06 Nov 1994 08:49:37 GMT',
    'Retry-After': 'Sun, 06 Nov 1994 08:50:07 GMT',
  };
  assert.equal((await answer(503, fields)).delay, 30);
});

test('without one, a date counts from now', async () => {
  const inAnHour = new Date(Date.now() + 3_600_000).toUTCString();
  const { delay } = await answer(503, { 'Retry-After': inAnHour });
  assert.ok(delay > 3_500 && delay <= 3_600, delay);
});

/** A handler that writes until the client closes the connection, and how many bytes it wrote. */
function flood(contentType) {
  let stop;
  const closed = new Promise((resolve) => {
    stop = resolve;
  });
  const handler = (_, response) => {
    response.writeHead(502, { 'Content-Type': contentType, 'Retry-After': '7' });
    let written = 0;
    const more = () => {
      while (!response.destroyed && written < 1024 * MIB) {
        written += 1 << 14;
        if (!response.write('a'.repeat(1 << 14))) {
          return response.once('drain', more);
        }
      }
    };
    response.on('close', () => stop(written));
    more();
  };
  return { handler, closed };
}

for (const contentType of ['application/problem+json', 'text/plain', 'text/html']) {
  test(`endless content is not read to its end: ${contentType}`, async () => {
    const { handler, closed } = flood(contentType);
    await serve(createHttpServer(handler), async (url) => {
      const { problem, delay, source } = JSON.parse(await request(url, PATIENCE));
      // The client closes the connection, although the server is still there.
      assert.ok((await closed) < 64 * MIB);
      assert.equal(problem.status, 502);
      assert.equal(delay, 7);
      const isText = contentType === 'text/plain';
      assert.equal(problem.detail, isText ? `${'a'.repeat(200)}…` : undefined);
      const isProblem = contentType === 'application/problem+json';
      assert.equal(source, isProblem ? `content longer than ${MIB} bytes` : null);
    });
  });
}

test('content of exactly the maximum length is read', async () => {
  for (const spare of [0, 1]) {
    const detail = 'a'.repeat(MIB - '{"detail":""}'.length + spare);
    const { problem } = await answer(409, PROBLEM, `{"detail":"${detail}"}`);
    assert.equal(problem.detail?.length, spare ? undefined : detail.length);
  }
});

test('a broken connection becomes the source', async () => {
  const server = createTcpServer((socket) => {
    socket.once('data', () => {
      const head = 'HTTP/1.1 409 A\r\nContent-Type: application/problem+json\r\nAllow: GET\r\n';
      socket.end(`${head}Content-Length: 100\r\n\r\n{"detail":"a"`);
    });
  });
  await serve(server, async (url) => {
    const { problem, fields, source } = JSON.parse(await request(url, PATIENCE));
    assert.deepEqual(problem, { title: 'Conflict', status: 409 });
    assert.deepEqual(fields, ['allow']);
    assert.equal(typeof source, 'string');
  });
});

test('the timeout ends the wait for the content', async () => {
  const handler = (_, response) => response.writeHead(409, PROBLEM).write('{"detail":"a"');
  const { problem, source } = await known(handler, '/', 500);
  assert.deepEqual(problem, { title: 'Conflict', status: 409 });
  assert.equal(typeof source, 'string');
});

test('without reqwest, nothing is asked of the host', async () => {
  const module = await WebAssembly.compile(await readFile(WASM_NO_HOST));
  assert.deepEqual(WebAssembly.Module.imports(module), []);
  const { exports } = await WebAssembly.instantiate(module, {});
  assert.equal(exports.main(0, 0), 0);
});
