package dev.concordat.registry.history;

import dev.concordat.registry.history.Ledger.Said;
import dev.concordat.registry.history.Ledger.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The gate in its plainest form, written from what its page says.
final class ReferenceGate {
  private final Ledger ledger;

  ReferenceGate(Ledger ledger) {
    this.ledger = ledger;
  }

  /// The verdict and, sorted, one line for each reason.
  ///
  /// @param asked numbers by systems
  /// @param environment or else the main branches
  String decide(Map<String, String> asked, Optional<String> environment) {
    TreeSet<String> lines = new TreeSet<>();
    Map<String, List<Version>> coming = new LinkedHashMap<>();
    for (String system : RandomHistory.SYSTEMS) {
      List<Version> there =
          environment
              .map(e -> ledger.in(e, system))
              .orElseGet(() -> ledger.mainHead(system).stream().toList());
      if (asked.containsKey(system)) {
        Optional<Version> version = ledger.version(system, asked.get(system));
        if (version.isEmpty()) {
          lines.add("UNKNOWN no such version " + system + "@" + asked.get(system));
        }
        there = version.stream().toList();
      }
      coming.put(system, there);
    }
    for (List<Version> consumers : coming.values()) {
      for (Version consumer : consumers) {
        for (Said needs : ledger.saysOfAll(consumer)) {
          boolean isAbout =
              asked.containsKey(consumer.system()) || asked.containsKey(needs.provider());
          if (isAbout) {
            lines.addAll(
                pairs(consumer, needs, coming.getOrDefault(needs.provider(), List.of()), asked));
          }
        }
      }
    }
    List<String> verdicts = new ArrayList<>();
    lines.forEach(line -> verdicts.add(line.substring(0, line.indexOf(' '))));
    String verdict =
        verdicts.contains("UNSAFE") ? "UNSAFE" : verdicts.contains("UNKNOWN") ? "UNKNOWN" : "SAFE";
    return verdict + " " + lines;
  }

  private List<String> pairs(
      Version consumer, Said needs, List<Version> providers, Map<String, String> asked) {
    List<String> lines = new ArrayList<>();
    String name = consumer.system() + "@" + consumer.number();
    if (providers.isEmpty() && !asked.containsKey(needs.provider())) {
      lines.add("UNKNOWN absent " + name + " " + needs.provider());
    }
    for (Version provider : providers) {
      Optional<Boolean> result =
          ledger.result(consumer.system(), needs.provider(), needs.words(), provider);
      String pair = name + " " + provider.system() + "@" + provider.number();
      lines.add(
          result
              .map(success -> success ? "SAFE proved " + pair : "UNSAFE broken " + pair)
              .orElse("UNKNOWN unproved " + pair));
    }
    return lines;
  }
}
