package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A keyword as it was written, and the ways to read its value. A value it cannot have is a problem of the loader, and the
/// keyword then says nothing.
record KeywordSource(Schema schema, ObjectNode object, String keyword, Node value) {
  private static final int MAX_SHOWN_VALUE = 60;
  private static final int MAX_PLAIN_DIGITS = 18;
  private static final long MAX_SIZE = Long.MAX_VALUE / 2;

  Dialect dialect() {
    return schema.dialect();
  }

  Optional<Node> sibling(String name) {
    return object.get(name);
  }

  Optional<Schema> siblingSchema(String name) {
    return object.get(name).filter(node -> !(node instanceof ArrayNode)).map(schema::inner);
  }

  Optional<Schema> schemaValue() {
    boolean isSchema = value instanceof ObjectNode || value.toJson().type().equals("boolean");
    return isSchema ? Optional.of(schema.inner(value)) : wrong("a schema");
  }

  Optional<List<Schema>> schemas() {
    if (!(value instanceof ArrayNode array)) {
      return wrong("an array of schemas");
    }
    return Optional.of(array.items().stream().map(schema::inner).toList());
  }

  Optional<Map<String, Schema>> namedSchemas() {
    if (!(value instanceof ObjectNode named)) {
      return wrong("an object of schemas");
    }
    var schemas = new LinkedHashMap<String, Schema>();
    named.members().forEach(member -> schemas.put(member.name(), schema.inner(member.value())));
    return Optional.of(schemas);
  }

  Optional<Decimal> number() {
    return value instanceof ScalarNode scalar && scalar.value() instanceof JsonNumber number
        ? Optional.of(Decimal.of(number))
        : wrong("a number");
  }

  /// A count from 0; one too large to matter is the largest.
  Optional<Long> size() {
    return sizeOf(value).or(() -> wrong("a whole number from 0"));
  }

  static Optional<Long> sizeOf(Node node) {
    long plain = plainSize(node);
    if (plain >= 0) {
      return Optional.of(plain);
    }
    if (node instanceof ScalarNode scalar && scalar.value() instanceof JsonNumber number) {
      Decimal size = Decimal.of(number);
      if (size.isInteger() && size.sign() >= 0) {
        boolean isHuge = size.digits().length() + size.exponent() > 18;
        return Optional.of(isHuge ? MAX_SIZE : number.decimal().longValueExact());
      }
    }
    return Optional.empty();
  }

  /// A count that is written with digits alone, as nearly all are; -1 for any other.
  static long plainSize(Node node) {
    if (!(node instanceof ScalarNode scalar && scalar.value() instanceof JsonNumber number)) {
      return -1;
    }
    String digits = number.digits();
    boolean isPlain = digits.length() <= MAX_PLAIN_DIGITS;
    for (int i = 0; i < digits.length() && isPlain; i++) {
      isPlain = digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
    }
    return isPlain ? Long.parseLong(digits) : -1;
  }

  Optional<String> text() {
    return Names.text(value).or(() -> wrong("a string"));
  }

  Optional<List<String>> texts() {
    if (!(value instanceof ArrayNode array)) {
      return wrong("an array of strings");
    }
    var texts = new ArrayList<String>();
    array.items().forEach(item -> Names.text(item).ifPresent(texts::add));
    return Optional.of(texts);
  }

  /// Reports that the keyword's value is not what it must be.
  <T> Optional<T> wrong(String wanted) {
    String shown = value.toString();
    report(
        "contract/keyword-value",
        "`"
            + keyword
            + "` must be "
            + wanted
            + ", not "
            + (shown.length() <= MAX_SHOWN_VALUE
                ? shown
                : shown.substring(0, MAX_SHOWN_VALUE) + "…"),
        "correct the value; until then the keyword says nothing");
    return Optional.empty();
  }

  void report(String rule, String message, String fix) {
    schema.loader().report(Problem.warning(rule, value.place(), message, fix));
  }
}
