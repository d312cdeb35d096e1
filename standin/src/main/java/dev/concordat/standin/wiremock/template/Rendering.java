package dev.concordat.standin.wiremock.template;

import dev.concordat.contracts.http.PathTemplate;
import dev.concordat.model.json.JsonObject;
import dev.concordat.standin.wiremock.match.ReceivedRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What one response is rendered from.
///
/// @param template the path's, where the stub has one
/// @param id of the request, as the journal has it
/// @param parameters the stub's `transformerParameters`
/// @param random where random values come from: the same state gives the same values
/// @param clock what `now` is
public record Rendering(
    ReceivedRequest request,
    Optional<PathTemplate> template,
    String id,
    JsonObject parameters,
    RandomGenerator random,
    Clock clock) {}
