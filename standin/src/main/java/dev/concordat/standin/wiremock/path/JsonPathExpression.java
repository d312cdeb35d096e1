package dev.concordat.standin.wiremock.path;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A path into JSON, in the dialect of the Java library that WireMock uses, which is older and wider than RFC 9535:
/// `$.items[?(@.name =~ /a.*/i)].length()`. Immutable.
public final class JsonPathExpression {
  private final String text;
  private final List<Step> steps;

  JsonPathExpression(String text, List<Step> steps) {
    this.text = text;
    this.steps = List.copyOf(steps);
  }

  /// What a text is.
  public sealed interface Compiled {
    /// A path.
    record Good(JsonPathExpression path) implements Compiled {}

    /// None, and why.
    record Bad(String reason) implements Compiled {}
  }

  public static Compiled compile(String text) {
    try {
      return new Compiled.Good(new PathReader(text).whole());
    } catch (FilterReader.NotAPath e) {
      return new Compiled.Bad(String.valueOf(e.getMessage()));
    }
  }

  /// Whether the path leads to one value, which is then found as it is; others find a list.
  public boolean isDefinite() {
    return steps.stream().allMatch(Step::isDefinite)
        || (!steps.isEmpty() && steps.getLast() instanceof Step.Call);
  }

  /// What the path finds: a value, or a list where it may lead to several. Nothing where a path to one value leads nowhere, or
  /// where looking for it would cost more than {@value Evaluation#MAX_VISITS} steps.
  public Optional<JsonValue> find(JsonValue root) {
    return find(root, root, new Evaluation(root));
  }

  Optional<JsonValue> find(JsonValue root, JsonValue from, Evaluation evaluation) {
    try {
      List<JsonValue> found = evaluation.follow(steps, from);
      return isDefinite() ? found.stream().findFirst() : Optional.of(new JsonArray(found));
    } catch (Evaluation.TooCostly e) {
      return Optional.empty();
    }
  }

  /// A copy of the document without what the path leads to.
  public JsonValue without(JsonValue root) {
    return steps.isEmpty() ? root : edited(root, Optional.empty());
  }

  /// A copy of the document in which what the path leads to is another value.
  public JsonValue replacing(JsonValue root, JsonValue value) {
    return steps.isEmpty() ? value : edited(root, Optional.of(value));
  }

  private JsonValue edited(JsonValue root, Optional<JsonValue> value) {
    var evaluation = new Evaluation(root);
    List<JsonValue> parents;
    List<JsonValue> targets;
    try {
      Step last = steps.getLast();
      parents = evaluation.follow(steps.subList(0, steps.size() - 1), root);
      targets =
          parents.stream()
              .flatMap(parent -> evaluation.follow(List.of(last), parent).stream())
              .toList();
    } catch (Evaluation.TooCostly e) {
      return root;
    }
    return rebuilt(root, targets, value);
  }

  /// Values are told apart by identity, since equal ones may stand elsewhere.
  private static JsonValue rebuilt(
      JsonValue node, List<JsonValue> targets, Optional<JsonValue> value) {
    return switch (node) {
      case JsonObject object -> {
        var members = new JsonObject.Builder();
        object
            .members()
            .forEach(
                (name, member) -> {
                  if (!isAmong(member, targets)) {
                    members.add(name, rebuilt(member, targets, value));
                  } else {
                    value.ifPresent(other -> members.add(name, other));
                  }
                });
        yield members.build();
      }
      case JsonArray array -> {
        var items = new ArrayList<JsonValue>();
        for (JsonValue item : array.items()) {
          if (!isAmong(item, targets)) {
            items.add(rebuilt(item, targets, value));
          } else {
            value.ifPresent(items::add);
          }
        }
        yield new JsonArray(items);
      }
      default -> node;
    };
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isAmong(JsonValue value, List<JsonValue> targets) {
    for (JsonValue target : targets) {
      if (target == value) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return text;
  }
}
