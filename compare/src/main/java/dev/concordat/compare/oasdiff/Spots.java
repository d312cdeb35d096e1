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
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

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
      Parameter now = first(after.parameters(), old, Spots::isSame);
      if (now != null) {
        all.add(new Spot.OfParameter(old, now));
      }
    }
    List<MediaTypeSpec> taken = after.body().map(RequestBody::content).orElse(List.of());
    for (MediaTypeSpec old : before.body().map(RequestBody::content).orElse(List.of())) {
      MediaTypeSpec now = first(taken, old, Spots::isSame);
      if (now != null) {
        all.add(new Spot.OfRequestBody(old, now));
      }
    }
    for (ResponseSpec old : before.responses()) {
      ResponseSpec now = first(after.responses(), old, Spots::isSame);
      if (now != null) {
        add(old, now);
      }
    }
  }

  private void add(ResponseSpec before, ResponseSpec after) {
    for (Parameter old : before.headers()) {
      Parameter now = first(after.headers(), old, Spots::isSame);
      if (now != null) {
        all.add(new Spot.OfResponseHeader(before, after, old, now));
      }
    }
    for (MediaTypeSpec old : before.content()) {
      MediaTypeSpec now = first(after.content(), old, Spots::isSame);
      if (now != null) {
        all.add(new Spot.OfResponseBody(before, after, old, now));
      }
    }
  }

  // Asked for every part of every message.
  private static <T> @Nullable T first(List<T> all, T old, BiPredicate<T, T> isSame) {
    for (T now : all) {
      if (isSame.test(old, now)) {
        return now;
      }
    }
    return null;
  }

  private static boolean isSame(ResponseSpec old, ResponseSpec now) {
    return now.status().equals(old.status());
  }

  private static boolean isSame(MediaTypeSpec old, MediaTypeSpec now) {
    return now.mediaType().equals(old.mediaType());
  }

  private static boolean isSame(Parameter old, Parameter now) {
    return now.in() == old.in()
        && (old.in() == ParameterLocation.HEADER
            ? now.name().equalsIgnoreCase(old.name())
            : now.name().equals(old.name()));
  }
}
