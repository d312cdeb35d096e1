package dev.concordat.contracts.stub;

/// What of a request a condition looks at.
public enum RequestPart {
  SCHEME,
  HOST,
  PORT,
  METHOD,
  /// Path and query as they stand in the request line.
  TARGET,
  /// The path without the query.
  PATH,
  /// A named piece of a path that is given as a template.
  PATH_PARAMETER,
  /// The query without its question mark.
  QUERY,
  QUERY_PARAMETER,
  HEADER,
  COOKIE,
  /// A field of a form in the body.
  FORM_FIELD,
  BODY,
  CLIENT_ADDRESS
}
