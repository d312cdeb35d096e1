package dev.concordat.environment.setup;

import dev.concordat.model.place.Place;
import java.nio.file.Path;
import java.util.List;

/// Infrastructure that systems need: always the real thing.
///
/// @param kind `postgres` or `kafka`
/// @param version as asked for, such as `16`; empty where nobody says
/// @param database the database's name; empty for parts without databases
/// @param migrations SQL files, in the order in which they are applied
/// @param seeds SQL or YAML files, applied after the migrations in this order
public record PartSpec(
    String name,
    String kind,
    String version,
    String database,
    List<Path> migrations,
    List<Path> seeds,
    Place place) {
  public PartSpec {
    migrations = List.copyOf(migrations);
    seeds = List.copyOf(seeds);
  }
}
