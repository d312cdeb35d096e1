package dev.concordat.registry.history;

import dev.concordat.registry.history.Ledger.Link;
import dev.concordat.registry.history.Ledger.Said;
import dev.concordat.registry.history.Ledger.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// `can-i-deploy` of the Pact dialect in its plainest form, written from its documentation.
final class ReferenceMatrix {
  private final Ledger ledger;

  ReferenceMatrix(Ledger ledger) {
    this.ledger = ledger;
  }

  /// Whether a version can be deployed to where its counterparts have these versions: `true`, `false` or `null`, and the
  /// rows that say it, sorted.
  String canIDeploy(String system, String number, Function<String, List<Version>> target) {
    Optional<Version> asked = ledger.version(system, number);
    if (asked.isEmpty()) {
      return "false " + rowsWithout(system, target);
    }
    TreeSet<String> rows = new TreeSet<>();
    for (Said needs : ledger.saysOfAll(asked.get())) {
      rows.addAll(asConsumer(asked.get(), needs, target.apply(needs.provider())));
    }
    for (Link link : ledger.links) {
      if (link.provider().equals(system)) {
        for (Version consumer : target.apply(link.consumer())) {
          ledger
              .says(consumer, system)
              .ifPresent(says -> rows.addAll(asConsumer(consumer, says, List.of(asked.get()))));
        }
      }
    }
    return verdict(rows) + " " + shown(rows);
  }

  /// Whether two versions fit.
  String fit(String one, String oneNumber, String other, String otherNumber) {
    Optional<Version> first = ledger.version(one, oneNumber);
    Optional<Version> second = ledger.version(other, otherNumber);
    TreeSet<String> rows = new TreeSet<>();
    if (first.isPresent()) {
      ledger
          .says(first.get(), other)
          .ifPresent(says -> rows.addAll(asConsumer(first.get(), says, second.stream().toList())));
    }
    if (second.isPresent()) {
      ledger
          .says(second.get(), one)
          .ifPresent(says -> rows.addAll(asConsumer(second.get(), says, first.stream().toList())));
    }
    return (first.isPresent() && second.isPresent() ? verdict(rows) : "false") + " " + shown(rows);
  }

  /// All that was verified between two systems, and what was not.
  String between(String one, String other) {
    TreeSet<String> rows = new TreeSet<>();
    for (Version version : ledger.versions) {
      for (Said says : ledger.saysOfAll(version)) {
        boolean isBetween =
            (version.system().equals(one) && says.provider().equals(other))
                || (version.system().equals(other) && says.provider().equals(one));
        if (isBetween) {
          List<Version> by =
              ledger.versions.stream().filter(v -> v.system().equals(says.provider())).toList();
          rows.addAll(asConsumer(version, says, by));
        }
      }
    }
    rows.removeIf(row -> row.startsWith("missing"));
    return shown(rows);
  }

  private String rowsWithout(String system, Function<String, List<Version>> target) {
    TreeSet<String> rows = new TreeSet<>();
    for (Link link : ledger.links) {
      if (link.provider().equals(system)) {
        for (Version consumer : target.apply(link.consumer())) {
          ledger
              .says(consumer, system)
              .ifPresent(says -> rows.addAll(asConsumer(consumer, says, List.of())));
        }
      }
    }
    return shown(rows);
  }

  /// A row for each version of the provider that verified the content, one without a result where none did, and a mark for
  /// each that did not though another one did.
  private List<String> asConsumer(Version consumer, Said says, List<Version> providers) {
    List<String> rows = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    String name = consumer.system() + "@" + consumer.number() + " ";
    for (Version provider : providers) {
      Optional<Boolean> result =
          ledger.result(consumer.system(), says.provider(), says.words(), provider);
      String pair = name + says.provider() + "@" + provider.number();
      if (result.isPresent()) {
        rows.add(pair + " " + result.get());
      } else {
        missing.add("missing " + pair);
      }
    }
    if (rows.isEmpty()) {
      return List.of(name + says.provider() + " null");
    }
    rows.addAll(missing);
    return rows;
  }

  private static String verdict(Set<String> rows) {
    boolean isUnknown =
        rows.stream().anyMatch(row -> row.startsWith("missing") || row.endsWith(" null"));
    boolean isFailed = rows.stream().anyMatch(row -> row.endsWith(" false"));
    return isUnknown ? "null" : isFailed ? "false" : "true";
  }

  private static String shown(Set<String> rows) {
    return rows.stream().filter(row -> !row.startsWith("missing")).toList().toString();
  }
}
