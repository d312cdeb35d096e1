package dev.concordat.compare.mutation;

import static dev.concordat.compare.mutation.Keywords.isClosed;
import static dev.concordat.compare.mutation.Keywords.isOnly;
import static dev.concordat.compare.mutation.Keywords.properties;
import static dev.concordat.compare.mutation.Keywords.texts;
import static dev.concordat.compare.mutation.Keywords.with;
import static dev.concordat.compare.mutation.Keywords.withTexts;

import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Edits of objects. A sender emits what it declares; a reader takes what it does not know unless it says otherwise.
final class ObjectOperators {
  private static final String NEW = "somethingNew";

  private ObjectOperators() {}

  static List<Operator> all() {
    return List.of(
        Operator.of("optional member added", (schema, random) -> added(schema, false)),
        Operator.of("required member added", (schema, random) -> added(schema, true)),
        Operator.of("optional member removed", (schema, random) -> removed(schema, random, false)),
        Operator.of("required member removed", (schema, random) -> removed(schema, random, true)),
        Operator.of("member became required", ObjectOperators::required),
        Operator.of("member became optional", ObjectOperators::optional),
        Operator.of("object closed", (schema, random) -> closed(schema)),
        Operator.of("object opened", (schema, random) -> opened(schema)),
        Operator.of("minProperties set", (schema, random) -> atLeastOne(schema)),
        Operator.of("maxProperties set", (schema, random) -> atMostOne(schema)));
  }

  /// Objects that declare members which all travel, and say of others nothing or that there are none.
  private static boolean isPlain(JsonObject schema) {
    boolean isSaid =
        schema.member("additionalProperties").map(JsonBoolean.class::isInstance).orElse(true);
    boolean isOpenByWord = schema.has("additionalProperties") && !isClosed(schema);
    return isOnly(schema, "object", "properties", "required", "additionalProperties", "nullable")
        && isSaid
        && !isOpenByWord
        && properties(schema).size() > 0
        && properties(schema).members().values().stream().allMatch(ObjectOperators::isTravelling)
        && properties(schema).members().keySet().containsAll(texts(schema, "required"));
  }

  private static boolean isTravelling(dev.concordat.model.json.JsonValue value) {
    return value instanceof JsonObject property
        && !Keywords.isTrue(property, "readOnly")
        && !Keywords.isTrue(property, "writeOnly");
  }

  private static Optional<Edit> added(JsonObject schema, boolean isRequired) {
    if (!isPlain(schema)) {
      return Optional.empty();
    }
    JsonObject more =
        schema.with("properties", properties(schema).with(NEW, ArrayOperators.typed("string")));
    if (isRequired) {
      var names = new ArrayList<>(texts(schema, "required"));
      names.add(NEW);
      more = withTexts(more, "required", names);
    }
    return Edit.of(more, new Truth(isRequired, isClosed(schema)));
  }

  private static Optional<Edit> removed(JsonObject schema, Random random, boolean isRequired) {
    if (!isPlain(schema) || properties(schema).size() < 2) {
      return Optional.empty();
    }
    List<String> required = texts(schema, "required");
    List<String> names =
        properties(schema).members().keySet().stream()
            .filter(name -> required.contains(name) == isRequired)
            .toList();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String name = names.get(random.nextInt(names.size()));
    JsonObject fewer = schema.with("properties", properties(schema).without(name));
    fewer =
        withTexts(fewer, "required", required.stream().filter(each -> !each.equals(name)).toList());
    return Edit.of(fewer, new Truth(isClosed(schema), isRequired));
  }

  private static Optional<Edit> required(JsonObject schema, Random random) {
    List<String> now = texts(schema, "required");
    List<String> names =
        properties(schema).members().keySet().stream().filter(name -> !now.contains(name)).toList();
    if (!isPlain(schema) || names.isEmpty()) {
      return Optional.empty();
    }
    var more = new ArrayList<>(now);
    more.add(names.get(random.nextInt(names.size())));
    return Edit.of(withTexts(schema, "required", more), Truth.NARROWS);
  }

  private static Optional<Edit> optional(JsonObject schema, Random random) {
    var names = new ArrayList<>(texts(schema, "required"));
    if (!isPlain(schema) || names.isEmpty()) {
      return Optional.empty();
    }
    String gone = names.get(random.nextInt(names.size()));
    names.removeIf(gone::equals);
    return Edit.of(withTexts(schema, "required", names), Truth.WIDENS);
  }

  private static Optional<Edit> closed(JsonObject schema) {
    return isPlain(schema) && !isClosed(schema)
        ? Edit.of(schema.with("additionalProperties", JsonBoolean.of(false)), Truth.SAFE)
        : Optional.empty();
  }

  private static Optional<Edit> opened(JsonObject schema) {
    return isPlain(schema) && isClosed(schema)
        ? Edit.of(schema.without("additionalProperties"), Truth.SAFE)
        : Optional.empty();
  }

  private static Optional<Edit> atLeastOne(JsonObject schema) {
    return isPlain(schema) && texts(schema, "required").isEmpty()
        ? Edit.of(with(schema, "minProperties", 1), Truth.NARROWS)
        : Optional.empty();
  }

  private static Optional<Edit> atMostOne(JsonObject schema) {
    return isPlain(schema) && properties(schema).size() > 1 && texts(schema, "required").size() < 2
        ? Edit.of(with(schema, "maxProperties", 1), Truth.NARROWS)
        : Optional.empty();
  }
}
