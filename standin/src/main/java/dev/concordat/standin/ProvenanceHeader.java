package dev.concordat.standin;

import dev.concordat.model.exchange.Header;

/// For what a stand-in speaks, and whether that was held against the real provider: a header of every answer, as a structured
/// field (RFC 9651): `Concordat-Stand-In: "Orders"; version="1.2"; meaning="3f2a…"; seed=1; verified=?0`.
public final class ProvenanceHeader {
  private static final String NAME = "Concordat-Stand-In";

  private final StringBuilder value;

  private ProvenanceHeader(String subject) {
    this.value = new StringBuilder(quoted(subject));
  }

  /// Begins with what it speaks for.
  ///
  /// @param subject a title or a file
  public static ProvenanceHeader of(String subject) {
    return new ProvenanceHeader(subject);
  }

  /// One more parameter.
  public ProvenanceHeader with(String name, String text) {
    value.append("; ").append(name).append('=').append(quoted(text));
    return this;
  }

  /// One more parameter.
  public ProvenanceHeader with(String name, long number) {
    value.append("; ").append(name).append('=').append(number);
    return this;
  }

  public Header of(Verification verification) {
    return new Header(NAME, value + verification.parameters());
  }

  /// A string of a structured field has visible ASCII only; anything else is shown as `?`.
  private static String quoted(String text) {
    return '"' + text.replaceAll("[^ -~]", "?").replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
