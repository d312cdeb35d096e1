package dev.concordat.environment.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// How much memory a process and all that it started have in RAM (resident set), as Linux tells it in `/proc`. What they share is
/// counted for each of them.
public final class ProcessMemory {
  private static final String RESIDENT = "VmRSS:";
  private static final long KIB = 1024;

  private ProcessMemory() {}

  /// In bytes; empty where nothing tells.
  public static OptionalLong of(long pid) {
    Stream<Long> descendants =
        ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants).map(ProcessHandle::pid);
    List<Long> known =
        Stream.concat(Stream.of(pid), descendants)
            .flatMapToLong(ProcessMemory::resident)
            .boxed()
            .toList();
    return known.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(known.stream().mapToLong(Long::longValue).sum());
  }

  private static LongStream resident(long pid) {
    try {
      return Files.readString(
              Path.of("/proc", Long.toString(pid), "status"), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith(RESIDENT))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIB);
    } catch (IOException gone) {
      return LongStream.empty();
    }
  }
}
