package dev.concordat.conform.run;

import dev.concordat.contracts.http.HttpOperation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The order in which operations depend on each other: creating before reading before changing, what stands above in the path
/// before what stands below; deleting at the end, from below.
final class OperationOrder {
  private static final List<String> METHODS =
      List.of("POST", "GET", "HEAD", "OPTIONS", "PUT", "PATCH");

  private OperationOrder() {}

  static List<HttpOperation> of(List<HttpOperation> operations) {
    List<HttpOperation> ordered = new ArrayList<>(operations);
    ordered.sort(
        Comparator.comparing(OperationOrder::isDelete)
            .thenComparingInt(
                operation -> isDelete(operation) ? -depth(operation) : depth(operation))
            .thenComparingInt(OperationOrder::rank));
    return ordered;
  }

  private static boolean isDelete(HttpOperation operation) {
    return operation.method().equals("DELETE");
  }

  private static int depth(HttpOperation operation) {
    return operation.path().parameterNames().size();
  }

  private static int rank(HttpOperation operation) {
    int index = METHODS.indexOf(operation.method());
    return index < 0 ? METHODS.size() : index;
  }
}
