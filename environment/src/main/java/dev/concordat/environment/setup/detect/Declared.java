package dev.concordat.environment.setup.detect;

import dev.concordat.model.place.Place;
import java.nio.file.Path;
import java.util.Optional;

/// A system that somebody declared; detection fills in what they did not say.
///
/// @param folder if they said it
/// @param hasCommand whether they said how it starts
public record Declared(String name, Optional<Path> folder, boolean hasCommand, Place place) {}
