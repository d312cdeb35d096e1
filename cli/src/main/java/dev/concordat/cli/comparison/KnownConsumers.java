package dev.concordat.cli.comparison;

import dev.concordat.cli.revision.Revisions;
import dev.concordat.compare.consumer.Consumers;
import dev.concordat.compare.consumer.Known;
import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.pact.PactContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The known consumers that a person names, each with its age.
final class KnownConsumers {
  /// Beyond this many git is not asked for the age of each.
  private static final int MAX_ASKED = 200;

  private final Revisions revisions;

  KnownConsumers(Path workingFolder) {
    this.revisions = new Revisions(workingFolder);
  }

  Consumers of(List<SideContracts> sides, Collected collected, Policies policies) {
    List<Known> known = new ArrayList<>();
    for (SideContracts side : sides) {
      for (ReadContract read : side.contracts()) {
        if (collected.isWhole(side.side(), read)) {
          known.add(known(side.side(), read.contract(), known.size() < MAX_ASKED));
        }
      }
    }
    return Consumers.of(known, policies);
  }

  private Known known(Side side, Contract contract, boolean isAsked) {
    Path file = side.root().resolve(contract.file());
    Optional<LocalDate> changed =
        isAsked && side.revision().isEmpty() ? revisions.lastChange(file) : Optional.empty();
    String name = contract instanceof PactContract pact ? pact.consumer() : nameOf(contract);
    return new Known(name, contract.version(), changed.or(() -> modified(file)), contract);
  }

  /// What the contract calls itself; the name of its file, without ending, where it has no title.
  private static String nameOf(Contract contract) {
    if (!contract.title().equals(contract.file())) {
      return contract.title();
    }
    String file = contract.file().substring(contract.file().lastIndexOf('/') + 1);
    int dot = file.indexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }

  private static Optional<LocalDate> modified(Path file) {
    try {
      return Optional.of(
          LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC));
    } catch (IOException unknown) {
      return Optional.empty();
    }
  }
}
