package dev.concordat.cli.provider;

import dev.concordat.conform.talk.Identity;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.util.Optional;

/// One step of a kept story, without secrets.
///
/// @param identity as whom it was sent
/// @param response absent when no answer came
record StoredStep(
    String what,
    Identity identity,
    HttpRequestMessage request,
    Optional<HttpResponseMessage> response) {}
