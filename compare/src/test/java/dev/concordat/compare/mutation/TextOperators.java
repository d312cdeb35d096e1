package dev.concordat.compare.mutation;

import static dev.concordat.compare.mutation.Keywords.isOnly;
import static dev.concordat.compare.mutation.Keywords.number;
import static dev.concordat.compare.mutation.Keywords.texts;
import static dev.concordat.compare.mutation.Keywords.with;
import static dev.concordat.compare.mutation.Keywords.withTexts;

import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Edits of texts.
final class TextOperators {
  /// Formats of which every validator knows a text that does not have them.
  private static final Set<String> TOLD = Set.of("date", "date-time", "uuid", "ipv4", "email");

  private static final int LONGER = 3;
  private static final int SHORT = 20;

  private TextOperators() {}

  static List<Operator> all() {
    return List.of(
        Operator.alsoForText("minLength raised", (schema, random) -> minRaised(schema)),
        Operator.alsoForText("minLength removed", (schema, random) -> lost(schema, "minLength")),
        Operator.alsoForText("maxLength lowered", (schema, random) -> maxLowered(schema)),
        Operator.alsoForText("maxLength removed", (schema, random) -> lost(schema, "maxLength")),
        Operator.alsoForText("pattern set", (schema, random) -> pattern(schema)),
        Operator.alsoForText("pattern removed", (schema, random) -> patternLost(schema)),
        Operator.alsoForText("format set", (schema, random) -> format(schema)),
        Operator.alsoForText("format removed", (schema, random) -> formatLost(schema)),
        Operator.alsoForText("enum set", (schema, random) -> listed(schema)),
        Operator.alsoForText("enum removed", (schema, random) -> unlisted(schema)),
        Operator.alsoForText("enum value removed", TextOperators::fewer),
        Operator.alsoForText("enum value added", (schema, random) -> more(schema)),
        Operator.of("string to integer", (schema, random) -> type(schema, "string", "integer")),
        Operator.of("boolean to string", (schema, random) -> type(schema, "boolean", "string")));
  }

  private static boolean isPlain(JsonObject schema) {
    return isOnly(schema, "string", "minLength", "maxLength", "nullable")
        && number(schema, "maxLength").map(most -> most.intValue() > SHORT).orElse(true)
        && number(schema, "minLength").map(least -> least.intValue() < SHORT).orElse(true);
  }

  private static Optional<Edit> minRaised(JsonObject schema) {
    int from = number(schema, "minLength").map(Number::intValue).orElse(0);
    return isPlain(schema) && from + LONGER < SHORT
        ? Edit.of(with(schema, "minLength", from + LONGER), Truth.NARROWS)
        : Optional.empty();
  }

  private static Optional<Edit> maxLowered(JsonObject schema) {
    return isPlain(schema)
        ? Edit.of(with(schema, "maxLength", SHORT), Truth.NARROWS)
        : Optional.empty();
  }

  private static Optional<Edit> lost(JsonObject schema, String keyword) {
    return isPlain(schema) && number(schema, keyword).map(size -> size.signum() > 0).orElse(false)
        ? Edit.of(schema.without(keyword), Truth.WIDENS)
        : Optional.empty();
  }

  private static Optional<Edit> pattern(JsonObject schema) {
    return isPlain(schema)
        ? Edit.of(schema.with("pattern", new JsonString("^[a-m]")), Truth.NARROWS)
        : Optional.empty();
  }

  private static Optional<Edit> patternLost(JsonObject schema) {
    boolean says =
        schema.member("pattern").orElse(null) instanceof JsonString(String text)
            && text.startsWith("^")
            && text.endsWith("$")
            && !text.contains("(?")
            && !text.startsWith("^.*");
    return says && isOnly(schema, "string", "pattern", "nullable")
        ? Edit.of(schema.without("pattern"), Truth.WIDENS)
        : Optional.empty();
  }

  private static Optional<Edit> format(JsonObject schema) {
    return isOnly(schema, "string", "nullable")
        ? Edit.of(schema.with("format", new JsonString("date")), Truth.NARROWS)
        : Optional.empty();
  }

  private static Optional<Edit> formatLost(JsonObject schema) {
    return isOnly(schema, "string", "format", "nullable")
            && schema.member("format").orElse(null) instanceof JsonString(String format)
            && TOLD.contains(format)
        ? Edit.of(schema.without("format"), Truth.WIDENS)
        : Optional.empty();
  }

  private static Optional<Edit> listed(JsonObject schema) {
    return isOnly(schema, "string", "nullable") && !schema.has("nullable")
        ? Edit.of(withTexts(schema, "enum", List.of("one", "two")), Truth.NARROWS)
        : Optional.empty();
  }

  private static boolean isEnum(JsonObject schema) {
    return isOnly(schema, "string", "enum") && texts(schema, "enum").size() > 1;
  }

  private static Optional<Edit> unlisted(JsonObject schema) {
    return isEnum(schema) ? Edit.of(schema.without("enum"), Truth.WIDENS) : Optional.empty();
  }

  private static Optional<Edit> fewer(JsonObject schema, Random random) {
    if (!isEnum(schema)) {
      return Optional.empty();
    }
    var values = new ArrayList<>(texts(schema, "enum"));
    String gone = values.get(random.nextInt(values.size()));
    values.removeIf(gone::equals);
    return values.isEmpty()
        ? Optional.empty()
        : Edit.of(withTexts(schema, "enum", values), Truth.NARROWS);
  }

  private static Optional<Edit> more(JsonObject schema) {
    if (!isEnum(schema)) {
      return Optional.empty();
    }
    var values = new ArrayList<>(texts(schema, "enum"));
    values.add("something-new");
    return Edit.of(withTexts(schema, "enum", values), Truth.WIDENS);
  }

  private static Optional<Edit> type(JsonObject schema, String from, String to) {
    return isOnly(schema, from)
        ? Edit.of(schema.with("type", new JsonString(to)), Truth.BOTH)
        : Optional.empty();
  }
}
