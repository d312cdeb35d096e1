package dev.concordat.registry.http;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the registry answers.
///
/// @param headers beside those that every answer has
/// @param body empty where there is none
public record Answer(int status, Map<String, String> headers, Bytes body) {
  /// The media type of nearly every answer of the Pact dialect.
  public static final String HAL = "application/hal+json;charset=utf-8";

  /// The media type of errors of the Pact dialect.
  public static final String JSON = "application/json;charset=utf-8";

  /// A page.
  public static final String HTML = "text/html;charset=utf-8";

  public Answer {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /// JSON of a media type.
  public static Answer json(int status, String mediaType, JsonValue value) {
    return text(status, mediaType, JsonText.compact(value));
  }

  /// A resource with links.
  public static Answer hal(int status, JsonValue value) {
    return json(status, HAL, value);
  }

  /// Text of a media type.
  public static Answer text(int status, String mediaType, String text) {
    return new Answer(
        status, Map.of("Content-Type", mediaType), Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// An answer without a body.
  public static Answer empty(int status) {
    return new Answer(status, Map.of(), Bytes.EMPTY);
  }

  /// With one more header, or another value of it.
  public Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }
}
