package com.example.warehouse.stock.http;

import java.util.List;
import java.util.Map;

/** An answer that is not the one the caller hoped for: RFC 9457 problem details. */
public final class Problem extends RuntimeException {

  /** One thing that is wrong with the request, and where. */
  public record Violation(String field, String detail) {}

  private static final Map<String, String> TITLES =
      Map.ofEntries(
          Map.entry("invalid-request", "The request is not valid"),
          Map.entry("malformed-json", "The body is not JSON"),
          Map.entry("not-found", "There is no such thing here"),
          Map.entry("method-not-allowed", "This method is not allowed here"),
          Map.entry("too-large", "The body is too large"),
          Map.entry("unsupported-media-type", "This media type is not supported"),
          Map.entry("unknown-sku", "There is no such SKU in the warehouse"),
          Map.entry("out-of-stock", "There is not enough stock"),
          Map.entry("unprocessable", "The request cannot be processed"),
          Map.entry("unavailable", "A service we need does not answer"),
          Map.entry("internal", "Something went wrong on our side"));

  private final int status;
  private final String kind;
  private final List<Violation> violations;

  public Problem(int status, String kind, String detail) {
    this(status, kind, detail, List.of());
  }

  public Problem(int status, String kind, String detail, List<Violation> violations) {
    super(detail, null, false, false);
    this.status = status;
    this.kind = kind;
    this.violations = List.copyOf(violations);
  }

  public static Problem notFound(String detail) {
    return new Problem(404, "not-found", detail);
  }

  public static Problem invalid(List<Violation> violations) {
    return new Problem(400, "invalid-request", violations.get(0).detail(), violations);
  }

  public static Problem unavailable(String system) {
    return new Problem(503, "unavailable", system + " does not answer; try again later.");
  }

  public int status() {
    return status;
  }

  public String kind() {
    return kind;
  }

  public String title() {
    return TITLES.getOrDefault(kind, kind);
  }

  public List<Violation> violations() {
    return violations;
  }
}
