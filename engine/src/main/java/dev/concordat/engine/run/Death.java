package dev.concordat.engine.run;

import dev.concordat.model.run.Trouble;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// That a system ended under what was done to it, as a reason among others.
final class Death {
  private static final int MAX_CHARACTERS = 160;
  private static final Pattern TELLING =
      Pattern.compile(
          "^(?:[\\w.$]*(?:Error|Exception)\\b(?!\\.)|Exception in |Caused by:|panic:|thread '.*' panicked)");

  private Death() {}

  /// `; it ended with exit code 1 …: TypeError: fetch failed`, or nothing if the system is alive.
  static String of(String system, Optional<Trouble> trouble) {
    return trouble
        .filter(it -> it.subject().equals(system))
        .map(it -> "; it " + words(it))
        .orElse("");
  }

  /// `ended with exit code 1 …: TypeError: fetch failed`.
  static String words(Trouble trouble) {
    return trouble.message() + telling(trouble.logLines());
  }

  /// The line that says most: the first that names an error, else the last one.
  private static String telling(List<String> lines) {
    List<String> written = lines.stream().map(String::strip).filter(it -> !it.isEmpty()).toList();
    return written.stream()
        .filter(line -> TELLING.matcher(line).find())
        .findFirst()
        .or(() -> written.stream().reduce((first, second) -> second))
        .map(line -> ": " + shortened(line))
        .orElse("");
  }

  private static String shortened(String line) {
    return line.codePointCount(0, line.length()) <= MAX_CHARACTERS
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MAX_CHARACTERS)) + "…";
  }
}
