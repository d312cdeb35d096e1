package dev.concordat.compare.need;

import dev.concordat.contracts.inclusion.Effort;
import dev.concordat.contracts.inclusion.Inclusions;
import dev.concordat.contracts.inclusion.Meeting;
import dev.concordat.contracts.pattern.SafePatterns;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Languages of texts. A matcher for texts also looks at numbers and truth values, as they are written.
final class TextLanguages {
  private static final String NUMBER = "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?$";
  private static final String WORD = "^(true|false|null)$";
  private static final String SPECIAL = "\\^$.|?*+()[]{}/-";

  private final MemorySchemas schemas;
  private final SafePatterns patterns = new SafePatterns();
  private final Inclusions inclusions = new Inclusions(Effort.defaults());
  private final Map<String, Bounds> known = new HashMap<>();

  TextLanguages(MemorySchemas schemas) {
    this.schemas = schemas;
  }

  /// A text as a pattern for itself.
  static String quoted(String text) {
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (SPECIAL.indexOf(c) >= 0) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }

  Bounds including(String part) {
    return known.computeIfAbsent("include " + part, key -> found(quoted(part), ""));
  }

  /// The values whose whole text matches.
  Bounds matching(String pattern) {
    return known.computeIfAbsent("regex " + pattern, key -> whole(pattern));
  }

  private Bounds whole(String pattern) {
    if (!patterns.isPattern(pattern)) {
      // Such a rule refuses everything, but the mistake is told where the file is read.
      return new Bounds(Terms.ANY, Terms.NONE);
    }
    return found("^(?:" + bare(pattern) + ")$", pattern);
  }

  /// @param original the pattern as the matcher runs it; empty where it needs no translation
  private Bounds found(String pattern, String original) {
    JsonValue text = Terms.pattern(pattern);
    if (!schemas.understands(text)) {
      return new Bounds(Terms.ANY, Terms.NONE);
    }
    List<JsonValue> over = new ArrayList<>();
    over.add(text);
    if (mayMeet(text, NUMBER)) {
      over.add(Terms.type("number"));
    }
    if (mayMeet(text, WORD)) {
      over.add(Terms.type("boolean"));
      over.add(Terms.type("null"));
    }
    // Objects and lists have matchers for their parts.
    boolean isAscii = original.chars().allMatch(c -> c < 0x80);
    return new Bounds(Terms.any(over), isAscii ? text : Terms.NONE);
  }

  private boolean mayMeet(JsonValue text, String other) {
    return !(inclusions.meet(schemas.of(text), schemas.of(Terms.pattern(other)), Direction.NONE)
        instanceof Meeting.Empty);
  }

  /// A pattern for whole texts needs no anchors at its ends.
  private static String bare(String pattern) {
    String bare = pattern;
    for (String start : List.of("^", "\\A")) {
      bare = bare.startsWith(start) ? bare.substring(start.length()) : bare;
    }
    for (String end : List.of("\\z", "\\Z")) {
      bare = bare.endsWith(end) ? bare.substring(0, bare.length() - end.length()) : bare;
    }
    boolean endsOpen = bare.endsWith("$") && !bare.endsWith("\\$");
    return endsOpen ? bare.substring(0, bare.length() - 1) : bare;
  }
}
