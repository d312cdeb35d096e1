package dev.concordat.contracts.pact.content;

import dev.concordat.model.matching.ContentSniffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A media type as a `Content-Type` states it (RFC 9110 section 8.3.1).
///
/// @param essence type and subtype in lower case: `application/json`; empty when unknown
/// @param parameters by their names in lower case
public record MediaType(String essence, Map<String, String> parameters) {
  /// Nothing is known.
  public static final MediaType UNKNOWN = new MediaType("", Map.of());

  public MediaType {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  public static MediaType parse(String text) {
    String[] parts = text.split(";", -1);
    var parameters = new LinkedHashMap<String, String>();
    for (int i = 1; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      if (equals > 0) {
        String name = parts[i].substring(0, equals).strip().toLowerCase(Locale.ROOT);
        parameters.put(name, unquoted(parts[i].substring(equals + 1).strip()));
      }
    }
    return new MediaType(parts[0].strip().toLowerCase(Locale.ROOT), parameters);
  }

  /// What the bytes look like; unknown when there are none.
  public static MediaType sniff(byte[] bytes) {
    return bytes.length == 0 ? UNKNOWN : new MediaType(ContentSniffer.sniff(bytes), Map.of());
  }

  private static String unquoted(String text) {
    boolean isQuoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return isQuoted ? text.substring(1, text.length() - 1) : text;
  }

  public boolean isUnknown() {
    return essence.isEmpty() || essence.equals("*/*");
  }

  public boolean isJson() {
    return essence.endsWith("json")
        || essence.equals("application/json-rpc")
        || essence.equals("application/jsonrequest");
  }

  public boolean isXml() {
    return essence.endsWith("/xml") || essence.endsWith("+xml");
  }

  public boolean isForm() {
    return essence.equals("application/x-www-form-urlencoded");
  }

  public boolean isMultipart() {
    return essence.startsWith("multipart/");
  }

  /// Whether the bytes are text that people can read.
  public boolean isText() {
    return essence.startsWith("text/")
        || isJson()
        || isXml()
        || isForm()
        || essence.endsWith("javascript")
        || essence.endsWith("yaml")
        || essence.endsWith("graphql");
  }

  /// Whether bodies of the other type can be compared with bodies of this one: the same type, or a subtype with this
  /// one's structure (`application/hal+json` for `application/json`).
  public boolean admits(MediaType other) {
    return essence.equals(other.essence) || essence.equals(other.structure());
  }

  private String structure() {
    int plus = essence.lastIndexOf('+');
    return plus < 0 ? essence : "application/" + essence.substring(plus + 1);
  }

  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  @Override
  public String toString() {
    var text = new StringBuilder(isUnknown() ? "*/*" : essence);
    parameters.forEach((name, value) -> text.append(';').append(name).append('=').append(value));
    return text.toString();
  }
}
