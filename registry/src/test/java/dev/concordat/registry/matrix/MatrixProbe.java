package dev.concordat.registry.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/// Asks the matrix within a transaction and writes the answer in one line, for comparisons.
public final class MatrixProbe {
  private MatrixProbe() {}

  /// Whether it is deployable, and its rows, sorted.
  public static String deployable(Handle handle, MatrixQuestion question) {
    MatrixAnswer answer = Matrix.ask(handle, question);
    Optional<Boolean> deployable = answer.summary().deployable();
    return deployable.map(String::valueOf).orElse("null") + " " + rows(answer);
  }

  /// Its rows, sorted.
  public static String rows(Handle handle, MatrixQuestion question) {
    return rows(Matrix.ask(handle, question));
  }

  private static String rows(MatrixAnswer answer) {
    TreeSet<String> rows = new TreeSet<>();
    List<Row> all = new ArrayList<>(answer.considered());
    all.addAll(answer.ignored());
    for (Row row : all) {
      rows.add(
          row.consumer()
              + "@"
              + row.consumerVersion()
              + " "
              + row.provider()
              + row.result()
                  .map(result -> "@" + result.providerVersion() + " " + result.success())
                  .orElse(" null"));
    }
    return rows.toString();
  }
}
