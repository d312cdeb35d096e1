package dev.concordat.registry.broker;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.link.Moments;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Builds a resource with links (HAL): own members, what is embedded, links.
final class Hal {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final JsonObject.Builder own = new JsonObject.Builder();
  private final JsonObject.Builder embedded = new JsonObject.Builder();
  private final JsonObject.Builder links = new JsonObject.Builder();
  private boolean isEmbedding;
  private boolean isLinking;

  /// A day as titles have it.
  static String day(Instant instant) {
    return DAY.format(instant);
  }

  Hal put(String name, JsonValue value) {
    own.add(name, value);
    return this;
  }

  Hal put(String name, String text) {
    return put(name, new JsonString(text));
  }

  /// Nothing where there is no text.
  Hal put(String name, Optional<String> text) {
    text.ifPresent(value -> put(name, value));
    return this;
  }

  Hal put(String name, boolean value) {
    return put(name, JsonBoolean.of(value));
  }

  Hal put(String name, long value) {
    return put(name, JsonNumber.of(value));
  }

  /// All members of an object as own ones.
  Hal putAll(JsonObject object) {
    object.members().forEach(this::put);
    return this;
  }

  /// When something was made, and changed where it was later.
  Hal times(Instant created, Instant updated) {
    if (updated.isAfter(created)) {
      put("updatedAt", Moments.dialect(updated));
    }
    return put("createdAt", Moments.dialect(created));
  }

  Hal embed(String name, JsonValue value) {
    isEmbedding = true;
    embedded.add(name, value);
    return this;
  }

  Hal embed(String name, List<JsonObject> items) {
    return embed(name, array(items));
  }

  Hal link(String relation, JsonObject link) {
    isLinking = true;
    links.add(relation, link);
    return this;
  }

  Hal links(String relation, List<JsonObject> several) {
    isLinking = true;
    links.add(relation, array(several));
    return this;
  }

  /// Where relations are explained.
  Hal curies(String base, String context) {
    return links(
        "curies",
        List.of(
            JsonObject.EMPTY
                .with("name", new JsonString("pb"))
                .with("href", new JsonString(base + "/doc/{rel}?context=" + context))
                .with("templated", JsonBoolean.of(true))));
  }

  JsonObject json() {
    if (isEmbedding) {
      own.add("_embedded", embedded.build());
    }
    if (isLinking) {
      own.add("_links", links.build());
    }
    return own.build();
  }

  static JsonArray array(List<JsonObject> items) {
    return new JsonArray(List.copyOf(items));
  }

  static JsonArray texts(List<String> texts) {
    return new JsonArray(texts.stream().map(text -> (JsonValue) new JsonString(text)).toList());
  }

  /// A link with nothing but its address.
  static JsonObject href(String href) {
    return JsonObject.EMPTY.with("href", new JsonString(href));
  }

  static JsonObject titled(String title, String href) {
    return JsonObject.EMPTY.with("title", new JsonString(title)).with("href", new JsonString(href));
  }

  static JsonObject named(String title, String name, String href) {
    return JsonObject.EMPTY
        .with("title", new JsonString(title))
        .with("name", new JsonString(name))
        .with("href", new JsonString(href));
  }

  /// A link with parts to fill in.
  static JsonObject templated(String title, String href) {
    return titled(title, href).with("templated", JsonBoolean.of(true));
  }
}
