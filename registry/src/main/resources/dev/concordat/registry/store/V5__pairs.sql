-- How each consumer and its provider stand, for the map: kept, so that the map is read and not worked out. Whoever writes only
-- notes which pairs that may change, a row for each, so that nobody waits for anybody; a worker works those out again, and a map
-- that is asked for before it does so works them out itself. Neither table is in backups: what is not kept is worked out.

CREATE TABLE pairs_kept (
  consumer_id bigint NOT NULL,
  provider_id bigint NOT NULL,
  contract_id bigint,                        -- the version whose contract is judged
  judged_id bigint,                          -- the version of the provider that is judged
  verification_id bigint,
  success boolean,
  lying char(1),                             -- c, p: by the newest proof of drift of the consumer's or the provider's version
  PRIMARY KEY (consumer_id, provider_id),
  FOREIGN KEY (consumer_id, provider_id) REFERENCES integrations ON DELETE CASCADE
);

-- Null stands for every system.
CREATE TABLE pairs_changed (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  consumer_id bigint,
  provider_id bigint
);

INSERT INTO pairs_changed (consumer_id, provider_id) SELECT consumer_id, provider_id FROM integrations;

CREATE FUNCTION pairs_of_publications() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO pairs_changed (consumer_id, provider_id)
    SELECT DISTINCT consumer_id, provider_id FROM touched WHERE consumer_id IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER pairs_inserted AFTER INSERT ON publications REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION pairs_of_publications();
CREATE TRIGGER pairs_updated AFTER UPDATE ON publications REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION pairs_of_publications();
CREATE TRIGGER pairs_deleted AFTER DELETE ON publications REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION pairs_of_publications();

CREATE FUNCTION pairs_of_verifications() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO pairs_changed (consumer_id, provider_id)
    SELECT DISTINCT c.consumer_id, c.provider_id FROM touched t JOIN contents c ON c.id = t.content_id
    WHERE c.consumer_id IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER pairs_inserted AFTER INSERT ON verifications REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION pairs_of_verifications();
CREATE TRIGGER pairs_updated AFTER UPDATE ON verifications REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION pairs_of_verifications();
CREATE TRIGGER pairs_deleted AFTER DELETE ON verifications REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION pairs_of_verifications();

CREATE FUNCTION pairs_of_branches() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO pairs_changed (consumer_id, provider_id)
    SELECT DISTINCT side.consumer_id, side.provider_id
    FROM touched t JOIN systems s ON s.id = t.system_id AND s.main_branch = t.name
    CROSS JOIN LATERAL (VALUES (s.id, NULL::bigint), (NULL, s.id)) AS side(consumer_id, provider_id);
  RETURN NULL;
END $$;
CREATE TRIGGER pairs_inserted AFTER INSERT ON branches REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION pairs_of_branches();
CREATE TRIGGER pairs_updated AFTER UPDATE ON branches REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION pairs_of_branches();
CREATE TRIGGER pairs_deleted AFTER DELETE ON branches REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION pairs_of_branches();

CREATE FUNCTION pairs_of_systems() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO pairs_changed (consumer_id, provider_id)
    SELECT side.consumer_id, side.provider_id
    FROM touched t JOIN before b ON b.id = t.id AND b.main_branch IS DISTINCT FROM t.main_branch
    CROSS JOIN LATERAL (VALUES (t.id, NULL::bigint), (NULL, t.id)) AS side(consumer_id, provider_id);
  RETURN NULL;
END $$;
CREATE TRIGGER pairs_updated AFTER UPDATE ON systems REFERENCING OLD TABLE AS before NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION pairs_of_systems();

CREATE FUNCTION pairs_of_proofs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO pairs_changed (consumer_id, provider_id)
    SELECT DISTINCT side.consumer_id, side.provider_id
    FROM touched t JOIN versions v ON v.id = t.version_id AND t.kind = 'drift'
    CROSS JOIN LATERAL (VALUES (v.system_id, NULL::bigint), (NULL, v.system_id)) AS side(consumer_id, provider_id);
  RETURN NULL;
END $$;
CREATE TRIGGER pairs_inserted AFTER INSERT ON proofs REFERENCING NEW TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION pairs_of_proofs();
CREATE TRIGGER pairs_deleted AFTER DELETE ON proofs REFERENCING OLD TABLE AS touched
  FOR EACH STATEMENT EXECUTE FUNCTION pairs_of_proofs();
