package dev.concordat.contracts.schema;

import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/// What a schema can speak by: its keywords, in the order in which they are checked, and the words that stand beside them.
/// Each is a bit, so that a set of them is one number, and most questions to a schema are answered without looking for
/// what is not there.
public enum Word {
  REF("$ref"),
  DYNAMIC_REF("$dynamicRef"),
  RECURSIVE_REF("$recursiveRef"),
  TYPE("type"),
  CONST("const"),
  ENUM("enum"),
  MINIMUM("minimum"),
  EXCLUSIVE_MINIMUM("exclusiveMinimum"),
  MAXIMUM("maximum"),
  EXCLUSIVE_MAXIMUM("exclusiveMaximum"),
  MULTIPLE_OF("multipleOf"),
  MIN_LENGTH("minLength"),
  MAX_LENGTH("maxLength"),
  PATTERN("pattern"),
  FORMAT("format"),
  MIN_ITEMS("minItems"),
  MAX_ITEMS("maxItems"),
  UNIQUE_ITEMS("uniqueItems"),
  PREFIX_ITEMS("prefixItems"),
  ITEMS("items"),
  ADDITIONAL_ITEMS("additionalItems"),
  CONTAINS("contains"),
  MIN_PROPERTIES("minProperties"),
  MAX_PROPERTIES("maxProperties"),
  REQUIRED("required"),
  DEPENDENT_REQUIRED("dependentRequired"),
  PROPERTIES("properties"),
  PATTERN_PROPERTIES("patternProperties"),
  ADDITIONAL_PROPERTIES("additionalProperties"),
  PROPERTY_NAMES("propertyNames"),
  DEPENDENT_SCHEMAS("dependentSchemas"),
  DEPENDENCIES("dependencies"),
  ALL_OF("allOf"),
  ANY_OF("anyOf"),
  ONE_OF("oneOf"),
  NOT("not"),
  IF("if"),
  WRITE_ONLY("writeOnly"),
  UNEVALUATED_ITEMS("unevaluatedItems"),
  UNEVALUATED_PROPERTIES("unevaluatedProperties"),
  // What follows says something only beside another keyword, or restricts no value.
  THEN("then"),
  ELSE("else"),
  MIN_CONTAINS("minContains"),
  MAX_CONTAINS("maxContains"),
  NULLABLE("nullable"),
  X_NULLABLE("x-nullable"),
  READ_ONLY("readOnly"),
  DEPRECATED("deprecated"),
  DEFAULT("default"),
  DISCRIMINATOR("discriminator"),
  CONTENT_SCHEMA("contentSchema"),
  CONTENT_MEDIA_TYPE("contentMediaType"),
  CONTENT_ENCODING("contentEncoding"),
  XML("xml"),
  /// Any other name that starts with `x-`.
  EXTENSION("x-");

  private static final Map<String, Word> BY_TEXT = new HashMap<>();

  static {
    for (Word word : values()) {
      BY_TEXT.put(word.text, word);
    }
  }

  private final String text;
  private final long bit;

  @SuppressWarnings("EnumOrdinal") // the bit is the word's place, as it is in an EnumSet
  Word(String text) {
    this.text = text;
    this.bit = 1L << ordinal();
  }

  /// As it is written.
  public String text() {
    return text;
  }

  /// The one bit that stands for it in numbers that stand for several.
  public long bit() {
    return bit;
  }

  /// A bit for each of them.
  public static long bits(Word... words) {
    long bits = 0;
    for (Word word : words) {
      bits |= word.bit;
    }
    return bits;
  }

  /// The words that stand in a schema, whether its dialect knows them or not.
  static long in(Node schema) {
    long words = 0;
    if (schema instanceof ObjectNode object) {
      for (int i = 0; i < object.size(); i++) {
        words |= bitOf(object.nameAt(i));
      }
    }
    return words;
  }

  /// The bit of the word that is written like this; 0 for a name that is none.
  static long bitOf(String name) {
    Word word = BY_TEXT.get(name);
    if (word != null) {
      return word.bit;
    }
    return name.startsWith("x-") ? EXTENSION.bit : 0;
  }
}
