package dev.concordat.standin.wish;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// The rules of a stand-in, the newest first. Used by one thread at a time.
public final class Rules {
  private static final int MAX_RULES = 1_000;

  private final long seed;
  private final List<Held> rules = new ArrayList<>();
  private Random random;

  /// @param seed of probabilities and of delays
  public Rules(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
  }

  /// A rule and how far it is.
  private static final class Held {
    private final Rule rule;
    private int passed;
    private int used;

    Held(Rule rule) {
      this.rule = rule;
    }

    boolean holds(Random random) {
      if (passed < rule.schedule().after()) {
        passed++;
        return false;
      }
      boolean isChosen =
          rule.schedule().probability() == 1 || random.nextDouble() < rule.schedule().probability();
      used += isChosen ? 1 : 0;
      return isChosen;
    }

    boolean isUsedUp() {
      return rule.schedule().times() > 0 && used >= rule.schedule().times();
    }
  }

  /// Adds a rule; whether there was room for it.
  public boolean add(Rule rule) {
    if (rules.size() == MAX_RULES) {
      return false;
    }
    rules.addFirst(new Held(rule));
    return true;
  }

  public boolean isEmpty() {
    return rules.isEmpty();
  }

  /// Forgets all rules; what chance decides afterwards begins anew.
  public void clear() {
    rules.clear();
    random = new Random(seed);
  }

  public List<Rule> all() {
    return rules.stream().map(held -> held.rule).toList();
  }

  /// What the newest rule that holds asks of an operation, which uses the rule up by one.
  public Taken take(HttpOperation operation, HttpRequestMessage request) {
    for (int i = 0; i < rules.size(); i++) {
      Held held = rules.get(i);
      if (held.rule.isFor(operation, request) && held.holds(random)) {
        if (held.isUsedUp()) {
          rules.remove(i);
        }
        return Taken.of(held.rule, random);
      }
    }
    return Taken.NOTHING;
  }

  /// The operation that a rule names.
  public static Optional<HttpOperation> named(String name, List<HttpOperation> operations) {
    return operations.stream()
        .filter(it -> name.equals(it.id()) || name.equals(it.methodAndPath()))
        .findFirst();
  }
}
