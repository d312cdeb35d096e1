package dev.concordat.registry.publication;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.contract.PactContent;
import dev.concordat.registry.contract.Publication;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Reads what a version says. The first thing that is wrong ends it.
final class AnnouncementReader {
  private static final int MAX_NAME = 255;
  private static final int MAX_CONTRACTS = 1_000;

  private AnnouncementReader() {}

  /// It cannot be read; the message is for the client.
  static final class Unclear extends Exception {
    private static final long serialVersionUID = 1L;

    Unclear(String message) {
      super(message);
    }
  }

  static Announcement read(Bytes body) throws Unclear {
    if (!(JsonParser.parse(body.toArray()).value().orElse(JsonArray.of())
        instanceof JsonObject json)) {
      throw new Unclear("The body must be a JSON object");
    }
    List<Publication.Said> pacts = new ArrayList<>();
    for (JsonObject pact : objects(json, "pacts")) {
      Bytes bytes = bytes(pact, "pacts");
      PactContent content =
          PactContent.read(bytes).orElseThrow(() -> new Unclear("pacts: a pact is no JSON object"));
      String provider =
          text(pact, "provider")
              .or(() -> content.name("provider"))
              .orElseThrow(() -> new Unclear("pacts: a pact names no provider"));
      pacts.add(new Publication.Said(provider, content, Publication.Conflict.REFUSE));
    }
    List<Announcement.Named> provides = new ArrayList<>();
    for (JsonObject contract : objects(json, "provides")) {
      provides.add(
          new Announcement.Named(
              text(contract, "name").orElseThrow(() -> new Unclear("provides: a name is missing")),
              text(contract, "mediaType").orElse("application/octet-stream"),
              bytes(contract, "provides")));
    }
    List<Announcement.Proof> proofs = new ArrayList<>();
    for (JsonObject proof : objects(json, "proofs")) {
      proofs.add(proof(proof));
    }
    return new Announcement(
        new Publication(
            name(json, "system"),
            name(json, "version"),
            text(json, "branch"),
            List.of(),
            text(json, "buildUrl"),
            pacts),
        text(json, "owner"),
        provides,
        proofs);
  }

  private static Announcement.Proof proof(JsonObject json) throws Unclear {
    String kind =
        text(json, "kind")
            .filter(it -> ProofKinds.ALL.contains(it) || it.equals(Announcement.SELF_VERIFICATION))
            .orElse("");
    if (kind.isEmpty() || !(json.member("success").orElse(json) instanceof JsonBoolean success)) {
      throw new Unclear(
          "proofs: each has a kind (" + String.join(", ", ProofKinds.ALL) + ") and success");
    }
    return new Announcement.Proof(
        kind,
        success.equals(JsonBoolean.of(true)),
        JsonText.compact(json.member("report").orElse(JsonObject.EMPTY)));
  }

  private static String name(JsonObject json, String member) throws Unclear {
    return checked(
        text(json, member).orElseThrow(() -> new Unclear(member + " is missing")), member);
  }

  /// A name that is short enough and a line of text.
  static String checked(String name, String member) throws Unclear {
    if (name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
      throw new Unclear(
          member + " is longer than " + MAX_NAME + " characters, or has a control character");
    }
    return name;
  }

  static Bytes bytes(JsonObject json, String where) throws Unclear {
    String encoded =
        text(json, "content").orElseThrow(() -> new Unclear(where + ": a content is missing"));
    try {
      return Bytes.of(Base64.getDecoder().decode(encoded));
    } catch (IllegalArgumentException _) {
      throw new Unclear(where + ": a content is not base64");
    }
  }

  private static List<JsonObject> objects(JsonObject json, String member) throws Unclear {
    Optional<JsonValue> value = json.member(member);
    if (value.isEmpty()) {
      return List.of();
    }
    if (!(value.get() instanceof JsonArray(var items)) || items.size() > MAX_CONTRACTS) {
      throw new Unclear(member + " must be a list of at most " + MAX_CONTRACTS);
    }
    List<JsonObject> objects = new ArrayList<>();
    for (JsonValue item : items) {
      if (!(item instanceof JsonObject object)) {
        throw new Unclear(member + " must be a list of objects");
      }
      objects.add(object);
    }
    return objects;
  }

  static Optional<String> text(JsonObject json, String member) {
    return json.member(member)
        .flatMap(
            value ->
                value instanceof JsonString(String text) && !text.isBlank()
                    ? Optional.of(text)
                    : Optional.empty());
  }
}
