package dev.concordat.cli.comparison;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;

/// What a comparison takes from the process.
///
/// @param workingFolder where relative paths start
/// @param in standard input
/// @param today the day on which entries of the list of accepted differences end
record Surroundings(Path workingFolder, InputStream in, LocalDate today) {}
