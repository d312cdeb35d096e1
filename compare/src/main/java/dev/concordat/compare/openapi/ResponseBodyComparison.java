package dev.concordat.compare.openapi;

import dev.concordat.compare.openapi.HttpChange.ResponseMediaTypeAdded;
import dev.concordat.compare.openapi.HttpChange.ResponseMediaTypeRemoved;
import dev.concordat.compare.openapi.ResponsePlan.Body;
import dev.concordat.compare.schema.Way;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.tree.Located;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.finding.AgreeRules;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Compares the bodies of one response, media type by media type. Clients choose among media types (RFC 9110, section
/// 12.5.1), so one that came is harmless while those they know are left, and one that went is missed by whoever asks for it.
final class ResponseBodyComparison {
  private final Comparison comparison;
  private final Endpoint endpoint;
  private final Way way;
  private final ResponseSpec sender;
  private final ResponseSpec receiver;
  private final int code;

  ResponseBodyComparison(
      Comparison comparison,
      Endpoint endpoint,
      ResponseSpec sender,
      ResponseSpec receiver,
      int code) {
    this.comparison = comparison;
    this.endpoint = endpoint;
    this.way = endpoint.response();
    this.sender = sender;
    this.receiver = receiver;
    this.code = code;
  }

  void compare() {
    if (receiver.content().isEmpty()) {
      // Nothing is said of a body, so nothing is refused.
      sender
          .content()
          .forEach(type -> comparison.position(() -> added(type, type.mediaType(), Impact.SAFE)));
      return;
    }
    if (sender.content().isEmpty()) {
      comparison.position(this::bodyGone);
      return;
    }
    List<MediaPairs.Pair> pairs = MediaPairs.of(sender.content(), receiver.content());
    boolean isAnyLeft = false;
    for (MediaPairs.Pair pair : pairs) {
      isAnyLeft |= pair.receiver().isPresent();
      comparison.position(
          () -> {
            if (pair.receiver().isPresent()) {
              values(pair, pair.receiver().get());
            } else {
              added(pair.sender(), pair.concrete(), Impact.RISKY);
            }
          });
    }
    for (MediaTypeSpec type : receiver.content()) {
      if (!isOffered(type)) {
        boolean isOther = isAnyLeft;
        comparison.position(() -> removed(type, isOther));
      }
    }
  }

  private boolean isOffered(MediaTypeSpec type) {
    for (MediaTypeSpec offered : sender.content()) {
      if (offered.mediaType().includes(type.mediaType())
          || type.mediaType().includes(offered.mediaType())) {
        return true;
      }
    }
    return false;
  }

  private void added(MediaTypeSpec type, MediaType concrete, Impact impact) {
    boolean isAdded = !way.isSentByBefore();
    String name = type.mediaType().toString();
    add(
        isAdded
            ? new ResponseMediaTypeAdded(endpoint, sender, type)
            : new ResponseMediaTypeRemoved(endpoint, sender, type, Optional.empty()),
        receiver.status() + " " + name,
        impact,
        comparison.roles().has("the media type " + name, isAdded),
        isAdded ? receiver.written() : type.written(),
        isAdded ? type.written() : receiver.written(),
        impact == Impact.RISKY ? () -> show(new Body.OfType(type, concrete)) : Comparison::proved);
  }

  /// The sender speaks of no body where the receiver expects one.
  private void bodyGone() {
    MediaTypeSpec first = receiver.content().getFirst();
    boolean isRemoved = !way.isSentByBefore();
    add(
        isRemoved
            ? new ResponseMediaTypeRemoved(endpoint, receiver, first, Optional.empty())
            : new ResponseMediaTypeAdded(endpoint, receiver, first),
        receiver.status() + " " + first.mediaType(),
        Impact.BREAKS,
        comparison.roles().has("the response's body", !isRemoved),
        isRemoved ? first.written() : sender.written(),
        isRemoved ? sender.written() : first.written(),
        () -> show(new Body.None()));
  }

  private void removed(MediaTypeSpec type, boolean isAnyLeft) {
    boolean isRemoved = !way.isSentByBefore();
    String name = type.mediaType().toString();
    add(
        isRemoved
            ? new ResponseMediaTypeRemoved(endpoint, receiver, type, Optional.empty())
            : new ResponseMediaTypeAdded(endpoint, receiver, type),
        receiver.status() + " " + name,
        isRemoved || !isAnyLeft ? Impact.BREAKS : Impact.SAFE,
        comparison.roles().has("the media type " + name, !isRemoved),
        isRemoved ? type.written() : sender.written(),
        isRemoved ? sender.written() : type.written(),
        isAnyLeft
            ? (isRemoved ? () -> notNegotiated(type) : Comparison::proved)
            : () -> show(new Body.Any()));
  }

  /// An answer in another media type than the one that was asked for.
  private Evidence notNegotiated(MediaTypeSpec type) {
    return comparison
        .witnesses()
        .negotiated(endpoint, ResponsePlan.of(sender, code), type.mediaType())
        .evidence();
  }

  private void values(MediaPairs.Pair pair, MediaTypeSpec known) {
    MediaTypeSpec old = way.isSentByBefore() ? pair.sender() : known;
    MediaTypeSpec now = way.isSentByBefore() ? known : pair.sender();
    if (comparison.schemas().areAlike(old.schema(), now.schema())
        && EncodingComparison.isUnsaid(old, now)) {
      return;
    }
    MediaType concrete = pair.concrete();
    var spot =
        new Spot.OfResponseBody(
            way.isSentByBefore() ? sender : receiver,
            way.isSentByBefore() ? receiver : sender,
            old,
            now);
    String detail = receiver.status() + " " + old.mediaType();
    SchemaSpots.Showing showing =
        (value, pointer, voters) ->
            comparison
                .witnesses()
                .response(
                    endpoint,
                    ResponsePlan.of(sender, code)
                        .withBody(new Body.Holding(MediaPairs.as(pair.sender(), concrete), value)),
                    new Told(breach -> breach.kind() != Breach.Kind.MISSING_HEADER, pointer),
                    voters);
    new SchemaSpots(
            comparison,
            endpoint,
            spot,
            Part.RESPONSE_BODY,
            detail,
            AgreeRules.RESPONSE_BODY_UNEXPECTED,
            way,
            BodyText.writable(concrete),
            MadeSchemas.ANYTHING,
            showing)
        .compare(old.schema(), now.schema(), old.written(), now.written());
    new EncodingComparison(comparison, endpoint, spot, Part.RESPONSE_BODY, detail, way, showing)
        .compare(old, now);
  }

  private Evidence show(Body body) {
    return comparison
        .witnesses()
        .response(
            endpoint,
            ResponsePlan.of(sender, code).withBody(body),
            Told.of(ResponseBodyComparison::isOfType),
            List.of())
        .evidence();
  }

  private void add(
      HttpChange change,
      String detail,
      Impact impact,
      String message,
      Located old,
      Located now,
      Supplier<Evidence> evidence) {
    comparison.add(
        change,
        Part.RESPONSE_BODY,
        detail,
        "",
        AgreeRules.RESPONSE_BODY_UNEXPECTED,
        impact,
        message,
        Optional.of(old),
        Optional.of(now),
        evidence);
  }

  private static boolean isOfType(Breach breach) {
    return breach.kind() == Breach.Kind.WRONG_MEDIA_TYPE;
  }
}
