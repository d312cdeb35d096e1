package dev.concordat.registry.http;

import java.util.Optional;

/// Who sent a request, for the audit log and for pages.
///
/// @param name of a token or a person; `anonymous` where nobody said
/// @param person how somebody is called who signed in with a browser
public record Caller(String name, Optional<String> person) {
  /// Nobody proved anything.
  public static final Caller ANONYMOUS = new Caller("anonymous", Optional.empty());
}
