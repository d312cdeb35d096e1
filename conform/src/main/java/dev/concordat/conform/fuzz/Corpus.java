package dev.concordat.conform.fuzz;

import dev.concordat.cases.Recipe;
import dev.concordat.cases.value.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What requests that showed something new are made of. Those that were built on less often, and those whose answer is rarer,
/// are chosen more often (the power schedule of AFLFast: Böhme and others, CCS 2016, in short). Bounded; thread-safe.
final class Corpus {
  private static final int MAX_ENTRIES = 100;
  private static final int WEIGHT = 1_000;

  private static final class Entry {
    private final Recipe recipe;
    private int chosen;

    Entry(Recipe recipe) {
      this.recipe = recipe;
    }

    int weight() {
      return Math.max(1, WEIGHT / (1 + chosen));
    }
  }

  private final List<Entry> entries = new ArrayList<>();

  /// Takes in what showed something new; the one that was built on most makes room.
  synchronized void add(Recipe recipe) {
    if (entries.stream().anyMatch(entry -> entry.recipe.equals(recipe))) {
      return;
    }
    if (entries.size() >= MAX_ENTRIES) {
      int most = 1;
      for (int i = 2; i < entries.size(); i++) {
        most = entries.get(i).chosen > entries.get(most).chosen ? i : most;
      }
      // The first stays: it is known to be valid.
      entries.remove(most);
    }
    entries.add(new Entry(recipe));
  }

  synchronized Optional<Recipe> choose(Dice dice) {
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    int all = entries.stream().mapToInt(Entry::weight).sum();
    int at = dice.below(all);
    for (Entry entry : entries) {
      at -= entry.weight();
      if (at < 0) {
        entry.chosen++;
        return Optional.of(entry.recipe);
      }
    }
    return Optional.of(entries.getFirst().recipe);
  }
}
