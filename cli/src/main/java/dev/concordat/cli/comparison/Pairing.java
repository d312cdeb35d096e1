package dev.concordat.cli.comparison;

import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.meaning.ContractMeaning;
import dev.concordat.contracts.meaning.Meaning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Which old contract became which new one: by name; of the rest by what they mean, and at last by kind and title, so that a
/// contract that moved is no contract that is gone.
///
/// @param pairs in the order of the old side
/// @param removed old contracts that are gone
/// @param added new contracts that were not there
record Pairing(List<Pair> pairs, List<ReadContract> removed, List<ReadContract> added) {
  /// Two versions of one contract.
  record Pair(ReadContract left, ReadContract right) {}

  /// The pairs of two sides.
  static Pairing of(Side left, List<ReadContract> before, Side right, List<ReadContract> after) {
    if (!left.isFolder() && !right.isFolder()) {
      return new Pairing(
          List.of(new Pair(before.getFirst(), after.getFirst())), List.of(), List.of());
    }
    Map<ReadContract, ReadContract> found = new LinkedHashMap<>();
    List<ReadContract> olds = new ArrayList<>(before);
    List<ReadContract> news = new ArrayList<>(after);
    match(found, olds, news, read -> Optional.of(read.name()));
    match(found, olds, news, Pairing::digest);
    match(found, olds, news, Pairing::title);
    List<Pair> pairs =
        before.stream()
            .filter(found::containsKey)
            .map(read -> new Pair(read, found.getOrDefault(read, read)))
            .toList();
    return new Pairing(pairs, List.copyOf(olds), List.copyOf(news));
  }

  /// Pairs those whose key only one of each side has.
  private static void match(
      Map<ReadContract, ReadContract> found,
      List<ReadContract> olds,
      List<ReadContract> news,
      Function<ReadContract, Optional<String>> key) {
    Map<String, List<ReadContract>> oldByKey = byKey(olds, key);
    Map<String, List<ReadContract>> newByKey = byKey(news, key);
    oldByKey.forEach(
        (text, candidates) -> {
          List<ReadContract> others = newByKey.getOrDefault(text, List.of());
          if (candidates.size() == 1 && others.size() == 1) {
            found.put(candidates.getFirst(), others.getFirst());
            olds.remove(candidates.getFirst());
            news.remove(others.getFirst());
          }
        });
  }

  private static Map<String, List<ReadContract>> byKey(
      List<ReadContract> contracts, Function<ReadContract, Optional<String>> key) {
    Map<String, List<ReadContract>> byKey = new LinkedHashMap<>();
    for (ReadContract contract : contracts) {
      key.apply(contract)
          .ifPresent(text -> byKey.computeIfAbsent(text, k -> new ArrayList<>()).add(contract));
    }
    return byKey;
  }

  private static Optional<String> digest(ReadContract read) {
    return read.isCut()
        ? Optional.empty()
        : Meaning.of(read.contract())
            .map(ContractMeaning::digest)
            .map(digest -> read.contract().kind() + digest);
  }

  private static Optional<String> title(ReadContract read) {
    boolean hasTitle =
        read.contract().kind() != ContractKind.UNKNOWN
            && !read.contract().title().isBlank()
            && !read.contract().title().equals(read.contract().file());
    return hasTitle
        ? Optional.of(read.contract().kind() + read.contract().title())
        : Optional.empty();
  }
}
