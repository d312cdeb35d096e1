package dev.concordat.environment.home;

import java.nio.file.Path;
import java.time.Instant;

/// A run that is going on in some Concordat process.
///
/// @param pid the process that owns it
/// @param workspace what is being tested, as the owner named it
public record RunInfo(String id, long pid, Instant since, String workspace, Path folder) {}
