package dev.concordat.registry.gate;

import dev.concordat.registry.gate.Rows.Need;
import dev.concordat.registry.gate.Rows.VersionRow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a person should know beside the verdict.
final class Notices {
  private Notices() {}

  static List<Notice> of(World world) {
    List<Notice> notices = new ArrayList<>();
    for (VersionRow asked : world.asked()) {
      SystemVersion version = world.named(asked);
      List<VersionRow> leaving = world.presentOf(asked.systemId());
      if (leaving.isEmpty()) {
        notices.add(new Notice.FirstDeployment(version));
      }
      Set<Long> before = new LinkedHashSet<>();
      leaving.forEach(old -> before.addAll(providers(world, old)));
      Set<Long> after = providers(world, asked);
      for (long provider : after) {
        if (!before.contains(provider)) {
          notices.add(new Notice.NewConsumer(version, world.name(provider)));
        }
      }
      for (VersionRow old : leaving) {
        for (long provider : providers(world, old)) {
          if (!after.contains(provider)) {
            notices.add(new Notice.ConsumerLeaves(world.named(old), world.name(provider)));
          }
        }
      }
      if (after.isEmpty() && world.coming().stream().noneMatch(v -> needs(world, v, asked))) {
        notices.add(new Notice.NothingToProve(version));
      }
    }
    return notices;
  }

  /// The operations that are gone, told on their own.
  static List<Notice> removed(List<Reason> reasons) {
    List<Notice> notices = new ArrayList<>();
    for (Reason reason : reasons) {
      if (reason instanceof Reason.Broken(Pair pair, Evidence evidence, _)) {
        evidence.failures().stream()
            .filter(Failure::isRemoved)
            .forEach(failure -> notices.add(new Notice.OperationRemoved(pair, failure.what())));
      }
    }
    return notices;
  }

  private static boolean needs(World world, VersionRow consumer, VersionRow provider) {
    return providers(world, consumer).contains(provider.systemId());
  }

  private static Set<Long> providers(World world, VersionRow version) {
    Set<Long> providers = new LinkedHashSet<>();
    world.needsOf(version).stream().map(Need::providerId).forEach(providers::add);
    return providers;
  }
}
