package dev.concordat.contracts.lint;

import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import java.util.Set;
import java.util.function.Consumer;

/// A member of a schema that is no keyword, and nearly one: it says nothing.
final class KeywordLooksLikeTypo implements LintRule {
  /// Shorter words are near to too many others.
  private static final int MIN_LETTERS = 4;

  private static final Set<String> KEYWORDS =
      Set.of(
          "$anchor",
          "$comment",
          "$defs",
          "$dynamicAnchor",
          "$dynamicRef",
          "$id",
          "$recursiveAnchor",
          "$recursiveRef",
          "$ref",
          "$schema",
          "$vocabulary",
          "additionalItems",
          "additionalProperties",
          "allOf",
          "anyOf",
          "const",
          "contains",
          "contentEncoding",
          "contentMediaType",
          "contentSchema",
          "default",
          "definitions",
          "dependencies",
          "dependentRequired",
          "dependentSchemas",
          "deprecated",
          "description",
          "discriminator",
          "else",
          "enum",
          "example",
          "examples",
          "exclusiveMaximum",
          "exclusiveMinimum",
          "externalDocs",
          "format",
          "if",
          "items",
          "maxContains",
          "maxItems",
          "maxLength",
          "maxProperties",
          "maximum",
          "minContains",
          "minItems",
          "minLength",
          "minProperties",
          "minimum",
          "multipleOf",
          "not",
          "nullable",
          "oneOf",
          "pattern",
          "patternProperties",
          "prefixItems",
          "properties",
          "propertyNames",
          "readOnly",
          "required",
          "then",
          "title",
          "type",
          "unevaluatedItems",
          "unevaluatedProperties",
          "uniqueItems",
          "writeOnly",
          "xml",
          "collectionFormat",
          "summary",
          "name",
          "in",
          "id",
          "explode",
          "style",
          "headers");

  @Override
  public void check(Subject subject, Consumer<Problem> found) {
    for (SchemaView view : subject.schemas()) {
      if (view.schema().node() instanceof ObjectNode object) {
        object.members().forEach(member -> check(member, found));
      }
    }
  }

  private static void check(ObjectNode.Member member, Consumer<Problem> found) {
    String name = member.name();
    if (KEYWORDS.contains(name) || name.startsWith("x-") || name.length() < MIN_LETTERS) {
      return;
    }
    DidYouMean.closest(name, KEYWORDS)
        .ifPresent(
            guess ->
                found.accept(
                    Problem.warning(
                        "lint/keyword-looks-like-typo",
                        member.place(),
                        "'" + name + "' is no keyword of schemas, so it says nothing",
                        "did you mean `" + guess + "`?")));
  }
}
