package dev.concordat.registry.contract;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The difference between two JSON documents, for reading: the way to what differs, with a minus before what is there only
/// before and a plus before what is there only after. What is the same is left out.
public final class ContentDifference {
  /// Longer differences are cut, with a line that says so.
  public static final int MAX_LINES = 2_000;

  private final List<String> lines = new ArrayList<>();

  private ContentDifference() {}

  /// The difference as lines of text; empty where both are equal.
  public static String of(JsonValue before, JsonValue after) {
    ContentDifference difference = new ContentDifference();
    if (!before.equals(after)) {
      difference.compare(1, "", Optional.of(before), Optional.of(after));
    }
    List<String> lines = difference.lines;
    if (lines.size() <= MAX_LINES) {
      return String.join("\n", lines);
    }
    List<String> shown = new ArrayList<>(lines.subList(0, MAX_LINES));
    shown.add("… and " + (lines.size() - MAX_LINES) + " more lines");
    return String.join("\n", shown);
  }

  private void compare(
      int depth, String lead, Optional<JsonValue> before, Optional<JsonValue> after) {
    if (before.isPresent() && after.isPresent()) {
      if (before.get() instanceof JsonObject one && after.get() instanceof JsonObject other) {
        objects(depth, lead, one, other);
        return;
      }
      if (before.get() instanceof JsonArray(var one)
          && after.get() instanceof JsonArray(var other)) {
        arrays(depth, lead, one, other);
        return;
      }
    }
    before.ifPresent(value -> write('-', depth, lead, value));
    after.ifPresent(value -> write('+', depth, lead, value));
  }

  private void objects(int depth, String lead, JsonObject before, JsonObject after) {
    line(' ', depth, lead + "{");
    Set<String> names = new LinkedHashSet<>(before.members().keySet());
    names.addAll(after.members().keySet());
    for (String name : names) {
      Optional<JsonValue> one = before.member(name);
      Optional<JsonValue> other = after.member(name);
      if (!one.equals(other)) {
        compare(depth + 2, new JsonString(name) + ": ", one, other);
      }
    }
    line(' ', depth, "}");
  }

  private void arrays(int depth, String lead, List<JsonValue> before, List<JsonValue> after) {
    line(' ', depth, lead + "[");
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      Optional<JsonValue> one = i < before.size() ? Optional.of(before.get(i)) : Optional.empty();
      Optional<JsonValue> other = i < after.size() ? Optional.of(after.get(i)) : Optional.empty();
      if (one.equals(other)) {
        line(' ', depth + 2, "...");
      } else {
        compare(depth + 2, "", one, other);
      }
    }
    line(' ', depth, "]");
  }

  private void write(char sign, int depth, String lead, JsonValue value) {
    String[] pretty = JsonText.pretty(value).split("\n", -1);
    line(sign, depth, lead + pretty[0]);
    for (int i = 1; i < pretty.length; i++) {
      line(sign, depth, pretty[i]);
    }
  }

  private void line(char sign, int depth, String text) {
    lines.add(sign + " ".repeat(depth - 1) + text);
  }
}
