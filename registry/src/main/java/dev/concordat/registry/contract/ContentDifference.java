package dev.concordat.registry.contract;

import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The difference between two JSON documents, for reading: what is there only before with a minus, only after with a plus.
public final class ContentDifference {
  /// Longer differences are cut, with a line that says so.
  public static final int MAX_LINES = 2_000;

  private final List<String> lines = new ArrayList<>();

  private ContentDifference() {}

  /// The difference as lines of text; empty where both are equal.
  public static String of(JsonValue before, JsonValue after) {
    ContentDifference difference = new ContentDifference();
    difference.compare("", before, after);
    if (difference.lines.size() > MAX_LINES) {
      int left = difference.lines.size() - MAX_LINES;
      List<String> shown = new ArrayList<>(difference.lines.subList(0, MAX_LINES));
      shown.add("… and " + left + " more lines");
      return String.join("\n", shown);
    }
    return String.join("\n", difference.lines);
  }

  private void compare(String at, JsonValue before, JsonValue after) {
    if (before.equals(after)) {
      return;
    }
    if (before instanceof JsonObject one && after instanceof JsonObject other) {
      Set<String> names = new LinkedHashSet<>(one.members().keySet());
      names.addAll(other.members().keySet());
      for (String name : names) {
        String place = at + "/" + name.replace("~", "~0").replace("/", "~1");
        if (!one.has(name)) {
          lines.add("+ " + place + ": " + other.member(name).orElseThrow());
        } else if (!other.has(name)) {
          lines.add("- " + place + ": " + one.member(name).orElseThrow());
        } else {
          compare(place, one.member(name).orElseThrow(), other.member(name).orElseThrow());
        }
      }
      return;
    }
    if (before instanceof JsonArray(var one) && after instanceof JsonArray(var other)) {
      for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
        String place = at + "/" + i;
        if (i >= one.size()) {
          lines.add("+ " + place + ": " + other.get(i));
        } else if (i >= other.size()) {
          lines.add("- " + place + ": " + one.get(i));
        } else {
          compare(place, one.get(i), other.get(i));
        }
      }
      return;
    }
    lines.add("- " + at + ": " + before);
    lines.add("+ " + at + ": " + after);
  }
}
