package dev.concordat.environment.part;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.Cache;
import dev.concordat.environment.process.ChildProcess;
import dev.concordat.model.digest.Sha;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The broker's ahead-of-time cache (JEP 514): loaded and linked classes, made by a training run. It belongs to one JDK and
/// one class path; the JVM ignores it on any other.
record KafkaAot(Cache cache, String entry) {
  private static final String FILE = "broker.aot";
  private static final int DIGEST_LENGTH = 16;

  /// The JVM writes the cache when it ends.
  private static final Duration WRITE_LIMIT = Duration.ofMinutes(2);

  /// Starts the broker to be trained on.
  @FunctionalInterface
  interface Training {
    ChildProcess start(List<String> flags) throws EnvironmentFailure, InterruptedException;
  }

  static KafkaAot of(Cache cache, List<Path> jars) {
    var identity = new StringBuilder(System.getProperty("java.vm.version", ""));
    for (Path jar : jars) {
      identity.append('\n').append(jar).append(' ').append(modified(jar));
    }
    return new KafkaAot(cache, "kafka/aot-" + Sha.SHA_256.of(identity.toString(), DIGEST_LENGTH));
  }

  /// The flags for a broker: with the cache where it has been made. Nothing is logged about a cache that does not fit.
  List<String> use() {
    Path file = cache.entry(entry).resolve(FILE);
    return Files.exists(file)
        ? List.of("-XX:AOTCache=" + file, "-Xlog:aot*=off", "-Xlog:cds*=off")
        : List.of();
  }

  void make(Training training) throws EnvironmentFailure, InterruptedException {
    try {
      cache.get(
          entry,
          folder -> {
            var flags =
                List.of(
                    "-XX:AOTCacheOutput=" + folder.resolve(FILE),
                    "-Xlog:aot*=off",
                    "-Xlog:cds*=off");
            training.start(flags).stop(WRITE_LIMIT);
            if (!Files.exists(folder.resolve(FILE))) {
              throw new IOException("the training run wrote no cache");
            }
          });
    } catch (IOException e) {
      throw EnvironmentFailure.of(
          Kafka.KIND, "its start cache was not made: " + e.getMessage(), "");
    }
  }

  private static long modified(Path jar) {
    try {
      return Files.getLastModifiedTime(jar).toMillis();
    } catch (IOException _) {
      return 0;
    }
  }
}
