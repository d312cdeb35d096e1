package dev.concordat.cli.comparison;

import dev.concordat.contracts.tree.ReferencePolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A side with its contracts.
record SideContracts(Side side, List<ReadContract> contracts) {
  SideContracts {
    contracts = List.copyOf(contracts);
  }

  /// Reads all sides, each on a thread of its own. What is named twice is read once.
  static List<SideContracts> read(List<Side> sides, ReferencePolicy policy)
      throws InterruptedException {
    try (ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, sides.size()))) {
      Map<Side, Future<List<ReadContract>>> reading = new HashMap<>();
      for (Side side : sides) {
        reading.computeIfAbsent(
            side, each -> threads.submit(() -> new SideReader(each, policy).read()));
      }
      List<SideContracts> read = new ArrayList<>();
      for (Side side : sides) {
        read.add(new SideContracts(side, Objects.requireNonNull(reading.get(side)).get()));
      }
      return read;
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading never fails", e);
    }
  }
}
