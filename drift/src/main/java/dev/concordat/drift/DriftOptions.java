package dev.concordat.drift;

import dev.concordat.model.drift.NoiseRule;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// How stubs are held against the truth.
///
/// @param root the workspace: places are relative to it, and tests that rely on stubs are looked for below it
/// @param today the day on which rules of noise are looked at
/// @param noise rules that are known, expired ones among them
/// @param noiseFile where they stand; empty for none
/// @param values values that exist, by parameter, for requests that are made from patterns
/// @param countsValues whether another value is a lie, and not only another form
/// @param isStrict whether a stub that could not be checked counts as a finding
public record DriftOptions(
    Path root,
    LocalDate today,
    List<NoiseRule> noise,
    String noiseFile,
    Map<String, List<String>> values,
    boolean countsValues,
    boolean isStrict) {
  public DriftOptions {
    noise = List.copyOf(noise);
    values = Map.copyOf(values);
  }

  /// Without rules of noise, values counting.
  public static DriftOptions of(Path root, LocalDate today) {
    return new DriftOptions(root, today, List.of(), "", Map.of(), true, false);
  }

  /// The same with rules of noise.
  public DriftOptions withNoise(String file, List<NoiseRule> rules) {
    return new DriftOptions(root, today, rules, file, values, countsValues, isStrict);
  }

  /// The same with only the form of answers compared.
  public DriftOptions withoutValues() {
    return new DriftOptions(root, today, noise, noiseFile, values, false, isStrict);
  }
}
