package dev.concordat.wire.standin;

import dev.concordat.contracts.body.BodyEncoder;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a response as one entry of a contract documents it: its examples first, then made values.
final class DocumentedResponses {
  private static final MediaType JSON = new MediaType("application", "json", Map.of());

  private final AnswerSource values;

  DocumentedResponses(AnswerSource values) {
    this.values = values;
  }

  /// Empty when the contract asks for something that cannot be made.
  Optional<HttpResponseMessage> answer(int status, ResponseSpec spec, HttpRequestMessage request) {
    List<Header> headers = new ArrayList<>();
    for (Parameter documented : spec.headers()) {
      Optional<JsonValue> value = headerValue(documented);
      if (value.isPresent()) {
        headers.add(new Header(documented.name(), text(value.get())));
      } else if (documented.required()) {
        return Optional.empty();
      }
    }
    if (spec.content().isEmpty()) {
      return Optional.of(new HttpResponseMessage(status, headers, Bytes.EMPTY));
    }
    MediaTypeSpec content = wanted(spec.content(), request);
    MediaType type = concrete(content.mediaType());
    return bodyValue(content)
        .map(value -> encoded(content, type, value))
        .map(
            body -> {
              headers.add(new Header("Content-Type", body.contentType()));
              return new HttpResponseMessage(status, headers, body.bytes());
            });
  }

  /// What cannot be written in its media type is sent as text, as far as it has any.
  private static BodyEncoder.Encoded encoded(
      MediaTypeSpec content, MediaType type, JsonValue value) {
    var spec =
        new MediaTypeSpec(
            type,
            content.schema(),
            content.itemSchema(),
            content.examples(),
            content.encodings(),
            content.written());
    return BodyEncoder.encode(spec, value)
        .orElseGet(() -> new BodyEncoder.Encoded(type.toString(), Bytes.utf8(text(value))));
  }

  private Optional<JsonValue> headerValue(Parameter header) {
    if (!header.examples().isEmpty()) {
      return Optional.of(header.examples().getFirst().value());
    }
    return header.required() ? header.schema().flatMap(values::value) : Optional.empty();
  }

  private Optional<JsonValue> bodyValue(MediaTypeSpec content) {
    if (!content.examples().isEmpty()) {
      return Optional.of(content.examples().getFirst().value());
    }
    return content.schema().isEmpty()
        ? Optional.of(new JsonString(""))
        : values.value(content.schema().get());
  }

  /// What the consumer accepts, in its order of naming; JSON when it accepts everything; else the first documented type.
  private static MediaTypeSpec wanted(List<MediaTypeSpec> content, HttpRequestMessage request) {
    for (String range : request.header("accept").orElse("*/*").split(",", -1)) {
      Optional<MediaType> accepted = MediaType.parse(range);
      if (accepted.isPresent()) {
        Optional<MediaTypeSpec> found =
            content.stream()
                .filter(one -> accepted.get().includes(concrete(one.mediaType())))
                .max((a, b) -> Boolean.compare(a.mediaType().isJson(), b.mediaType().isJson()));
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    return content.getFirst();
  }

  /// A range such as `application/*` is answered with JSON where that falls under it, else with plain text.
  private static MediaType concrete(MediaType documented) {
    if (!documented.isRange()) {
      return documented;
    }
    return documented.includes(JSON) ? JSON : new MediaType("text", "plain", Map.of());
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString(String text) ? text : value.toString();
  }
}
