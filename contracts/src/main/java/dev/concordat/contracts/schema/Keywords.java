package dev.concordat.contracts.schema;

import static dev.concordat.contracts.schema.Dialect.DRAFT_2019_09;
import static dev.concordat.contracts.schema.Dialect.DRAFT_2020_12;
import static dev.concordat.contracts.schema.Dialect.DRAFT_4;
import static dev.concordat.contracts.schema.Dialect.DRAFT_6;
import static dev.concordat.contracts.schema.Dialect.DRAFT_7;
import static dev.concordat.contracts.schema.Vocabulary.APPLICATOR;
import static dev.concordat.contracts.schema.Vocabulary.CORE;
import static dev.concordat.contracts.schema.Vocabulary.META_DATA;
import static dev.concordat.contracts.schema.Vocabulary.UNEVALUATED;
import static dev.concordat.contracts.schema.Vocabulary.VALIDATION;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All keywords that say something about a value, in the order in which they are checked: one line each.
final class Keywords {
  /// A keyword.
  ///
  /// @param since the draft that brought it
  record Spec(String name, Dialect since, Vocabulary vocabulary, Factory factory) {}

  /// Makes the keyword of its value; nothing where the value says nothing or is wrong, which the source reports.
  @FunctionalInterface
  interface Factory {
    Optional<Keyword> compile(KeywordSource source);
  }

  static final List<Spec> ALL =
      List.of(
          new Spec("$ref", DRAFT_4, CORE, References::ref),
          new Spec("$dynamicRef", DRAFT_2020_12, CORE, References::dynamicRef),
          new Spec("$recursiveRef", DRAFT_2019_09, CORE, References::recursiveRef),
          new Spec("type", DRAFT_4, VALIDATION, TypeKeyword::compile),
          new Spec("const", DRAFT_6, VALIDATION, ValueKeywords::constant),
          new Spec("enum", DRAFT_4, VALIDATION, ValueKeywords::enumeration),
          new Spec("minimum", DRAFT_4, VALIDATION, NumberKeywords::minimum),
          new Spec("exclusiveMinimum", DRAFT_4, VALIDATION, NumberKeywords::exclusiveMinimum),
          new Spec("maximum", DRAFT_4, VALIDATION, NumberKeywords::maximum),
          new Spec("exclusiveMaximum", DRAFT_4, VALIDATION, NumberKeywords::exclusiveMaximum),
          new Spec("multipleOf", DRAFT_4, VALIDATION, NumberKeywords::multipleOf),
          new Spec("minLength", DRAFT_4, VALIDATION, SizeKeywords::minLength),
          new Spec("maxLength", DRAFT_4, VALIDATION, SizeKeywords::maxLength),
          new Spec("pattern", DRAFT_4, VALIDATION, StringKeywords::pattern),
          new Spec("format", DRAFT_4, Vocabulary.FORMAT, StringKeywords::format),
          new Spec("minItems", DRAFT_4, VALIDATION, SizeKeywords::minItems),
          new Spec("maxItems", DRAFT_4, VALIDATION, SizeKeywords::maxItems),
          new Spec("uniqueItems", DRAFT_4, VALIDATION, ArrayKeywords::uniqueItems),
          new Spec("prefixItems", DRAFT_2020_12, APPLICATOR, ArrayKeywords::prefixItems),
          new Spec("items", DRAFT_4, APPLICATOR, ArrayKeywords::items),
          new Spec("additionalItems", DRAFT_4, APPLICATOR, ArrayKeywords::additionalItems),
          new Spec("contains", DRAFT_6, APPLICATOR, ContainsKeyword::compile),
          new Spec("minProperties", DRAFT_4, VALIDATION, SizeKeywords::minProperties),
          new Spec("maxProperties", DRAFT_4, VALIDATION, SizeKeywords::maxProperties),
          new Spec("required", DRAFT_4, VALIDATION, RequiredKeyword::compile),
          new Spec("dependentRequired", DRAFT_2019_09, VALIDATION, DependencyKeywords::required),
          new Spec("properties", DRAFT_4, APPLICATOR, MemberKeywords::properties),
          new Spec("patternProperties", DRAFT_4, APPLICATOR, MemberKeywords::patternProperties),
          new Spec(
              "additionalProperties", DRAFT_4, APPLICATOR, MemberKeywords::additionalProperties),
          new Spec("propertyNames", DRAFT_6, APPLICATOR, PropertyNames::compile),
          new Spec("dependentSchemas", DRAFT_2019_09, APPLICATOR, DependencyKeywords::schemas),
          new Spec("dependencies", DRAFT_4, APPLICATOR, DependencyKeywords::mixed),
          new Spec("allOf", DRAFT_4, APPLICATOR, LogicKeywords::allOf),
          new Spec("anyOf", DRAFT_4, APPLICATOR, AlternativeKeywords::anyOf),
          new Spec("oneOf", DRAFT_4, APPLICATOR, AlternativeKeywords::oneOf),
          new Spec("not", DRAFT_4, APPLICATOR, LogicKeywords::not),
          new Spec("if", DRAFT_7, APPLICATOR, LogicKeywords::condition),
          new Spec("writeOnly", DRAFT_4, META_DATA, WriteOnlyKeyword::compile),
          new Spec("unevaluatedItems", DRAFT_2019_09, UNEVALUATED, UnevaluatedKeywords::items),
          new Spec(
              "unevaluatedProperties",
              DRAFT_2019_09,
              UNEVALUATED,
              UnevaluatedKeywords::properties));

  /// Swagger 2.0 does not have these keywords of draft 4 and of later OpenAPI.
  private static final Set<String> NOT_IN_SWAGGER = Set.of("anyOf", "oneOf", "not", "writeOnly");

  private static final Map<String, Integer> ORDER = new HashMap<>();

  static {
    List<Word> words = List.of(Word.values());
    for (int i = 0; i < ALL.size(); i++) {
      String name = ALL.get(i).name();
      if (!words.get(i).text().equals(name)) {
        throw new IllegalStateException(name + " is not the word of its place");
      }
      ORDER.put(name, i);
    }
  }

  private Keywords() {}

  /// The keyword's place in the list, or -1.
  static int orderOf(String name) {
    return ORDER.getOrDefault(name, -1);
  }

  /// A bit for each of them.
  static long all() {
    return (1L << ALL.size()) - 1;
  }

  /// The keywords that mean something in a resource: a bit for each, by its order, as {@link Word} has them too.
  static long knownIn(Resource resource) {
    long known = 0;
    for (int i = 0; i < ALL.size(); i++) {
      if (isKnown(ALL.get(i), resource)) {
        known |= 1L << i;
      }
    }
    return known;
  }

  /// The keywords that stand in a schema and mean something there.
  static long presentIn(Schema schema) {
    return schema.words() & schema.resource().keywords();
  }

  /// Whether the keyword means something in this resource.
  static boolean isKnown(Spec spec, Resource resource) {
    Dialect dialect = resource.dialect();
    if (!dialect.has(spec.since())
        || (dialect == Dialect.SWAGGER_2_0 && NOT_IN_SWAGGER.contains(spec.name()))) {
      return false;
    }
    return switch (spec.name()) {
      case "additionalItems" -> !dialect.hasPrefixItems() && !dialect.isOldOpenApi();
      case "$recursiveRef" -> !dialect.hasPrefixItems();
      case "patternProperties", "dependencies" -> !dialect.isOldOpenApi();

      case "format" -> true;
      default -> !dialect.isModern() || resource.vocabularies().contains(spec.vocabulary());
    };
  }
}
