-- How what meets in each environment stands: kept as the map's pairs are, by notes of whoever writes and the same worker. And what is
-- kept is in the order in which pages show it, so that a page reads the few rows that it shows. Names of systems never change.

ALTER TABLE pairs_kept ADD consumer text, ADD provider text,
  ADD state smallint GENERATED ALWAYS AS (  -- broken, without proof, drifting, proved
    CASE WHEN NOT success THEN 0 WHEN success IS NULL THEN 1 WHEN lying IS NOT NULL THEN 2 ELSE 3 END) STORED;
UPDATE pairs_kept SET consumer = c.name, provider = p.name FROM systems c, systems p
  WHERE c.id = consumer_id AND p.id = provider_id;
ALTER TABLE pairs_kept ALTER consumer SET NOT NULL, ALTER provider SET NOT NULL;
CREATE INDEX pairs_worst_first ON pairs_kept (state, consumer, provider);

-- What a version in an environment needs of a provider, against each version of the provider there.
CREATE TABLE meetings_kept (
  environment_id bigint NOT NULL REFERENCES environments ON DELETE CASCADE,
  consumer_id bigint NOT NULL,
  provider_id bigint NOT NULL,
  consumer text NOT NULL,
  provider text NOT NULL,
  contract_id bigint NOT NULL,               -- the version whose contract is judged
  judged_id bigint,                          -- the version of the provider that is judged; null where none is there
  verification_id bigint,
  success boolean,
  lying char(1),
  state smallint GENERATED ALWAYS AS (
    CASE WHEN NOT success THEN 0 WHEN success IS NULL THEN 1 WHEN lying IS NOT NULL THEN 2 ELSE 3 END) STORED,
  UNIQUE NULLS NOT DISTINCT (consumer_id, provider_id, environment_id, contract_id, judged_id),
  FOREIGN KEY (consumer_id, provider_id) REFERENCES integrations ON DELETE CASCADE
);
CREATE INDEX meetings_worst_first
  ON meetings_kept (environment_id, state, consumer, provider, contract_id, judged_id);

-- Null stands for every environment, and for every system.
CREATE TABLE meetings_changed (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  environment_id bigint,
  consumer_id bigint,
  provider_id bigint
);

INSERT INTO meetings_changed (consumer_id, provider_id) SELECT consumer_id, provider_id FROM integrations;

CREATE OR REPLACE FUNCTION pairs_of_publications() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH written AS (
      SELECT DISTINCT consumer_id, provider_id FROM touched WHERE consumer_id IS NOT NULL),
    noted AS (
      INSERT INTO pairs_changed (consumer_id, provider_id) SELECT * FROM written)
  INSERT INTO meetings_changed (consumer_id, provider_id) SELECT * FROM written;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION pairs_of_verifications() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH written AS (
      SELECT DISTINCT c.consumer_id, c.provider_id FROM touched t JOIN contents c ON c.id = t.content_id
      WHERE c.consumer_id IS NOT NULL),
    noted AS (
      INSERT INTO pairs_changed (consumer_id, provider_id) SELECT * FROM written)
  INSERT INTO meetings_changed (consumer_id, provider_id) SELECT * FROM written;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION pairs_of_proofs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH written AS (
      SELECT DISTINCT side.consumer_id, side.provider_id
      FROM touched t JOIN versions v ON v.id = t.version_id AND t.kind = 'drift'
      CROSS JOIN LATERAL (VALUES (v.system_id, NULL::bigint), (NULL, v.system_id)) AS side(consumer_id, provider_id)),
    noted AS (
      INSERT INTO pairs_changed (consumer_id, provider_id) SELECT * FROM written)
  INSERT INTO meetings_changed (consumer_id, provider_id) SELECT * FROM written;
  RETURN NULL;
END $$;

-- A pair is noted when it is first known, so that nobody has to look for those that are not kept yet.
CREATE FUNCTION pairs_of_integrations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH noted AS (
    INSERT INTO pairs_changed (consumer_id, provider_id) SELECT consumer_id, provider_id FROM touched)
  INSERT INTO meetings_changed (consumer_id, provider_id) SELECT consumer_id, provider_id FROM touched;
  RETURN NULL;
END $$;
CREATE TRIGGER pairs_inserted AFTER INSERT ON integrations REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION pairs_of_integrations();

CREATE FUNCTION meetings_of_places() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO meetings_changed (environment_id, consumer_id, provider_id)
    SELECT DISTINCT t.environment_id, side.consumer_id, side.provider_id FROM touched t
    CROSS JOIN LATERAL (VALUES (t.system_id, NULL::bigint), (NULL, t.system_id)) AS side(consumer_id, provider_id);
  RETURN NULL;
END $$;
CREATE TRIGGER meetings_inserted AFTER INSERT ON deployed_versions REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION meetings_of_places();
CREATE TRIGGER meetings_updated AFTER UPDATE ON deployed_versions REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION meetings_of_places();
CREATE TRIGGER meetings_deleted AFTER DELETE ON deployed_versions REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION meetings_of_places();
CREATE TRIGGER meetings_inserted AFTER INSERT ON released_versions REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION meetings_of_places();
CREATE TRIGGER meetings_updated AFTER UPDATE ON released_versions REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION meetings_of_places();
CREATE TRIGGER meetings_deleted AFTER DELETE ON released_versions REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION meetings_of_places();
