package dev.concordat.drift.noise;

import dev.concordat.contracts.http.PathTemplate;
import dev.concordat.model.drift.NoiseRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The rules of noise that count today, with what was learned in this run. Not thread-safe.
public final class NoiseRules {
  private final List<NoiseRule> recorded;
  private final Set<NoiseRule> learned = new LinkedHashSet<>();

  /// @param recorded rules of a file that are not expired
  public NoiseRules(List<NoiseRule> recorded) {
    this.recorded = List.copyOf(recorded);
  }

  /// The rules for one operation.
  ///
  /// @param operation `GET /orders/{id}` where a contract names it, else method and path
  /// @param asked method and path of the request
  public NoiseView of(String operation, String asked) {
    List<NoiseRule> own = new ArrayList<>();
    for (NoiseRule rule : recorded) {
      if (isFor(rule, operation, asked)) {
        own.add(rule);
      }
    }
    return new NoiseView(own);
  }

  private static boolean isFor(NoiseRule rule, String operation, String asked) {
    if (rule.operation().equals(NoiseRule.EVERY_OPERATION) || rule.operation().equals(operation)) {
      return true;
    }
    int space = rule.operation().indexOf(' ');
    int own = asked.indexOf(' ');
    if (space < 0 || own < 0) {
      return false;
    }
    boolean isMethod = rule.operation().substring(0, space).equals(asked.substring(0, own));
    return isMethod
        && PathTemplate.of(rule.operation().substring(space + 1))
            .match(asked.substring(own + 1))
            .isPresent();
  }

  /// Remembers what varied; a place that a rule covers already is not told again.
  public void learn(String asked, NoiseRule rule) {
    boolean isKnown =
        of(rule.operation(), asked).covering(rule.at()).isPresent()
            || learned.stream()
                .anyMatch(
                    each ->
                        each.operation().equals(rule.operation()) && each.at().equals(rule.at()));
    if (!isKnown) {
      learned.add(rule);
    }
  }

  /// All of them: those of the file, then those that were learned.
  public List<NoiseRule> all() {
    List<NoiseRule> all = new ArrayList<>(recorded);
    all.addAll(learned);
    return all;
  }

  public List<NoiseRule> learned() {
    return List.copyOf(learned);
  }
}
