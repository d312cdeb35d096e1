package dev.concordat.engine.plan;

import dev.concordat.cases.ContractCase;
import dev.concordat.cases.Expectation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The order in which contract cases are tried: by operation, those that read before those that write, those that delete
/// last; within an operation documented examples first, then other valid requests, then those to be refused.
final class CaseOrder {
  private CaseOrder() {}

  static List<ContractCase> sorted(List<ContractCase> cases) {
    Map<String, List<ContractCase>> byOperation = new LinkedHashMap<>();
    for (ContractCase each : cases) {
      byOperation.computeIfAbsent(each.operation().id(), id -> new ArrayList<>()).add(each);
    }
    var groups = new ArrayList<>(byOperation.values());
    groups.sort(Comparator.comparingInt(group -> rank(group.getFirst().operation().method())));
    var sorted = new ArrayList<ContractCase>();
    for (List<ContractCase> group : groups) {
      group.stream()
          .sorted(Comparator.comparingInt(each -> rank(each.expectation())))
          .forEach(sorted::add);
    }
    return sorted;
  }

  private static int rank(String method) {
    return switch (method) {
      case "GET", "HEAD", "OPTIONS", "TRACE" -> 0;
      case "DELETE" -> 2;
      default -> 1;
    };
  }

  private static int rank(Expectation expectation) {
    return switch (expectation) {
      case ACCEPTED -> 0;
      case ANSWERED -> 1;
      case REJECTED -> 2;
    };
  }
}
