-- One truth for all questions: what is asked often is kept on write (heads of branches, the newest verification of a
-- content by a provider version, what is deployed), so that a question is a look-up in an index.
-- Names are compared as written. Everything that a system owns goes with it.

CREATE TABLE systems (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE,
  display_name text,
  repository_url text,
  repository_name text,
  repository_namespace text,
  main_branch text,
  owner text,                                -- the team that is told; the Pact dialect does not know it
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE labels (
  system_id bigint NOT NULL REFERENCES systems ON DELETE CASCADE,
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (system_id, name)
);

-- Versions are ordered by their id: the order of their first mention, not of their numbers.
CREATE TABLE versions (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  system_id bigint NOT NULL REFERENCES systems ON DELETE CASCADE,
  number text NOT NULL,
  build_url text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (system_id, number)
);
CREATE INDEX versions_newest ON versions (system_id, id DESC);

CREATE TABLE branches (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  system_id bigint NOT NULL REFERENCES systems ON DELETE CASCADE,
  name text NOT NULL,
  head_version_id bigint,                    -- kept on write: the version with the highest id on the branch
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (system_id, name)
);

CREATE TABLE branch_versions (
  branch_id bigint NOT NULL REFERENCES branches ON DELETE CASCADE,
  version_id bigint NOT NULL REFERENCES versions ON DELETE CASCADE,
  auto_created boolean NOT NULL DEFAULT false,   -- taken from the first tag of a version without branches
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (branch_id, version_id)
);
CREATE INDEX branch_versions_of_version ON branch_versions (version_id);
ALTER TABLE branches ADD FOREIGN KEY (head_version_id) REFERENCES versions ON DELETE SET NULL;
CREATE INDEX branches_by_head ON branches (head_version_id);

CREATE TABLE tags (
  version_id bigint NOT NULL REFERENCES versions ON DELETE CASCADE,
  system_id bigint NOT NULL REFERENCES systems ON DELETE CASCADE,
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (version_id, name)
);
CREATE INDEX tags_newest ON tags (system_id, name, version_id DESC);
CREATE INDEX labels_by_name ON labels (name);

-- The content of a contract, once between one consumer and one provider (a pact), or of one provider (what it provides:
-- consumer_id is null). A pact is the same content by the Pact dialect's own rule (its sha: interactions in any order, keys
-- in any order, no other metadata than the version), everything else by the digest of its meaning. The digest is kept of both,
-- so that evidence of equal meaning can be found. bytes are those that were published first.
CREATE TABLE contents (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  consumer_id bigint REFERENCES systems ON DELETE CASCADE,
  provider_id bigint NOT NULL REFERENCES systems ON DELETE CASCADE,
  kind text NOT NULL,                        -- pact, openapi, asyncapi, graphql, protobuf, avro, json-schema
  sha text NOT NULL,                         -- how the Pact dialect names it (40 hex digits)
  digest text NOT NULL,                      -- of the meaning (contracts' digest)
  media_type text NOT NULL,
  bytes bytea NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE NULLS NOT DISTINCT (consumer_id, provider_id, kind, sha)
);
CREATE INDEX contents_of_provider ON contents (provider_id);
CREATE INDEX contents_of_meaning ON contents (digest);

-- One version of a system said this content. A replaced publication is kept with its revision; the highest one counts.
CREATE TABLE publications (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  consumer_id bigint REFERENCES systems ON DELETE CASCADE,
  provider_id bigint NOT NULL REFERENCES systems ON DELETE CASCADE,
  version_id bigint NOT NULL REFERENCES versions ON DELETE CASCADE,  -- of the consumer, or of the provider where there is none
  content_id bigint NOT NULL REFERENCES contents ON DELETE CASCADE,
  revision integer NOT NULL,
  is_current boolean NOT NULL,               -- kept on write: the highest revision
  bytes bytea,                               -- as published, where they differ from those of the content
  created_at timestamptz NOT NULL,
  UNIQUE NULLS NOT DISTINCT (version_id, consumer_id, provider_id, revision)
);
CREATE INDEX publications_newest ON publications (provider_id, consumer_id, version_id DESC) WHERE is_current;
CREATE INDEX publications_of_version ON publications (version_id) WHERE is_current;
CREATE INDEX publications_of_content ON publications (content_id);
CREATE INDEX publications_of_consumer ON publications (consumer_id) WHERE is_current;

CREATE SEQUENCE verification_numbers AS integer;

CREATE TABLE verifications (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  content_id bigint NOT NULL REFERENCES contents ON DELETE CASCADE,
  number integer NOT NULL,                   -- counted over the whole registry, as the Pact Broker does
  provider_version_id bigint NOT NULL REFERENCES versions ON DELETE CASCADE,
  success boolean NOT NULL,
  build_url text,
  test_results jsonb,
  verified_by jsonb,
  is_wip boolean NOT NULL DEFAULT false,
  is_pending boolean NOT NULL DEFAULT false,
  method text NOT NULL DEFAULT 'replay',     -- replay (a run against the provider), comparison (agree)
  verified_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (content_id, number)
);
CREATE INDEX verifications_of_provider_version ON verifications (provider_version_id);

-- Kept on write: the newest verification of a content by a provider version.
CREATE TABLE latest_verifications (
  content_id bigint NOT NULL REFERENCES contents ON DELETE CASCADE,
  provider_version_id bigint NOT NULL REFERENCES versions ON DELETE CASCADE,
  verification_id bigint NOT NULL REFERENCES verifications ON DELETE CASCADE,
  success boolean NOT NULL,
  PRIMARY KEY (content_id, provider_version_id)
);
CREATE INDEX latest_verifications_by_version ON latest_verifications (provider_version_id);

CREATE TABLE environments (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uuid text NOT NULL UNIQUE,
  name text NOT NULL UNIQUE,
  display_name text,
  production boolean NOT NULL,
  contacts jsonb,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE deployed_versions (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uuid text NOT NULL UNIQUE,
  system_id bigint NOT NULL REFERENCES systems ON DELETE CASCADE,
  version_id bigint NOT NULL REFERENCES versions ON DELETE CASCADE,
  environment_id bigint NOT NULL REFERENCES environments ON DELETE CASCADE,
  target text,                               -- the application instance; null is one of its own
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  undeployed_at timestamptz
);
CREATE UNIQUE INDEX deployed_now ON deployed_versions (system_id, environment_id, target)
  NULLS NOT DISTINCT WHERE undeployed_at IS NULL;
CREATE INDEX deployed_versions_of_version ON deployed_versions (version_id);

CREATE TABLE released_versions (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uuid text NOT NULL UNIQUE,
  system_id bigint NOT NULL REFERENCES systems ON DELETE CASCADE,
  version_id bigint NOT NULL REFERENCES versions ON DELETE CASCADE,
  environment_id bigint NOT NULL REFERENCES environments ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  support_ended_at timestamptz,
  UNIQUE (version_id, environment_id)
);
CREATE INDEX released_now ON released_versions (environment_id, system_id) WHERE support_ended_at IS NULL;

CREATE TABLE integrations (
  consumer_id bigint NOT NULL REFERENCES systems ON DELETE CASCADE,
  provider_id bigint NOT NULL REFERENCES systems ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  contract_data_updated_at timestamptz,
  PRIMARY KEY (consumer_id, provider_id)
);
CREATE INDEX integrations_of_provider ON integrations (provider_id);

CREATE TABLE webhooks (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uuid text NOT NULL UNIQUE,
  consumer_id bigint REFERENCES systems ON DELETE CASCADE,
  provider_id bigint REFERENCES systems ON DELETE CASCADE,
  consumer_label text,
  provider_label text,
  description text,
  team text,
  events text[] NOT NULL,
  request jsonb NOT NULL,                    -- method, url, headers, username, password, body, as given
  enabled boolean NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);

-- The outbox: written in the transaction of its cause, delivered at least once, taken by one server at a time.
CREATE TABLE deliveries (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uuid text NOT NULL UNIQUE,
  webhook_id bigint REFERENCES webhooks ON DELETE SET NULL,
  consumer_id bigint REFERENCES systems ON DELETE CASCADE,
  provider_id bigint REFERENCES systems ON DELETE CASCADE,
  publication_id bigint REFERENCES publications ON DELETE SET NULL,
  verification_id bigint REFERENCES verifications ON DELETE SET NULL,
  event text NOT NULL,
  request jsonb NOT NULL,                    -- after the template parameters were filled in
  status text NOT NULL,                      -- not_run, retrying, success, failure
  attempts integer NOT NULL DEFAULT 0,
  due_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX deliveries_due ON deliveries (due_at) WHERE status IN ('not_run', 'retrying');
CREATE INDEX deliveries_of_publication ON deliveries (publication_id);
CREATE INDEX deliveries_of_verification ON deliveries (verification_id);

CREATE TABLE delivery_attempts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  delivery_id bigint NOT NULL REFERENCES deliveries ON DELETE CASCADE,
  success boolean NOT NULL,
  log text NOT NULL,                         -- secrets redacted
  created_at timestamptz NOT NULL
);
CREATE INDEX delivery_attempts_of_delivery ON delivery_attempts (delivery_id);

CREATE TABLE incidents (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uuid text NOT NULL UNIQUE,
  cause text NOT NULL,                       -- the same cause is the same incident
  rule text NOT NULL,
  consumer_id bigint REFERENCES systems ON DELETE CASCADE,
  provider_id bigint REFERENCES systems ON DELETE CASCADE,
  owner text,
  title text NOT NULL,
  evidence jsonb NOT NULL,
  state text NOT NULL,                       -- open, closed
  green_runs integer NOT NULL DEFAULT 0,
  opened_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  closed_at timestamptz
);
CREATE INDEX incidents_by_cause ON incidents (cause, id DESC);

-- What was proved of one version besides pacts: conform, flows, fidelity, resilience, timing, drift.
CREATE TABLE proofs (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version_id bigint NOT NULL REFERENCES versions ON DELETE CASCADE,
  kind text NOT NULL,
  success boolean NOT NULL,
  report jsonb NOT NULL,
  build_url text,
  created_at timestamptz NOT NULL
);
CREATE INDEX proofs_newest ON proofs (version_id, kind, id DESC);

CREATE TABLE tokens (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  hash text NOT NULL UNIQUE,                 -- SHA-256 of the token, which is 256 random bits
  scopes text[] NOT NULL,                    -- read, publish, deploy, admin
  team text,
  expires_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz
);

CREATE TABLE audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  who text NOT NULL,
  method text NOT NULL,
  path text NOT NULL,
  status integer NOT NULL,
  note text
);
CREATE INDEX audit_newest ON audit (at DESC);
