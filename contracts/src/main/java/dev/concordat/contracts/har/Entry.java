package dev.concordat.contracts.har;

import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.place.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One entry of an archive as read.
///
/// @param url as it stands in the archive
/// @param response absent where the request failed
/// @param failure why it did
/// @param own what our writer adds to its own archives
record Entry(
    HarUrl url,
    Instant at,
    Duration duration,
    HttpRequestMessage request,
    Optional<HttpResponseMessage> response,
    Optional<String> failure,
    OwnFields own,
    String comment,
    Place place,
    Place requestPlace,
    Place responsePlace) {}
