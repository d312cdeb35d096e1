package dev.concordat.engine.flow;

import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compares a value with a pattern and reports every difference, not only the first.
public final class PatternJudge {
  private static final java.util.regex.Pattern REFERENCE =
      java.util.regex.Pattern.compile("\\$[^\\s]+");

  private final Scope scope;
  private final Likeness likeness;
  private final List<Mismatch> found = new ArrayList<>();

  private PatternJudge(Scope scope, Likeness likeness) {
    this.scope = scope;
    this.likeness = likeness;
  }

  /// Every difference; none when the value fits.
  ///
  /// @param pointer where the value stands, the start of the differences' pointers
  /// @param actual empty when there is no value
  /// @throws UnresolvedException when a reference of the pattern leads nowhere
  public static List<Mismatch> judge(
      Pattern pattern, String pointer, Optional<JsonValue> actual, Scope scope, Likeness likeness) {
    var judge = new PatternJudge(scope, likeness);
    judge.compare(pattern, pointer, actual);
    return List.copyOf(judge.found);
  }

  private void compare(Pattern pattern, String pointer, Optional<JsonValue> actual) {
    switch (pattern) {
      case Pattern.Equal equal -> equal(equal, pointer, actual);
      case Pattern.Matching matching -> {
        if (!MatcherJudge.accepts(matching.matcher(), actual, scope, likeness)) {
          miss(pattern, pointer, words(matching.text()), actual);
        }
      }
      case Pattern.Members members -> members(members, pointer, actual);
      case Pattern.Items items -> items(items, pointer, actual);
      case Pattern.Some some -> some(some, pointer, actual);
    }
  }

  /// The matcher as written, with values in place of references.
  private String words(String text) {
    var words = new StringBuilder();
    var references = REFERENCE.matcher(text.substring(1).strip());
    while (references.find()) {
      String value =
          Reference.parse(references.group())
              .flatMap(scope::find)
              .map(JsonValue::toString)
              .orElse(references.group());
      references.appendReplacement(words, java.util.regex.Matcher.quoteReplacement(value));
    }
    return references.appendTail(words).toString();
  }

  private void equal(Pattern.Equal equal, String pointer, Optional<JsonValue> actual) {
    JsonValue expected = Templates.fill(equal.template(), scope);
    if (actual.isEmpty() || !likeness.alike(expected, actual.get())) {
      miss(equal, pointer, expected.toString(), actual);
    }
  }

  private void members(Pattern.Members pattern, String pointer, Optional<JsonValue> actual) {
    if (!(actual.orElse(null) instanceof JsonObject object)) {
      miss(pattern, pointer, "an object", actual);
      return;
    }
    for (Map.Entry<String, Pattern> member : pattern.members().entrySet()) {
      String name = member.getKey();
      compare(member.getValue(), pointer + "/" + Pointers.escape(name), object.member(name));
    }
    if (pattern.isExact()) {
      object.members().keySet().stream()
          .filter(name -> !pattern.members().containsKey(name))
          .forEach(
              name ->
                  miss(
                      pattern,
                      pointer + "/" + Pointers.escape(name),
                      "absent",
                      object.member(name)));
    }
  }

  private void items(Pattern.Items pattern, String pointer, Optional<JsonValue> actual) {
    if (!(actual.orElse(null) instanceof JsonArray(List<JsonValue> items))) {
      miss(pattern, pointer, "an array", actual);
      return;
    }
    if (items.size() != pattern.items().size()) {
      miss(pattern, pointer, "an array of " + pattern.items().size(), actual);
      return;
    }
    for (int i = 0; i < items.size(); i++) {
      compare(pattern.items().get(i), pointer + "/*", Optional.of(items.get(i)));
    }
  }

  private void some(Pattern.Some pattern, String pointer, Optional<JsonValue> actual) {
    boolean fits =
        actual.orElse(null) instanceof JsonArray(List<JsonValue> items)
            && items.stream()
                .anyMatch(
                    item ->
                        judge(pattern.item(), pointer, Optional.of(item), scope, likeness)
                            .isEmpty());
    if (!fits) {
      miss(pattern, pointer, "an item that fits", actual);
    }
  }

  private void miss(Pattern at, String pointer, String expected, Optional<JsonValue> actual) {
    String seen = actual.map(JsonValue::toString).orElse("absent");
    found.add(new Mismatch(pointer, expected, seen, at.sentence()));
  }
}
