package dev.concordat.model.drift;

import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.Optional;

/// An exchange that shows a finding, secrets redacted.
///
/// @param what what it is: `the stub's answer, which the contract forbids`, `what the provider answered`
/// @param response absent where the request itself is what is wrong
public record Shown(
    String what, HttpRequestMessage request, Optional<HttpResponseMessage> response) {}
