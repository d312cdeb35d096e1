package dev.concordat.registry.http;

/// Who sent a request, for the audit log and for pages.
///
/// @param name of a token or a person; `anonymous` where nobody said
public record Caller(String name) {
  /// Nobody proved anything.
  public static final Caller ANONYMOUS = new Caller("anonymous");
}
