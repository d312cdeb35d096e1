package dev.concordat.conform.service;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.Set;

/// The workshop as a process of its own, for `benchmarks/conform.sh`: prints its address, then, when standard input ends, how
/// many requests came.
final class WorkshopServer {
  private WorkshopServer() {}

  /// Runs until its standard input ends.
  ///
  /// @param arguments the faults that are on
  public static void main(String[] arguments) throws IOException {
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    for (String name : arguments) {
      faults.add(Fault.valueOf(name));
    }
    try (var service = ReferenceService.start(faults)) {
      System.out.println(service.address());
      // Until whoever started it closes the pipe.
      System.in.transferTo(OutputStream.nullOutputStream());
      System.out.println(service.requests().size());
    }
  }
}
