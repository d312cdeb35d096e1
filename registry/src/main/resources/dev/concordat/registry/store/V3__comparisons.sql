-- What a publication leaves to be done after it: comparing, and telling of proofs that it took away. Written in its transaction,
-- taken by one server at a time, and gone when it is done.
CREATE TABLE comparisons_due (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version_id bigint NOT NULL REFERENCES versions ON DELETE CASCADE,
  base text NOT NULL,                        -- the address of the registry, as whoever published sees it
  build_url text,
  attempts integer NOT NULL,
  due_at timestamptz NOT NULL,               -- nobody else takes it before
  created_at timestamptz NOT NULL
);
CREATE INDEX comparisons_due_at ON comparisons_due (due_at);
CREATE INDEX comparisons_due_of_version ON comparisons_due (version_id);
