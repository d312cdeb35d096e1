package dev.concordat.standin.wish;

import dev.concordat.contracts.http.HttpOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rules of a stand-in, the newest first. Used by one thread at a time.
public final class Rules {
  private static final int MAX_RULES = 1_000;

  private final List<Rule> rules = new ArrayList<>();

  /// Adds a rule; whether there was room for it.
  public boolean add(Rule rule) {
    if (rules.size() == MAX_RULES) {
      return false;
    }
    rules.addFirst(rule);
    return true;
  }

  public boolean isEmpty() {
    return rules.isEmpty();
  }

  public void clear() {
    rules.clear();
  }

  public List<Rule> all() {
    return List.copyOf(rules);
  }

  /// The outcome that a rule asks of an operation, which uses the rule up by one.
  public Wish take(HttpOperation operation) {
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      if (isFor(rule, operation)) {
        if (rule.times() == 1) {
          rules.remove(i);
        } else if (rule.times() > 1) {
          rules.set(i, new Rule(rule.operation(), rule.wish(), rule.times() - 1));
        }
        return rule.wish();
      }
    }
    return Wish.NONE;
  }

  private static boolean isFor(Rule rule, HttpOperation operation) {
    return rule.operation().equals(operation.id())
        || rule.operation().equals(operation.methodAndPath());
  }

  /// The operation that a rule names.
  public static Optional<HttpOperation> named(String name, List<HttpOperation> operations) {
    return operations.stream()
        .filter(it -> name.equals(it.id()) || name.equals(it.methodAndPath()))
        .findFirst();
  }
}
