package dev.concordat.conform.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// `faults.tsv`.
final class FaultTable {
  private static final int COLUMNS = 5;

  private FaultTable() {}

  /// What is said of a fault.
  ///
  /// @param standsFor its ids in the catalogues
  /// @param operations where a finding may tell of it
  /// @param rules the rules that may tell of it
  record Line(
      Fault fault, String standsFor, List<String> operations, List<String> rules, String what) {}

  static List<Line> lines() {
    return text("faults.tsv").lines().skip(1).map(FaultTable::line).toList();
  }

  private static Line line(String text) {
    String[] columns = text.split("\t", -1);
    if (columns.length != COLUMNS) {
      throw new IllegalStateException("not " + COLUMNS + " columns: " + text);
    }
    return new Line(
        Fault.valueOf(columns[0]),
        columns[1],
        List.of(columns[2].split(" ")),
        List.of(columns[3].split(" ")),
        columns[4]);
  }

  /// A file beside this class.
  static String text(String name) {
    try (InputStream in = FaultTable.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
