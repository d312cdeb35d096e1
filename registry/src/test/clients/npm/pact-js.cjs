// What teams do with pact-js and the command line that goes with it, one line of standard input a step: a verb, and
// `name=value` words. It says what came of each step, then a line `DONE`. `node pact-js.cjs FOLDER`, where FOLDER has the
// packages of package.json.
const { spawnSync } = require('node:child_process');
const { createRequire } = require('node:module');
const path = require('node:path');
const readline = require('node:readline');

const packages = path.resolve(process.argv[2], 'node_modules');
const { PactV4, MatchersV3, Verifier } = createRequire(path.join(packages, 'program.js'))(
  '@pact-foundation/pact',
);
const LIMIT_MILLIS = 120_000;

function tool(...words) {
  const ran = spawnSync(path.join(packages, '.bin', 'pact-broker'), words, {
    encoding: 'utf8',
    timeout: LIMIT_MILLIS,
  });
  return { ok: ran.status === 0, text: `${ran.stdout ?? ''}${ran.stderr ?? ''}` };
}

async function consume(said) {
  const pact = new PactV4({ consumer: 'web', provider: 'orders', dir: said.folder, logLevel: 'error' });
  await pact
    .addInteraction()
    .given(`order ${said.order} exists`)
    .uponReceiving(`get order ${said.order}`)
    .withRequest('GET', `/orders/${said.order}`)
    .willRespondWith(200, (response) => response.jsonBody({ id: MatchersV3.string(said.order) }))
    .executeTest(async (server) => {
      const answer = await fetch(`${server.url}/orders/${said.order}`);
      if (answer.status !== 200) {
        throw new Error(`the mock answered ${answer.status}`);
      }
    });
  console.log('all passed');
}

function publish(said) {
  const { ok, text } = tool(
    'publish', said.folder, '--consumer-app-version', said.version, '--branch', said.branch,
    '--build-url', `https://ci.example/${said.version}`, '--broker-base-url', said.broker,
    ...(said.tag ? ['--tag', said.tag] : []),
  );
  console.log(ok ? text : `CLIENT ERROR ${text}`);
}

function tag(said) {
  const { ok, text } = tool(
    'create-version-tag', '--pacticipant', said.of, '--version', said.version, '--tag', said.tag,
    '--broker-base-url', said.broker,
  );
  console.log(ok ? text : `CLIENT ERROR ${text}`);
}

function selector(text) {
  const [kind, value] = text.split(':');
  switch (kind) {
    case 'branch':
      return { branch: value };
    case 'environment':
      return { environment: value };
    case 'latestTag':
      return { tag: value, latest: true };
    default:
      return { [kind]: true };
  }
}

async function verify(said) {
  const verifier = new Verifier({
    provider: 'orders',
    providerBaseUrl: `http://127.0.0.1:${said.port}`,
    pactBrokerUrl: said.broker,
    providerVersion: said.version,
    providerVersionBranch: said.branch,
    providerVersionTags: said.tag ? [said.tag] : [],
    publishVerificationResult: true,
    enablePending: said.pending === 'true',
    ...(said.wip ? { includeWipPactsSince: said.wip } : {}),
    consumerVersionSelectors: said.selectors.split(',').map(selector),
    stateHandlers: { 'order 1 exists': async () => {}, 'order 2 exists': async () => {} },
    logLevel: 'error',
  });
  try {
    console.log(await verifier.verifyProvider());
    console.log('all passed');
  } catch (failure) {
    console.log(`failed [${failure}]`);
  }
}

function canIDeploy(said) {
  const to = said.environment
    ? ['--to-environment', said.environment]
    : said.tag
      ? ['--to', said.tag]
      : ['--main-branch'];
  const { ok, text } = tool(
    'can-i-deploy', '--pacticipant', said.of, '--version', said.version, ...to,
    '--broker-base-url', said.broker,
  );
  console.log(`ok=${ok} ${text}`);
}

const steps = { consume, publish, tag, verify, 'can-i-deploy': canIDeploy };

async function main() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const [verb, ...words] = line.split(' ');
    const said = Object.fromEntries(words.map((word) => word.split(/=(.*)/s).slice(0, 2)));
    try {
      await steps[verb](said);
    } catch (failure) {
      console.log(`CLIENT ERROR ${failure.stack}`);
    }
    console.log('DONE');
  }
}

main();
