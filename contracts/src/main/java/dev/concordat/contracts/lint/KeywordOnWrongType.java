package dev.concordat.contracts.lint;

import dev.concordat.contracts.schema.JsonType;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.model.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A keyword for texts beside the type of a number, and the like: it says nothing.
final class KeywordOnWrongType implements LintRule {
  private static final Set<JsonType> NUMBERS = Set.of(JsonType.NUMBER, JsonType.INTEGER);
  private static final Map<String, Set<JsonType>> FOR = new LinkedHashMap<>();

  static {
    for (String word : new String[] {"minLength", "maxLength", "pattern"}) {
      FOR.put(word, Set.of(JsonType.STRING));
    }
    for (String word :
        new String[] {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}) {
      FOR.put(word, NUMBERS);
    }
    for (String word : new String[] {"items", "minItems", "maxItems", "uniqueItems"}) {
      FOR.put(word, Set.of(JsonType.ARRAY));
    }
    for (String word :
        new String[] {
          "properties", "required", "additionalProperties", "minProperties", "maxProperties"
        }) {
      FOR.put(word, Set.of(JsonType.OBJECT));
    }
  }

  @Override
  public void check(Subject subject, Consumer<Problem> found) {
    for (SchemaView view : subject.schemas()) {
      Set<JsonType> types = view.types();
      FOR.forEach(
          (keyword, meant) -> {
            if (!types.isEmpty()
                && types.stream().noneMatch(meant::contains)
                && !isOfParameter(view, keyword)) {
              view.placeOf(keyword)
                  .ifPresent(
                      place ->
                          found.accept(
                              Problem.warning(
                                  "lint/keyword-on-wrong-type",
                                  place,
                                  "`" + keyword + "` says nothing of the type " + words(types),
                                  "remove it, or correct the type")));
            }
          });
    }
  }

  /// In Swagger 2.0 a parameter is its own schema, and `required: true` speaks of the parameter.
  private static boolean isOfParameter(SchemaView view, String keyword) {
    return keyword.equals("required") && view.required().isEmpty();
  }

  private static String words(Set<JsonType> types) {
    return types.stream().map(JsonType::keyword).collect(Collectors.joining(" or "));
  }
}
