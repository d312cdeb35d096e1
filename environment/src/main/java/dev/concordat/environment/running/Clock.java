package dev.concordat.environment.running;

import dev.concordat.environment.EnvironmentFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Gives a process another time than it is: libfaketime, where it is installed, tells every clock of the day so much more or
/// less. Clocks that only measure how long something takes are left alone, and so are all other processes.
final class Clock {
  /// The variable of a system that says which time it has: `+2h`, `-1d`, `2028-02-29`, `2028-02-29T23:59:50Z`.
  static final String VARIABLE = "CONCORDAT_CLOCK";

  /// Where Linux distributions put it.
  static final List<Path> FOLDERS =
      List.of(
          Path.of("/usr/lib/x86_64-linux-gnu/faketime"),
          Path.of("/usr/lib/aarch64-linux-gnu/faketime"),
          Path.of("/usr/lib64/faketime"),
          Path.of("/usr/lib/faketime"),
          Path.of("/usr/local/lib/faketime"));

  private static final long NANOS_OF_SECOND = 1_000_000_000;
  private static final String LIBRARY = "libfaketimeMT.so.1";
  private static final String PRELOAD = "LD_PRELOAD";
  private static final Pattern SHIFT = Pattern.compile("([+-])(\\d{1,6})([smhd])");
  private static final String FIX = "Write +2h, -1d, 2028-02-29 or 2028-02-29T23:59:50Z.";

  private final List<Path> folders;

  /// @param folders where the library may be
  Clock(List<Path> folders) {
    this.folders = folders;
  }

  /// Variables of a system, with those that move its clock where they ask for it.
  Map<String, String> moved(String system, Map<String, String> variables)
      throws EnvironmentFailure {
    String written = variables.getOrDefault(VARIABLE, "").strip();
    if (written.isEmpty()) {
      return variables;
    }
    Optional<Duration> shift = shift(written, Instant.now());
    if (shift.isEmpty()) {
      throw EnvironmentFailure.of(system, "its clock cannot be set to '" + written + "'", FIX);
    }
    Path library = library(system);
    Map<String, String> moved = new LinkedHashMap<>(variables);
    moved.merge(PRELOAD, library.toString(), (others, ours) -> ours + ":" + others);
    // Up, so that no clock shows less than what it was set to.
    long seconds = shift.get().plusNanos(NANOS_OF_SECOND - 1).toSeconds();
    moved.put("FAKETIME", (seconds < 0 ? "" : "+") + seconds);
    // With the fix of 0.9.10 a JVM's waits end at once, and its threads spin, when the monotonic
    // clock is left alone.
    moved.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    moved.put("FAKETIME_FORCE_MONOTONIC_FIX", "0");
    return moved;
  }

  private static Optional<Duration> shift(String written, Instant now) {
    Matcher shift = SHIFT.matcher(written);
    if (shift.matches()) {
      long count = Long.parseLong(shift.group(1) + shift.group(2));
      return Optional.of(
          switch (shift.group(3)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
          });
    }
    try {
      Instant wanted =
          written.contains("T")
              ? Instant.parse(written)
              : LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant();
      return Optional.of(Duration.between(now, wanted));
    } catch (DateTimeParseException neither) {
      return Optional.empty();
    }
  }

  private Path library(String system) throws EnvironmentFailure {
    return folders.stream()
        .map(folder -> folder.resolve(LIBRARY))
        .filter(Files::isReadable)
        .findFirst()
        .orElseThrow(
            () ->
                EnvironmentFailure.of(
                    system,
                    "its clock is to be moved, and libfaketime is not installed",
                    "Install it (apt-get install faketime), or leave out `clock`."));
  }
}
