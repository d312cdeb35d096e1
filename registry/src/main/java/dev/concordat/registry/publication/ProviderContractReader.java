package dev.concordat.registry.publication;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.registry.contract.Publication;
import dev.concordat.registry.publication.AnnouncementReader.Unclear;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads what PactFlow's clients send of a provider's contract. The first thing that is wrong ends it.
final class ProviderContractReader {
  private static final int MAX_TAGS = 1_000;

  private ProviderContractReader() {}

  /// The body of `POST /provider-contracts/provider/P/publish`.
  static Announcement published(String provider, Bytes body) throws Unclear {
    JsonObject json = object(body);
    if (!(json.member("contract").orElse(JsonArray.of()) instanceof JsonObject contract)) {
      throw new Unclear("contract is missing");
    }
    return announcement(
        AnnouncementReader.checked(
            AnnouncementReader.text(json, "pacticipantVersionNumber")
                .orElseThrow(() -> new Unclear("pacticipantVersionNumber is missing")),
            "pacticipantVersionNumber"),
        provider,
        json,
        contract,
        AnnouncementReader.text(contract, "specification"),
        contract.member("selfVerificationResults"));
  }

  /// The body of `PUT /contracts/provider/P/version/V`, which says the contract and nothing of the version.
  static Announcement put(String provider, String version, Bytes body) throws Unclear {
    JsonObject json = object(body);
    return announcement(
        AnnouncementReader.checked(version, "version"),
        provider,
        JsonObject.EMPTY,
        json,
        AnnouncementReader.text(json, "contractType"),
        json.member("verificationResults"));
  }

  private static JsonObject object(Bytes body) throws Unclear {
    if (JsonParser.parse(body.toArray()).value().orElse(JsonArray.of())
        instanceof JsonObject json) {
      return json;
    }
    throw new Unclear("The body must be a JSON object");
  }

  private static Announcement announcement(
      String version,
      String provider,
      JsonObject json,
      JsonObject contract,
      Optional<String> specification,
      Optional<JsonValue> verified)
      throws Unclear {
    String mediaType =
        AnnouncementReader.text(contract, "contentType").orElse("application/octet-stream");
    List<Announcement.Proof> proofs = new ArrayList<>();
    if (verified.orElse(JsonArray.of()) instanceof JsonObject results
        && results.member("success").orElse(JsonArray.of()) instanceof JsonBoolean success) {
      proofs.add(
          new Announcement.Proof(
              Announcement.SELF_VERIFICATION,
              success.equals(JsonBoolean.of(true)),
              JsonText.compact(results)));
    }
    return new Announcement(
        new Publication(
            AnnouncementReader.checked(provider, "provider"),
            version,
            AnnouncementReader.text(json, "branch"),
            tags(json),
            AnnouncementReader.text(json, "buildUrl"),
            List.of()),
        Optional.empty(),
        List.of(
            new Announcement.Named(
                fileName(specification.orElse("oas"), mediaType),
                mediaType,
                AnnouncementReader.bytes(contract, "contract"))),
        proofs);
  }

  private static List<String> tags(JsonObject json) throws Unclear {
    List<String> tags = new ArrayList<>();
    if (json.member("tags").orElse(JsonObject.EMPTY) instanceof JsonArray(var items)) {
      if (items.size() > MAX_TAGS) {
        throw new Unclear("tags has more than " + MAX_TAGS);
      }
      for (JsonValue item : items) {
        if (!(item instanceof JsonString(String tag)) || tag.isBlank()) {
          throw new Unclear("tags cannot be blank");
        }
        tags.add(AnnouncementReader.checked(tag, "tags"));
      }
    }
    return tags;
  }

  /// The name by whose ending the contract's reader is chosen.
  private static String fileName(String specification, String mediaType) {
    return switch (specification.toLowerCase(Locale.ROOT)) {
      case "protobuf", "proto" -> "contract.proto";
      case "graphql" -> "contract.graphql";
      case "avro" -> "contract.avsc";
      default -> mediaType.contains("json") ? "contract.json" : "contract.yaml";
    };
  }
}
