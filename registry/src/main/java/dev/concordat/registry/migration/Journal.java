package dev.concordat.registry.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Takes note of what is copied, tells how far it is, and collects what could not be copied.
final class Journal {
  /// So many problems are kept; the rest is counted.
  private static final int MAX_PROBLEMS = 1_000;

  private static final int TELL_EVERY = 500;

  private final Consumer<String> progress;
  private final Map<String, Integer> copied = new TreeMap<>();
  private final Map<String, Integer> known = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();
  private int moreProblems;

  Journal(Consumer<String> progress) {
    this.progress = progress;
  }

  void begins(String what) {
    progress.accept(what);
  }

  /// One more of a kind is over there now.
  void copied(String kind) {
    int count = copied.merge(kind, 1, Integer::sum);
    if (count % TELL_EVERY == 0) {
      progress.accept(kind + ": " + count + " copied");
    }
  }

  /// One of a kind was there already.
  void known(String kind) {
    known.merge(kind, 1, Integer::sum);
  }

  void problem(String text) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(text);
    } else {
      moreProblems++;
    }
  }

  /// Notes whether a change was taken.
  void note(String kind, String which, Door.Changed changed) {
    if (changed.isGood()) {
      copied(kind);
    } else {
      problem(kind + " " + which + " was refused (" + changed.status() + "): " + changed.body());
    }
  }

  Migrated migrated() {
    List<String> all = new ArrayList<>(problems);
    if (moreProblems > 0) {
      all.add("and " + moreProblems + " more");
    }
    return new Migrated(copied, known, all);
  }
}
