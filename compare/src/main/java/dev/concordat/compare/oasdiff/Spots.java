package dev.concordat.compare.oasdiff;

import dev.concordat.compare.openapi.Endpoint;
import dev.concordat.compare.openapi.Spot;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.RequestBody;
import dev.concordat.contracts.http.ResponseSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The parts of messages that both contracts have under one name.
final class Spots {
  private final List<Spot> all = new ArrayList<>();

  private Spots() {}

  static List<Spot> of(Endpoint endpoint) {
    var spots = new Spots();
    if (endpoint.before().isPresent() && endpoint.after().isPresent()) {
      spots.add(endpoint.before().get(), endpoint.after().get());
    }
    return spots.all;
  }

  private void add(HttpOperation before, HttpOperation after) {
    for (Parameter old : before.parameters()) {
      named(old, after.parameters()).ifPresent(now -> all.add(new Spot.OfParameter(old, now)));
    }
    List<MediaTypeSpec> taken = after.body().map(RequestBody::content).orElse(List.of());
    for (MediaTypeSpec old : before.body().map(RequestBody::content).orElse(List.of())) {
      same(old, taken).ifPresent(now -> all.add(new Spot.OfRequestBody(old, now)));
    }
    for (ResponseSpec old : before.responses()) {
      after.responses().stream()
          .filter(now -> now.status().equals(old.status()))
          .findFirst()
          .ifPresent(now -> add(old, now));
    }
  }

  private void add(ResponseSpec before, ResponseSpec after) {
    for (Parameter old : before.headers()) {
      named(old, after.headers())
          .ifPresent(now -> all.add(new Spot.OfResponseHeader(before, after, old, now)));
    }
    for (MediaTypeSpec old : before.content()) {
      same(old, after.content())
          .ifPresent(now -> all.add(new Spot.OfResponseBody(before, after, old, now)));
    }
  }

  private static Optional<MediaTypeSpec> same(MediaTypeSpec old, List<MediaTypeSpec> all) {
    return all.stream().filter(now -> now.mediaType().equals(old.mediaType())).findFirst();
  }

  private static Optional<Parameter> named(Parameter old, List<Parameter> all) {
    boolean isHeader = old.in() == ParameterLocation.HEADER;
    return all.stream()
        .filter(now -> now.in() == old.in())
        .filter(
            now ->
                isHeader ? now.name().equalsIgnoreCase(old.name()) : now.name().equals(old.name()))
        .findFirst();
  }
}
