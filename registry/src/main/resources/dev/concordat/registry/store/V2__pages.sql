-- What the pages ask: who was told of an incident, and what runs in an environment.
CREATE INDEX deliveries_of_incidents ON deliveries (consumer_id, provider_id, id DESC)
  WHERE event LIKE 'incident%';
CREATE INDEX deployed_here ON deployed_versions (environment_id, system_id) WHERE undeployed_at IS NULL;
