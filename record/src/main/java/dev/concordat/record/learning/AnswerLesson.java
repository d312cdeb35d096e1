package dev.concordat.record.learning;

import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.json.JsonObject;
import dev.concordat.record.shape.Texts;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// What one answer teaches.
final class AnswerLesson {
  private AnswerLesson() {}

  static Answers of(String method, HttpResponseMessage raw, HttpResponseMessage shown) {
    NavigableMap<String, Field> headers = new TreeMap<>();
    for (Header header : shown.headers()) {
      String name = header.name().toLowerCase(Locale.ROOT);
      if (HeaderNames.isOfInterestInAnswer(name)) {
        Field one = new Field(1, 0, Texts.ofParameter(header.value(), 1));
        headers.merge(name, one, AnswerLesson::again);
      }
    }
    boolean isHead = method.equals("HEAD");
    NavigableMap<String, Content> bodies =
        isHead ? Maps.none() : BodyLesson.of(raw.headers(), raw.body(), shown.body());
    return new Answers(
        isHead ? 0 : 1, new Fields(headers, false), bodies, isHead || !bodies.isEmpty() ? 0 : 1);
  }

  private static Field again(Field one, Field more) {
    return new Field(1, 1, one.texts().merge(more.texts()));
  }

  /// The body, where it is a JSON object.
  static Optional<JsonObject> object(HttpResponseMessage shown) {
    boolean isJson =
        shown
            .header("content-type")
            .flatMap(MediaType::parse)
            .filter(MediaType::isJson)
            .isPresent();
    Bytes body = shown.body();
    return isJson && !body.isCut()
        ? JsonParser.parse(body.toArray())
            .value()
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast)
        : Optional.empty();
  }
}
