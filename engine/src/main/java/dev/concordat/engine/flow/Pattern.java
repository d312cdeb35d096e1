package dev.concordat.engine.flow;

import dev.concordat.model.finding.Sentence;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a flow expects of a value. Objects are partial: fields that the pattern does not name are not looked at.
public sealed interface Pattern {
  /// Where it stands in the flow.
  Sentence sentence();

  /// Equal to a literal or a reference.
  record Equal(Template template, Sentence sentence) implements Pattern {}

  /// What a matcher accepts.
  ///
  /// @param text the matcher as written: `~number > 0`
  record Matching(Matcher matcher, String text, Sentence sentence) implements Pattern {}

  /// An object with at least these members; where exact, with no others.
  record Members(Map<String, Pattern> members, boolean isExact, Sentence sentence)
      implements Pattern {
    public Members {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  /// An array of exactly these items.
  record Items(List<Pattern> items, Sentence sentence) implements Pattern {
    public Items {
      items = List.copyOf(items);
    }
  }

  /// An array of which at least one item fits.
  record Some(Pattern item, Sentence sentence) implements Pattern {}
}
