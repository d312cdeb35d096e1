import { enabled } from './faults.js';
import { notFound, Problem } from './problem.js';
import { continueTrace } from './trace.js';

// Finds the handler for a request, and turns every outcome into an answer.

const MAX_BODY_BYTES = 64 * 1024;

export function router(routes) {
  return async (request, response) => {
    const start = performance.now();
    const trace = continueTrace(request.headers);
    let answer;
    try {
      answer = await dispatch(routes, request, trace);
    } catch (error) {
      answer = failure(error, request);
    }
    send(request, response, answer);
    if (request.url !== '/health') {
      const millis = Math.round(performance.now() - start);
      console.log(
        `${new Date().toISOString()} INFO ${request.method} ${request.url}`
          + ` -> ${answer.status} in ${millis} ms trace=${trace.traceId}`,
      );
    }
  };
}

async function dispatch(routes, request, trace) {
  const body = await read(request);
  const url = new URL(request.url, 'http://storefront');
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const matching = routes
    .map((route) => ({ ...route, path: match(route.template, url.pathname) }))
    .filter((route) => route.path);
  if (matching.length === 0) {
    throw notFound('Nothing is served at this path.');
  }
  const route = matching.find((candidate) => candidate.method === method);
  if (!route) {
    const allow = matching.map((candidate) => candidate.method).join(', ');
    throw new Problem(405, 'method-not-allowed', `Allowed here: ${allow}`, {
      headers: { Allow: allow },
    });
  }
  return route.handle({
    path: route.path,
    query: url.searchParams,
    json: () => parse(request.headers['content-type'], body),
    trace,
  });
}

async function read(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) {
      chunks.push(chunk);
    }
  }
  if (size > MAX_BODY_BYTES) {
    throw new Problem(413, 'too-large', `The limit is ${MAX_BODY_BYTES} bytes.`);
  }
  return Buffer.concat(chunks);
}

function match(template, pathname) {
  const expected = template.split('/');
  const actual = pathname.split('/');
  if (expected.length !== actual.length) {
    return undefined;
  }
  const values = {};
  for (let i = 0; i < expected.length; i++) {
    const text = decode(actual[i]);
    if (expected[i].startsWith('{') && text !== '') {
      values[expected[i].slice(1, -1)] = text;
    } else if (expected[i] !== text) {
      return undefined;
    }
  }
  return values;
}

function decode(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function parse(contentType, body) {
  if ((contentType ?? '').split(';')[0].trim().toLowerCase() !== 'application/json') {
    throw new Problem(415, 'unsupported-media-type', 'Send the body as application/json.');
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new Problem(400, 'malformed-json', 'The body is not well-formed JSON.');
  }
}

function failure(error, request) {
  if (!(error instanceof Problem)) {
    console.log(error);
    return failure(new Problem(500, 'internal', 'Please report this to the team.'), request);
  }
  if (enabled('storefront-html-error') && error.status === 400 && request.method === 'POST') {
    return {
      status: 400,
      headers: { 'Content-Type': 'text/html; charset=utf-8' },
      text: `<!DOCTYPE html>\n<title>Error</title>\n<pre>Bad Request</pre>\n`,
    };
  }
  return {
    status: error.status,
    headers: { ...error.headers, 'Content-Type': 'application/problem+json' },
    body: error,
  };
}

function send(request, response, answer) {
  const bytes = Buffer.from(answer.text ?? JSON.stringify(answer.body), 'utf-8');
  response.writeHead(answer.status, {
    'Content-Type': 'application/json',
    'Content-Length': bytes.length,
    ...answer.headers,
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
