package dev.concordat.environment.data;

import dev.concordat.environment.setup.PartSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A database to make.
///
/// @param part its name in the environment
/// @param database its name as systems know it, also the name of the role that owns everything
/// @param files migrations, then seeds
record DatabaseSpec(String part, String database, List<Path> files) {
  static DatabaseSpec of(PartSpec part) {
    String database = part.database().isBlank() ? part.name() : part.database();
    return new DatabaseSpec(
        part.name(),
        database,
        Stream.concat(part.migrations().stream(), part.seeds().stream()).toList());
  }

  String role() {
    return database;
  }

  /// Unique among all parts of a server, which may share a database name.
  String template() {
    return "template_" + part;
  }

  String clone(int number) {
    return part + "_" + number;
  }
}
