package dev.concordat.compare.consumer;

import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.finding.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Something that a consumer meets after a change, and did not meet before, or not so badly.
record News(Difference found) {
  /// `(orders/openapi.yaml:88)`, as messages end.
  private static final Pattern PLACE = Pattern.compile("\\([^()]*:\\d+\\)");

  /// What is new in the second list.
  static List<News> between(List<Difference> before, List<Difference> after) {
    Map<String, Impact> known = new HashMap<>();
    before.forEach(
        each -> known.merge(key(each), each.impact(), (a, b) -> a.compareTo(b) <= 0 ? a : b));
    List<News> news = new ArrayList<>();
    for (Difference each : after) {
      Impact old = known.getOrDefault(key(each), Impact.SAFE);
      boolean isWorse = each.impact().compareTo(old) < 0;
      if (isWorse && each.impact() != Impact.SAFE) {
        news.add(new News(each));
      }
    }
    return news;
  }

  /// The same need at the same place, whichever contract it was compared with. What is said counts as well: one difference
  /// may sum up several, and then its place says little. Names of files and numbers of lines are no part of what is said.
  private static String key(Difference each) {
    String place = each.before().map(Sentence::place).map(it -> it + " " + it.pointer()).orElse("");
    return String.join(
        "|",
        Operations.normal(each.position().operation()),
        each.position().part().name(),
        each.position().detail().toLowerCase(Locale.ROOT),
        each.pointer(),
        place,
        PLACE.matcher(each.message()).replaceAll(""));
  }
}
