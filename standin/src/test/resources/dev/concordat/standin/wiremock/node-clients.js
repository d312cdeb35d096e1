// Every operation of two clients of WireMock, against the server at the address in the first argument, files in the second.
// Prints a line for each: its name and what came of it, without what differs from run to run.
const { WireMockRestClient } = require('wiremock-rest-client');
const { WireMock, MatchingAttributes, BodyType, EndpointFeature } = require('wiremock-captain');
const fs = require('fs');
const path = require('path');

const base = process.argv[2];
// The client reads files below its working folder.
const folder = path.relative(process.cwd(), process.argv[3]);
const VOLATILE = new Set(['loggedDate', 'loggedDateString', 'timing', 'clientIp', 'port', 'host', 'scheme', 'protocol',
  'headers', 'cookies', 'absoluteUrl', 'insertionIndex', 'formParams', 'queryParams', 'bodyAsBase64', 'browserProxyRequest',
  'stubMapping', 'responseDefinition', 'response_', 'subEvents', 'loggedRequest']);

function known(text) {
  return text
    .replaceAll(base, 'BASE')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID');
}

function plain(value) {
  if (Array.isArray(value)) return value.map(plain);
  if (value && typeof value === 'object') {
    if (value.config && value.request) return { status: value.status };
    // A logged request of ours has its id too.
    const isLogged = 'method' in value && 'body' in value;
    return Object.fromEntries(Object.keys(value).sort()
      .filter(key => !VOLATILE.has(key) && !(isLogged && key === 'id')).map(key => [key, plain(value[key])]));
  }
  return value;
}

async function step(name, action) {
  try {
    const result = await action();
    const isNothing = result === undefined || result === '' || (result && JSON.stringify(result) === '{}');
    console.log(name + ' ' + (isNothing ? 'nothing' : known(JSON.stringify(plain(result)))));
    return result;
  } catch (error) {
    const status = error.response ? ' ' + error.response.status : '';
    console.log(name + ' throws' + (status || ' ' + known(String(error.message)).slice(0, 80)));
    return undefined;
  }
}

async function call(target, options) {
  const answer = await fetch(base + target, options);
  const body = await answer.text();
  return answer.status === 404 ? 404 : { status: answer.status, body: body.split('\n')[0].slice(0, 80) };
}

async function restClient() {
  const client = new WireMockRestClient(base, { logLevel: 'silent', continueOnFailure: true });
  const stub = (url, more) => ({ request: { method: 'GET', url }, response: { status: 200, body: url }, ...more });
  const { mappings, requests, scenarios, recordings, global } = client;
  await step('global.resetAll', () => global.resetAll());
  const one = await step('mappings.createMapping', () => mappings.createMapping(stub('/one', { metadata: { tag: 'a' } })));
  await step('mappings.getMapping', () => mappings.getMapping(one.id));
  await step('mappings.getMapping unknown', () => mappings.getMapping('11111111-1111-4111-8111-111111111111'));
  await step('call one', () => call('/one'));
  await step('mappings.updateMapping', () => mappings.updateMapping(one.id, stub('/uno', { metadata: { tag: 'a' } })));
  await step('call uno', () => call('/uno'));
  await step('mappings.findByMetaData', () => mappings.findByMetaData({ matchesJsonPath: { expression: '$.tag', equalTo: 'a' } }));
  fs.writeFileSync(path.join(folder, 'two.json'), JSON.stringify(stub('/two')));
  fs.mkdirSync(path.join(folder, 'stubs'));
  fs.writeFileSync(path.join(folder, 'stubs', 'three.json'), JSON.stringify(stub('/three')));
  await step('mappings.createMappingFromFile', () => mappings.createMappingFromFile(path.join(folder, 'two.json')));
  await step('mappings.createMappingsFromDir', () => mappings.createMappingsFromDir(path.join(folder, 'stubs')));
  await step('call two', () => call('/two'));
  await step('call three', () => call('/three'));
  await step('mappings.getAllMappings', () => mappings.getAllMappings());
  await step('mappings.deleteMapping', () => mappings.deleteMapping(one.id));
  await step('call uno deleted', () => call('/uno'));
  await step('mappings.removeByMetaData', () => mappings.removeByMetaData({ matchesJsonPath: { expression: '$.tag', equalTo: 'b' } }));
  await step('requests.getAllRequests', async () => (await requests.getAllRequests()).requests.map(r => [r.request.url, r.wasMatched]));
  const last = (await requests.getAllRequests()).requests[0];
  await step('requests.getRequest', () => requests.getRequest(last.id));
  await step('requests.getCount', () => requests.getCount({ method: 'GET', url: '/two' }));
  await step('requests.findRequests', () => requests.findRequests({ method: 'GET', urlPattern: '/t.*' }));
  await step('requests.getUnmatchedRequests', () => requests.getUnmatchedRequests());
  await step('requests.getUnmatchedNearMisses', () => requests.getUnmatchedNearMisses());
  await step('requests.getNearMissesByRequest', () => requests.getNearMissesByRequest({ method: 'GET', url: '/tow', absoluteUrl: base + '/tow' }));
  await step('requests.getNearMissesByRequestPattern', () => requests.getNearMissesByRequestPattern({ method: 'GET', url: '/tow' }));
  await step('requests.removeRequests', () => requests.removeRequests({ method: 'GET', url: '/two' }));
  await step('requests.removeRequestsByMetadata', () => requests.removeRequestsByMetadata({ matchesJsonPath: { expression: '$.tag', equalTo: 'a' } }));
  await step('requests.deleteRequest', () => requests.deleteRequest(last.id));
  await step('requests.resetAllRequests', () => requests.resetAllRequests());
  await step('requests.deleteAllRequests', () => requests.deleteAllRequests());
  await step('requests.getAllRequests none', () => requests.getAllRequests());
  await mappings.createMapping(stub('/lamp', { scenarioName: 'lamp', requiredScenarioState: 'Started', newScenarioState: 'on' }));
  await mappings.createMapping({ ...stub('/lamp', { scenarioName: 'lamp', requiredScenarioState: 'on' }), response: { body: 'on' } });
  await step('call lamp', () => call('/lamp'));
  await step('call lamp on', () => call('/lamp'));
  await step('scenarios.getAllScenarios', async () => {
    const all = await scenarios.getAllScenarios();
    return (all.scenarios || all).map(s => [s.name, s.state, [...s.possibleStates].sort()]);
  });
  await step('scenarios.setScenarioState', () => scenarios.setScenarioState('lamp', 'Started'));
  await step('call lamp started', () => call('/lamp'));
  await step('scenarios.resetScenario', () => scenarios.resetScenario('lamp'));
  await step('call lamp reset', () => call('/lamp'));
  await step('scenarios.resetAllScenarios', () => scenarios.resetAllScenarios());
  await step('recordings.getRecordingStatus', () => recordings.getRecordingStatus());
  await step('recordings.startRecording', () => recordings.startRecording({ targetBaseUrl: process.argv[4] }));
  await step('call recorded', () => call('/recorded'));
  await step('recordings.getRecordingStatus on', () => recordings.getRecordingStatus());
  await step('recordings.stopRecording', async () => (await recordings.stopRecording()).mappings.map(m => m.request));
  await step('recordings.takeSnapshotRecording', async () => (await recordings.takeSnapshotRecording({ persist: false })).mappings.map(m => m.request));
  await step('global.updateGlobalSettings', () => global.updateGlobalSettings({ fixedDelay: 1 }));
  await step('mappings.saveAllMappings', () => mappings.saveAllMappings());
  await step('mappings.resetAllMappings', () => mappings.resetAllMappings());
  await step('mappings.deleteAllMappings', () => mappings.deleteAllMappings());
  await step('mappings.getAllMappings none', async () => (await mappings.getAllMappings()).mappings.length);
}

async function captain() {
  const mock = new WireMock(base);
  await step('captain.clearAll', async () => (await mock.clearAll()).map(r => r.status));
  const plainStub = await step('captain.register', () => mock.register(
    { method: 'POST', endpoint: '/orders', body: { sku: 'tea' }, headers: { Accept: 'application/json' }, queryParameters: { dry: 'true' } },
    { status: 201, body: { id: 7 }, headers: { 'X-Made': 'yes' } }, { requestEndpointFeature: 'urlPath' }));
  const post = (target, body, headers) => call(target, { method: 'POST', body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...headers } });
  await step('captain call', () => post('/orders?dry=true', { sku: 'tea' }));
  await step('captain call other', () => post('/orders?dry=true', { sku: 'milk' }));
  for (const feature of Object.values(EndpointFeature)) {
    await step('captain.register endpoint ' + feature, () => mock.register(
      { method: 'GET', endpoint: '/endpoint/' + feature }, { status: 200, body: { feature } },
      { requestEndpointFeature: feature }));
    await step('captain call endpoint ' + feature, () => call('/endpoint/' + feature));
  }
  for (const matching of Object.values(MatchingAttributes)) {
    await step('captain.register matching ' + matching, () => mock.register(
      { method: 'POST', endpoint: '/matching/' + matching, body: { a: 1 } }, { status: 200, body: { matching } },
      { requestBodyFeature: matching }));
    await step('captain call matching ' + matching, () => post('/matching/' + matching, { a: 1 }));
  }
  for (const type of Object.values(BodyType)) {
    await step('captain.register body ' + type, () => mock.register(
      { method: 'GET', endpoint: '/body/' + type }, { status: 200, body: type === 'default' ? { b: 1 } : 'eyJiIjoxfQ==' }, { responseBodyType: type }));
    await step('captain call body ' + type, () => call('/body/' + type));
  }
  await step('captain.register priority', async () => (await mock.register({ method: 'GET', endpoint: '/p' }, { status: 204 }, { stubPriority: 2 })).priority);
  await step('captain.register delay', () => mock.register({ method: 'GET', endpoint: '/d' }, { status: 200, body: {} },
    { fixedDelayInMilliseconds: 1 }));
  await step('captain.register scenario', () => mock.register({ method: 'GET', endpoint: '/s' }, { status: 200, body: {} },
    { scenario: { scenarioName: 'one', requiredScenarioState: 'Started', newScenarioState: 'two' } }));
  await step('captain call scenario', () => call('/s'));
  await step('captain.register fault', () => mock.register({ method: 'GET', endpoint: '/f' }, { status: 200 }, { fault: 'EMPTY_RESPONSE' }));
  await step('captain call fault', async () => { try { await fetch(base + '/f'); return 'answered'; } catch (e) { return 'broken'; } });
  await step('captain.register templating', () => mock.register({ method: 'GET', endpoint: '/t' },
    { status: 200, body: { path: '{{request.path}}' } }, { responseTransformers: ['response-template'] }));
  await step('captain call templating', () => call('/t'));
  await step('captain.getMapping', () => mock.getMapping(plainStub.id));
  await step('captain.getAllMappings', async () => (await mock.getAllMappings()).length);
  await step('captain.getAllRequests', async () => (await mock.getAllRequests()).map(r => [r.request.url, r.wasMatched]));
  await step('captain.getRequestsForAPI', async () => (await mock.getRequestsForAPI('POST', '/orders?dry=true')).map(r => r.request.body));
  await step('captain.getUnmatchedRequests', async () => (await mock.getUnmatchedRequests()).map(r => r.url));
  await step('captain.getAllScenarios', async () => (await mock.getAllScenarios()).map(s => [s.name, s.state]));
  await step('captain.resetAllScenarios', async () => (await mock.resetAllScenarios()).status);
  await step('captain.deleteMapping', async () => (await mock.deleteMapping(plainStub.id)).status);
  await step('captain.resetMappings', async () => (await mock.resetMappings()).status);
  await step('captain.clearAllRequests', async () => (await mock.clearAllRequests()).status);
  await step('captain.clearAllMappings', async () => (await mock.clearAllMappings()).status);
  await step('captain.clearAllExceptDefault', async () => (await mock.clearAllExceptDefault()).map(r => r.status));
  await step('captain.register webhook', () => mock.register({ method: 'GET', endpoint: '/w' }, { status: 200, body: {} },
    { webhook: { method: 'GET', url: base + '/hook' } }));
}

restClient().then(captain)
  .then(() => step('global.shutdown', () => new WireMockRestClient(base, { logLevel: 'silent', continueOnFailure: true }).global.shutdown()))
  .catch(error => { console.log('FAILED ' + error.stack); process.exitCode = 1; });
