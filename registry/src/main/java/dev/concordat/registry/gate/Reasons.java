package dev.concordat.registry.gate;

import dev.concordat.registry.gate.Rows.Meeting;
import dev.concordat.registry.gate.Rows.Met;
import dev.concordat.registry.gate.Rows.Need;
import dev.concordat.registry.gate.Rows.Proof;
import dev.concordat.registry.gate.Rows.VersionRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Finds the pairs of a world and what is known about each.
final class Reasons {
  private Reasons() {}

  static List<Reason> of(GateStore store, Handle handle, World world, Target target) {
    List<Reason> reasons = new ArrayList<>();
    List<Met> pairs = new ArrayList<>();
    for (VersionRow consumer : world.coming()) {
      boolean isAsked = world.isAsked(consumer.systemId());
      for (Need need : world.needsOf(consumer)) {
        boolean isAbout = isAsked || world.isAsked(need.providerId());
        if (!isAbout || world.unsettled().contains(need.providerId())) {
          continue;
        }
        List<VersionRow> providers = world.comingOf(need.providerId());
        if (providers.isEmpty()) {
          String provider = world.name(need.providerId());
          reasons.add(
              new Reason.ProviderAbsent(
                  world.side(consumer), provider, Commands.bring(provider, target)));
        }
        providers.forEach(provider -> pairs.add(new Met(consumer, provider, need)));
      }
    }
    Map<Meeting, Proof> proofs = store.proofs(pairs.stream().map(Met::meeting).toList());
    Set<Long> unproved = new HashSet<>();
    Map<Met, Proof> broken = new LinkedHashMap<>();
    for (Met met : pairs) {
      Proof proof = proofs.get(met.meeting());
      if (proof == null) {
        unproved.add(met.need().contentId());
      } else if (!proof.success()) {
        broken.put(met, proof);
      }
    }
    Set<Long> ever = unproved.isEmpty() ? Set.of() : store.everVerified(unproved);
    Failures failures = Failures.read(handle, world, broken);
    for (Met met : pairs) {
      Pair pair = new Pair(world.side(met.consumer()), world.side(met.provider()));
      Proof proof = proofs.get(met.meeting());
      if (proof == null) {
        reasons.add(
            new Reason.Unproved(
                pair,
                ever.contains(met.need().contentId()),
                Commands.publish(pair.provider().version())));
      } else if (proof.success()) {
        reasons.add(new Reason.Proved(pair, failures.evidence(proof)));
      } else {
        reasons.add(new Reason.Broken(pair, failures.evidence(proof), failures.blame(met)));
      }
    }
    return reasons;
  }

  /// What decides comes first; alike ones are ordered by the names of their systems, then by versions as written.
  static List<Reason> sorted(List<Reason> reasons) {
    return reasons.stream()
        .sorted(Comparator.comparingInt(Reasons::weight).thenComparing(Reasons::key))
        .toList();
  }

  private static int weight(Reason reason) {
    return switch (reason) {
      case Reason.Broken _ -> 0;
      case Reason.VersionUnknown _ -> 1;
      case Reason.ProviderAbsent _ -> 2;
      case Reason.Unproved _ -> 3;
      case Reason.Exempt _ -> 4;
      case Reason.Proved _ -> 5;
    };
  }

  private static String key(Reason reason) {
    return switch (reason) {
      case Reason.Broken broken -> broken.pair().toString();
      case Reason.VersionUnknown unknown -> unknown.version().toString();
      case Reason.ProviderAbsent absent -> absent.consumer() + " → " + absent.provider();
      case Reason.Unproved unproved -> unproved.pair().toString();
      case Reason.Exempt exempt -> key(exempt.reason());
      case Reason.Proved proved -> proved.pair().toString();
    };
  }
}
