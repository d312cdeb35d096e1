package dev.concordat.cli.comparison;

import dev.concordat.contracts.tree.ReferencePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A side with its contracts.
record SideContracts(Side side, List<ReadContract> contracts) {
  SideContracts {
    contracts = List.copyOf(contracts);
  }

  /// Reads all sides, each on a thread of its own.
  static List<SideContracts> read(List<Side> sides, ReferencePolicy policy)
      throws InterruptedException {
    try (ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, sides.size()))) {
      List<Future<List<ReadContract>>> reading =
          sides.stream()
              .map(side -> threads.submit(() -> new SideReader(side, policy).read()))
              .toList();
      List<SideContracts> read = new ArrayList<>();
      for (int i = 0; i < sides.size(); i++) {
        read.add(new SideContracts(sides.get(i), reading.get(i).get()));
      }
      return read;
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading never fails", e);
    }
  }
}
