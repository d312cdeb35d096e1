package dev.concordat.compare.openapi;

import dev.concordat.compare.openapi.HttpChange.RequestBodyAdded;
import dev.concordat.compare.openapi.HttpChange.RequestBodyRemoved;
import dev.concordat.compare.openapi.HttpChange.RequestBodyRequirednessChanged;
import dev.concordat.compare.openapi.HttpChange.RequestMediaTypeAdded;
import dev.concordat.compare.openapi.HttpChange.RequestMediaTypeRemoved;
import dev.concordat.compare.openapi.RequestPlan.Body;
import dev.concordat.compare.schema.Way;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.RequestBody;
import dev.concordat.contracts.tree.Located;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.finding.AgreeRules;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Compares the request bodies of an endpoint that both contracts have.
final class RequestComparison {
  private final Comparison comparison;
  private final Endpoint endpoint;
  private final Way way;

  RequestComparison(Comparison comparison, Endpoint endpoint) {
    this.comparison = comparison;
    this.endpoint = endpoint;
    this.way = endpoint.request();
  }

  void compare() {
    Optional<RequestBody> before = endpoint.before().flatMap(HttpOperation::body);
    Optional<RequestBody> after = endpoint.after().flatMap(HttpOperation::body);
    if (before.isPresent() && after.isPresent()) {
      comparison.position(() -> requiredness(before.get(), after.get()));
      mediaTypes(before.get(), after.get());
    } else if (before.isPresent() || after.isPresent()) {
      comparison.position(() -> oneSided(before, after, way.receiver(before, after).isPresent()));
    }
  }

  private void oneSided(
      Optional<RequestBody> before, Optional<RequestBody> after, boolean isReceivers) {
    RequestBody body = before.or(() -> after).orElseThrow();
    Impact impact = !isReceivers ? Impact.UNKNOWN : body.required() ? Impact.BREAKS : Impact.SAFE;
    HttpChange change =
        after.isPresent()
            ? new RequestBodyAdded(endpoint, body)
            : new RequestBodyRemoved(endpoint, body);
    String noun = body.required() ? "a required request body" : "an optional request body";
    String message = comparison.roles().has(noun, after.isPresent());
    Supplier<Evidence> evidence =
        switch (impact) {
          case BREAKS -> () -> show(new Body.None());
          case UNKNOWN ->
              () ->
                  new Evidence.Undecided(
                      comparison.roles().receiver(way)
                          + " says nothing of a body; whether one is refused or passed over is open"
                          + " (RFC 9110, 9.3)",
                      List.of());
          default -> Comparison::proved;
        };
    add(
        change,
        "",
        impact,
        message,
        before.map(RequestBody::written),
        after.map(RequestBody::written),
        evidence);
  }

  private void requiredness(RequestBody before, RequestBody after) {
    if (before.required() == after.required()) {
      return;
    }
    boolean isRefused = way.receiver(before, after).required();
    add(
        new RequestBodyRequirednessChanged(endpoint, before, after),
        "",
        isRefused ? Impact.BREAKS : Impact.SAFE,
        comparison.roles().is("the request body", "required", after.required()),
        Optional.of(before.written()),
        Optional.of(after.written()),
        isRefused ? () -> show(new Body.None()) : Comparison::proved);
  }

  private void mediaTypes(RequestBody before, RequestBody after) {
    List<MediaTypeSpec> sent = way.sender(before, after).content();
    List<MediaTypeSpec> taken = way.receiver(before, after).content();
    if (sent.isEmpty() || taken.isEmpty()) {
      // Nothing is declared, so nothing is sent; or nothing is said, so nothing is refused.
      return;
    }
    Set<Located> met = new HashSet<>();
    for (MediaPairs.Pair pair : MediaPairs.of(sent, taken)) {
      comparison.position(() -> mediaType(pair, before, after));
      pair.receiver().map(MediaTypeSpec::written).ifPresent(met::add);
    }
    for (MediaTypeSpec type : taken) {
      if (!met.contains(type.written())) {
        comparison.position(() -> unmet(type, before, after));
      }
    }
  }

  /// A media type that only the receiver has.
  private void unmet(MediaTypeSpec type, RequestBody before, RequestBody after) {
    boolean isAdded = way.isSentByBefore();
    String name = type.mediaType().toString();
    add(
        isAdded
            ? new RequestMediaTypeAdded(endpoint, type)
            : new RequestMediaTypeRemoved(endpoint, type, Optional.empty()),
        name,
        Impact.SAFE,
        comparison.roles().has("the media type " + name, isAdded),
        isAdded ? Optional.of(before.written()) : Optional.of(type.written()),
        isAdded ? Optional.of(type.written()) : Optional.of(after.written()),
        Comparison::proved);
  }

  private void mediaType(MediaPairs.Pair pair, RequestBody before, RequestBody after) {
    MediaTypeSpec own = pair.sender();
    if (pair.receiver().isEmpty()) {
      boolean isRemoved = way.isSentByBefore();
      add(
          isRemoved
              ? new RequestMediaTypeRemoved(endpoint, own, Optional.empty())
              : new RequestMediaTypeAdded(endpoint, own),
          own.mediaType().toString(),
          Impact.BREAKS,
          comparison.roles().has("the media type " + pair.concrete(), !isRemoved),
          isRemoved ? Optional.of(own.written()) : Optional.of(before.written()),
          isRemoved ? Optional.of(after.written()) : Optional.of(own.written()),
          () -> show(new Body.OfType(own, pair.concrete())));
      return;
    }
    MediaTypeSpec other = pair.receiver().get();
    if (way.isSentByBefore() && isRenamed(own, other)) {
      add(
          new RequestMediaTypeRemoved(endpoint, own, Optional.of(other)),
          own.mediaType().toString(),
          Impact.SAFE,
          "bodies of " + own.mediaType() + " are taken as " + other.mediaType(),
          Optional.of(own.written()),
          Optional.of(other.written()),
          Comparison::proved);
    }
    values(own, other, pair.concrete());
  }

  private static boolean isRenamed(MediaTypeSpec own, MediaTypeSpec other) {
    return !own.mediaType().essence().equals(other.mediaType().essence())
        && !own.mediaType().isRange();
  }

  private void values(MediaTypeSpec sender, MediaTypeSpec receiver, MediaType concrete) {
    MediaTypeSpec old = way.isSentByBefore() ? sender : receiver;
    MediaTypeSpec now = way.isSentByBefore() ? receiver : sender;
    if (comparison.schemas().areAlike(old.schema(), now.schema())
        && EncodingComparison.isUnsaid(old, now)) {
      return;
    }
    var spot = new Spot.OfRequestBody(old, now);
    String name = old.mediaType().toString();
    SchemaSpots.Showing showing =
        (value, pointer, voters) ->
            comparison
                .witnesses()
                .request(
                    endpoint,
                    RequestPlan.with(new Body.Holding(MediaPairs.as(sender, concrete), value)),
                    new Told(RequestComparison::isOfBody, pointer),
                    voters);
    new SchemaSpots(
            comparison,
            endpoint,
            spot,
            Part.REQUEST_BODY,
            name,
            AgreeRules.BODY_REFUSED,
            way,
            BodyText.writable(concrete),
            MadeSchemas.ANYTHING,
            showing)
        .compare(old.schema(), now.schema(), old.written(), now.written());
    new EncodingComparison(comparison, endpoint, spot, Part.REQUEST_BODY, name, way, showing)
        .compare(old, now);
  }

  private Evidence show(Body body) {
    return comparison
        .witnesses()
        .request(endpoint, RequestPlan.with(body), Told.of(RequestComparison::isOfBody), List.of())
        .evidence();
  }

  private void add(
      HttpChange change,
      String detail,
      Impact impact,
      String message,
      Optional<Located> before,
      Optional<Located> after,
      Supplier<Evidence> evidence) {
    comparison.add(
        change,
        Part.REQUEST_BODY,
        detail,
        "",
        AgreeRules.BODY_REFUSED,
        impact,
        message,
        before,
        after,
        evidence);
  }

  private static boolean isOfBody(Breach breach) {
    return breach.kind() == Breach.Kind.BAD_REQUEST_BODY;
  }
}
