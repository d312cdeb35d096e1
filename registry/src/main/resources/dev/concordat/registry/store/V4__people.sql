-- People who sign in with a browser, by an issuer of identities (OpenID Connect). Neither table is in backups.

CREATE TABLE sessions (
  hash text PRIMARY KEY,                     -- SHA-256 of the cookie, which is 256 random bits
  subject text NOT NULL,                     -- how the issuer names the person for good
  name text NOT NULL,
  email text,
  groups text[] NOT NULL,                    -- those that the settings named when the person signed in
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

-- Begun and not yet back from the issuer; taken once.
CREATE TABLE sign_ins (
  state text PRIMARY KEY,                    -- SHA-256 of the state
  browser text NOT NULL,                     -- SHA-256 of the cookie of the browser that began
  nonce text NOT NULL,
  verifier text NOT NULL,                    -- RFC 7636
  callback text NOT NULL,                    -- where the issuer leads back to, as the browser sees it
  return_to text NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX sign_ins_by_expiry ON sign_ins (expires_at);
