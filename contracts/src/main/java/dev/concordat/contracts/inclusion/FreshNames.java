package dev.concordat.contracts.inclusion;

import dev.concordat.contracts.language.TextLanguage;
import dev.concordat.contracts.language.Undecided;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// Names that no condition speaks of by themselves. Those that lie in the same patterns are all alike, so some of every
/// combination of patterns will do.
final class FreshNames {
  /// Most combinations of patterns.
  private static final int MAX_REGIONS = 64;

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  private final Set<String> named;
  private final List<TextLanguage> regions;

  /// @param regions none where there are no patterns, so that all names but those named are alike
  private FreshNames(Set<String> named, List<TextLanguage> regions) {
    this.named = named;
    this.regions = regions;
  }

  static FreshNames beside(ObjectShape shape) throws Undecided {
    Set<TextLanguage> patterns = new LinkedHashSet<>();
    for (Condition.Members each : shape.members()) {
      if (each.names() instanceof NameSet.Regular(TextLanguage language)) {
        patterns.add(language);
      }
    }
    for (Condition.HasMember each : shape.needs()) {
      if (each.names() instanceof NameSet.Regular(TextLanguage language)) {
        patterns.add(language);
      }
    }
    Set<String> named = shape.named();
    if (patterns.isEmpty()) {
      return new FreshNames(named, List.of());
    }
    List<TextLanguage> regions =
        List.of(named.isEmpty() ? TextLanguage.all() : TextLanguage.of(named).not());
    for (TextLanguage pattern : patterns) {
      regions = split(regions, pattern);
    }
    return new FreshNames(named, regions);
  }

  private static List<TextLanguage> split(List<TextLanguage> regions, TextLanguage pattern)
      throws Undecided {
    var parts = new ArrayList<TextLanguage>();
    TextLanguage others = pattern.not();
    for (TextLanguage region : regions) {
      for (TextLanguage part : List.of(region.and(pattern), region.and(others))) {
        if (!part.isEmpty()) {
          parts.add(part);
        }
      }
    }
    if (parts.size() > MAX_REGIONS) {
      throw TextLanguage.undecided("more than " + MAX_REGIONS + " combinations of name patterns");
    }
    return parts;
  }

  /// So many names of every region; fewer where a region has no more.
  List<List<String>> names(int count) throws Undecided {
    if (regions.isEmpty()) {
      return List.of(beside(named, count));
    }
    var names = new ArrayList<List<String>>();
    for (TextLanguage region : regions) {
      List<String> some = region.examples(1, OptionalLong.empty(), count);
      names.add(some.isEmpty() ? region.examples(0, OptionalLong.empty(), count) : some);
    }
    return names;
  }

  private static List<String> beside(Set<String> named, int count) {
    var names = new ArrayList<String>();
    for (String name = "a"; names.size() < count; name = next(name)) {
      if (!named.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  /// `a` to `z`, then `aa`, `ab` and so on.
  private static String next(String name) {
    int last = LETTERS.indexOf(name.charAt(name.length() - 1));
    String start = name.substring(0, name.length() - 1);
    if (last < LETTERS.length() - 1) {
      return start + LETTERS.charAt(last + 1);
    }
    return (start.isEmpty() ? "a" : next(start)) + "a";
  }
}
