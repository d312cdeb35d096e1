package dev.concordat.cli.standin;

import java.util.Arrays;
import java.util.List;

/// What came of one description.
///
/// @param kind `unreadable`, `not-served`, `served` or `bug`
/// @param findings what conform found, one line each: cause or `unexplained`, rule, and the rest
record LoopResult(
    String description,
    String kind,
    int operations,
    int requests,
    long millis,
    List<Finding> findings) {
  private static final String BETWEEN = "\t";
  private static final int FIXED = 5;

  /// A finding, and the defect of the contract that explains it; empty for none.
  record Finding(String defect, String rule, String text) {
    private static final String INNER = " ~ ";

    String line() {
      return defect + INNER + rule + INNER + text.replaceAll("[\\t\\r\\n]|( ~ )", " ");
    }

    static Finding of(String line) {
      String[] parts = line.split(INNER, 3);
      return new Finding(parts[0], parts[1], parts[2]);
    }
  }

  boolean isReadable() {
    return !kind.equals("unreadable");
  }

  boolean isServed() {
    return kind.equals("served");
  }

  boolean isClean() {
    return isServed() && findings.isEmpty();
  }

  boolean isExplained() {
    return isServed()
        && !findings.isEmpty()
        && findings.stream().noneMatch(finding -> finding.defect().isEmpty());
  }

  String line() {
    var line = new StringBuilder();
    line.append(description).append(BETWEEN).append(kind).append(BETWEEN).append(operations);
    line.append(BETWEEN).append(requests).append(BETWEEN).append(millis);
    findings.forEach(finding -> line.append(BETWEEN).append(finding.line()));
    return line.append('\n').toString();
  }

  static LoopResult of(String line) {
    String[] parts = line.split(BETWEEN, -1);
    return new LoopResult(
        parts[0],
        parts[1],
        Integer.parseInt(parts[2]),
        Integer.parseInt(parts[3]),
        Long.parseLong(parts[4]),
        Arrays.stream(parts).skip(FIXED).map(Finding::of).toList());
  }
}
