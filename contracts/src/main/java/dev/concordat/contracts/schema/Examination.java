package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.json.JsonNumber;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Looks at schemas only to find what is wrong with them. What is plainly right is not compiled: most schemas of a big
/// description say a type and no more, and most never judge a value.
final class Examination {
  private static final long PROPERTIES = bit("properties");
  private static final long PATTERN_PROPERTIES = bit("patternProperties");
  private static final long IN_ONE = bit("items") | bit("additionalProperties");
  private static final long TYPE = bit("type");
  private static final long FORMAT = bit("format");
  private static final long LISTS = bit("required") | bit("enum");
  private static final long IN_LIST = bit("allOf") | bit("anyOf") | bit("oneOf");
  private static final long NUMBERS = bit("minimum") | bit("maximum");
  private static final long SIZES =
      bit("minLength")
          | bit("maxLength")
          | bit("minItems")
          | bit("maxItems")
          | bit("minProperties")
          | bit("maxProperties");

  /// Schemas that say who they are may be of another dialect.
  private static final Set<String> IDS = Set.of("$id", "id", "$schema");

  private Examination() {}

  private static long bit(String keyword) {
    return 1L << Keywords.orderOf(keyword);
  }

  /// Tells what is wrong with the schema itself, and adds those that have to be looked at next: the schemas that it names
  /// directly.
  static void of(Schema schema, Deque<Schema> open) {
    if (!(schema.node() instanceof ObjectNode object)) {
      return;
    }
    Dialect dialect = schema.dialect();
    Compiled compiled = schema.examine(unclear(schema, object));
    List<Node> inside = Subschemas.of(object, dialect);
    for (int i = 0; i < inside.size(); i++) {
      if (!isPlain(inside.get(i), dialect)) {
        open.addLast(schema.inner(inside.get(i)));
      }
    }
    References.targetOf(compiled).ifPresent(open::addLast);
  }

  /// The keywords of which has to be asked whether something is wrong with them: a bit for each, by its order.
  private static long unclear(Schema schema, ObjectNode object) {
    long unclear = 0;
    long present = 0;
    for (int i = 0; i < object.size(); i++) {
      int order = Keywords.orderOf(object.nameAt(i));
      if (order >= 0) {
        long bit = 1L << order;
        present |= bit;
        unclear |= isClear(bit, object.valueAt(i), schema.dialect()) ? 0 : bit;
      }
    }
    if ((present & PATTERN_PROPERTIES) != 0) {
      unclear |= present & PROPERTIES;
    }
    return unclear & schema.resource().keywords();
  }

  private static boolean isClear(long keyword, Node value, Dialect dialect) {
    return isClearAlone(keyword, value, dialect)
        || ((keyword & (PROPERTIES | IN_ONE)) != 0 && value instanceof ObjectNode)
        || ((keyword & IN_LIST) != 0 && value instanceof ArrayNode);
  }

  /// Whether nothing is wrong with a keyword that holds no schemas.
  private static boolean isClearAlone(long keyword, Node value, Dialect dialect) {
    if ((keyword & LISTS) != 0) {
      return value instanceof ArrayNode;
    }
    if ((keyword & SIZES) != 0) {
      return KeywordSource.plainSize(value) >= 0;
    }
    if ((keyword & NUMBERS) != 0) {
      return value instanceof ScalarNode scalar && scalar.value() instanceof JsonNumber;
    }
    if ((keyword & (TYPE | FORMAT)) == 0) {
      return false;
    }
    Optional<String> text = Names.text(value);
    return text.isPresent() && (keyword == FORMAT || dialect.type(text.get()).isPresent());
  }

  /// Whether nothing can be wrong with the schema, nor with anything that it leads to.
  private static boolean isPlain(Node node, Dialect dialect) {
    if (!(node instanceof ObjectNode object)) {
      return true;
    }
    for (int i = 0; i < object.size(); i++) {
      String name = object.nameAt(i);
      int order = Keywords.orderOf(name);
      boolean isClear =
          order < 0
              ? !Subschemas.areIn(name) && !IDS.contains(name)
              : isClearAlone(1L << order, object.valueAt(i), dialect);
      if (!isClear) {
        return false;
      }
    }
    return true;
  }
}
