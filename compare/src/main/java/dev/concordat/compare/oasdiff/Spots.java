package dev.concordat.compare.oasdiff;

import dev.concordat.compare.openapi.Endpoint;
import dev.concordat.compare.openapi.Spot;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.ResponseSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The parts of messages that both contracts have under one name, and whose schemas are not written alike. Nearly all are,
/// and nothing is made for those.
final class Spots {
  private final SpotNames schemas;
  private final List<Spot> all = new ArrayList<>();

  private Spots(SpotNames schemas) {
    this.schemas = schemas;
  }

  static List<Spot> writtenOtherwise(Endpoint endpoint, SpotNames schemas) {
    if (!endpoint.isShared()) {
      return List.of();
    }
    var spots = new Spots(schemas);
    spots.add(endpoint.before().orElseThrow(), endpoint.after().orElseThrow());
    return spots.all;
  }

  private void add(HttpOperation before, HttpOperation after) {
    for (Parameter old : before.parameters()) {
      Parameter now = parameter(after.parameters(), old);
      if (now != null && schemas.areWrittenOtherwise(old.schema(), now.schema())) {
        all.add(new Spot.OfParameter(old, now));
      }
    }
    if (before.body().isPresent() && after.body().isPresent()) {
      List<MediaTypeSpec> taken = after.body().get().content();
      for (MediaTypeSpec old : before.body().get().content()) {
        MediaTypeSpec now = mediaType(taken, old);
        if (now != null && schemas.areWrittenOtherwise(old.schema(), now.schema())) {
          all.add(new Spot.OfRequestBody(old, now));
        }
      }
    }
    for (ResponseSpec old : before.responses()) {
      ResponseSpec now = response(after.responses(), old);
      if (now != null) {
        add(old, now);
      }
    }
  }

  private void add(ResponseSpec before, ResponseSpec after) {
    for (Parameter old : before.headers()) {
      Parameter now = parameter(after.headers(), old);
      if (now != null && schemas.areWrittenOtherwise(old.schema(), now.schema())) {
        all.add(new Spot.OfResponseHeader(before, after, old, now));
      }
    }
    for (MediaTypeSpec old : before.content()) {
      MediaTypeSpec now = mediaType(after.content(), old);
      if (now != null && schemas.areWrittenOtherwise(old.schema(), now.schema())) {
        all.add(new Spot.OfResponseBody(before, after, old, now));
      }
    }
  }

  private static @Nullable Parameter parameter(List<Parameter> all, Parameter old) {
    for (Parameter now : all) {
      boolean isIt =
          now.in() == old.in()
              && (old.in() == ParameterLocation.HEADER
                  ? now.name().equalsIgnoreCase(old.name())
                  : now.name().equals(old.name()));
      if (isIt) {
        return now;
      }
    }
    return null;
  }

  private static @Nullable MediaTypeSpec mediaType(List<MediaTypeSpec> all, MediaTypeSpec old) {
    for (MediaTypeSpec now : all) {
      if (now.mediaType().equals(old.mediaType())) {
        return now;
      }
    }
    return null;
  }

  private static @Nullable ResponseSpec response(List<ResponseSpec> all, ResponseSpec old) {
    for (ResponseSpec now : all) {
      if (now.status().equals(old.status())) {
        return now;
      }
    }
    return null;
  }
}
