package dev.concordat.conform;

import dev.concordat.conform.learned.Learned;
import dev.concordat.conform.run.Limits;
import dev.concordat.conform.talk.Credentials;
import dev.concordat.model.json.JsonValue;
import dev.concordat.wire.caller.Endpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a run against a provider is asked to do.
///
/// @param provider where it listens
/// @param basePath what stands before the contract's paths, instead of what the contract's own servers say
/// @param seed every random choice comes from it
/// @param credentials as whom requests are sent
/// @param values known values, the most trusted first, by the name of a parameter or field: `petId`, or by operation and
///     name: `getPet.petId`
/// @param skipped operations that are left alone, with the reason, by their id
/// @param known what earlier runs learned
public record ConformOptions(
    Endpoint provider,
    Optional<String> basePath,
    long seed,
    Limits limits,
    Credentials credentials,
    Map<String, List<JsonValue>> values,
    Map<String, String> skipped,
    Learned known) {
  public ConformOptions {
    values = Map.copyOf(new LinkedHashMap<>(values));
    skipped = Map.copyOf(skipped);
  }

  /// A run of a minute, as nobody, with nothing known.
  public static ConformOptions of(Endpoint provider, long seed) {
    return new ConformOptions(
        provider,
        Optional.empty(),
        seed,
        Limits.USUAL,
        Credentials.NONE,
        Map.of(),
        Map.of(),
        Learned.NOTHING);
  }

  public ConformOptions with(Limits other) {
    return new ConformOptions(provider, basePath, seed, other, credentials, values, skipped, known);
  }

  public ConformOptions with(Credentials other) {
    return new ConformOptions(provider, basePath, seed, limits, other, values, skipped, known);
  }

  /// The same with what earlier runs learned.
  public ConformOptions with(Learned other) {
    return new ConformOptions(
        provider, basePath, seed, limits, credentials, values, skipped, other);
  }
}
