package dev.concordat.environment.part;

import dev.concordat.environment.home.Home;
import dev.concordat.environment.home.RunFolder;
import dev.concordat.environment.process.Supervisor;
import java.nio.file.Path;

/// What a part needs to start.
///
/// @param java the JDK's `java`, for parts that are Java programs
public record PartContext(
    Home home, Distribution distribution, RunFolder run, Supervisor supervisor, Path java) {}
