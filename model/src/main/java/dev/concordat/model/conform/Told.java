package dev.concordat.model.conform;

import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.time.Duration;
import java.util.Optional;

/// One step of the story that shows a finding, secrets redacted.
///
/// @param what what the step is for: `create an order`, `read it again`
/// @param response absent when no answer came
/// @param noAnswer why not; empty when one came
/// @param took until the answer's last byte
public record Told(
    String what,
    HttpRequestMessage request,
    Optional<HttpResponseMessage> response,
    String noAnswer,
    Duration took) {}
