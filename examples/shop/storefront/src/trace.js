import { randomBytes } from 'node:crypto';

// W3C trace context: the same trace id on every hop, a span id of its own for each.

const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-([0-9a-f]{2})/;

export function continueTrace(headers) {
  const parts = TRACEPARENT.exec(headers.traceparent ?? '');
  const traceId = parts?.[1] ?? randomBytes(16).toString('hex');
  const flags = parts?.[2] ?? '01';
  return {
    traceId,
    headersForNextHop() {
      const next = { traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-${flags}` };
      return parts && headers.tracestate ? { ...next, tracestate: headers.tracestate } : next;
    },
  };
}
