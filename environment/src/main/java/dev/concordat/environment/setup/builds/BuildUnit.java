package dev.concordat.environment.setup.builds;

import dev.concordat.environment.setup.Launch;
import dev.concordat.environment.setup.Sureness;
import dev.concordat.model.place.Place;
import java.nio.file.Path;
import java.util.Optional;

/// A folder with a build file whose product can be started.
///
/// @param name what the build file calls it
/// @param sureness of the launch
/// @param portVariable the environment variable from which its framework takes the port, where the framework is known
/// @param healthPath the health endpoint its framework gives it, if one is known
/// @param place the line that says how it starts
public record BuildUnit(
    Path folder,
    String name,
    Launch launch,
    Sureness sureness,
    Optional<String> portVariable,
    Optional<String> healthPath,
    Place place) {}
