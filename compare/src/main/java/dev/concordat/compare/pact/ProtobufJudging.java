package dev.concordat.compare.pact;

import dev.concordat.contracts.pact.PactInteraction.MessageInteraction;
import dev.concordat.contracts.pattern.SafePatterns;
import dev.concordat.contracts.protobuf.PluginContent;
import dev.concordat.contracts.protobuf.PluginContent.Content;
import dev.concordat.contracts.protobuf.ProtobufCodec;
import dev.concordat.contracts.protobuf.ProtobufContract;
import dev.concordat.contracts.protobuf.ServiceSpec;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.finding.AgreeNeedRules;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.matching.JsonMatcher;
import dev.concordat.model.matching.RuleSet;
import dev.concordat.model.matching.ValueMatcher;
import dev.concordat.model.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the messages of one interaction say to the other side, byte for byte.
final class ProtobufJudging {
  private static final String CONSUMER = "the consumer";
  private static final String PROVIDER = "the provider";

  private final ProtobufContract provider;
  private final ProtobufCodec codec;
  private final JsonMatcher same =
      new JsonMatcher(RuleSet.EMPTY, true, new ValueMatcher(new SafePatterns()));

  ProtobufJudging(ProtobufContract provider) {
    this.provider = provider;
    this.codec = new ProtobufCodec(provider.types());
  }

  List<Difference> differences(PluginContent.Interaction interaction) {
    Optional<String> method = interaction.method().map(ServiceSpec.Method::fullName);
    Optional<ServiceSpec.Method> offered = method.flatMap(provider::method);
    if (method.isPresent() && offered.isEmpty()) {
      return List.of(unknown(interaction, method.get()));
    }
    List<Difference> found = new ArrayList<>();
    boolean isMessage = interaction.source() instanceof MessageInteraction;
    interaction
        .request()
        .ifPresent(
            content -> {
              String type = offered.map(ServiceSpec.Method::requestType).orElseGet(content::type);
              found.addAll(
                  isMessage
                      ? received(interaction, content, type, Part.MESSAGE)
                      : sent(interaction, content, type));
            });
    for (Content content : interaction.responses()) {
      String type = offered.map(ServiceSpec.Method::responseType).orElseGet(content::type);
      found.addAll(received(interaction, content, type, Part.RESPONSE_BODY));
    }
    return found;
  }

  private static String operation(PluginContent.Interaction interaction) {
    return interaction
        .method()
        .map(ServiceSpec.Method::fullName)
        .or(() -> interaction.request().map(content -> "type " + content.type()))
        .orElse("");
  }

  private Difference unknown(PluginContent.Interaction interaction, String method) {
    return difference(
        interaction,
        AgreeNeedRules.OPERATION_UNKNOWN,
        Impact.BREAKS,
        Part.OPERATION,
        "",
        "no method is called " + method,
        new Evidence.Stated());
  }

  /// What the provider reads in what the consumer sends.
  private List<Difference> sent(
      PluginContent.Interaction interaction, Content content, String type) {
    Optional<ProtobufCodec.Decoded> read = codec.decode(type, content.bytes());
    if (read.isEmpty()) {
      return List.of(noType(interaction, Part.REQUEST_BODY, type));
    }
    var witness = witness(content.bytes(), content.value(), read.get().value(), true);
    if (!read.get().isWhole()) {
      String message = "the provider cannot read it as " + type;
      return List.of(
          difference(
              interaction,
              AgreeRules.BODY_REFUSED,
              Impact.BREAKS,
              Part.REQUEST_BODY,
              "",
              message,
              witness));
    }
    List<Difference> found = new ArrayList<>();
    for (var unlike : same.match(content.value(), read.get().value())) {
      boolean isLost = unlike.actual().isEmpty();
      found.add(
          difference(
              interaction,
              isLost ? AgreeNeedRules.UNSPOKEN : AgreeRules.BODY_REFUSED,
              isLost ? Impact.RISKY : Impact.BREAKS,
              Part.REQUEST_BODY,
              Pointed.of(unlike.path()),
              isLost
                  ? "the provider does not know " + unlike.path() + " and passes over it"
                  : "the provider reads something else: " + unlike.message(),
              witness));
    }
    return found;
  }

  /// Whether the provider can say what the consumer needs, and what the consumer reads in it.
  private List<Difference> received(
      PluginContent.Interaction interaction, Content content, String type, Part part) {
    Optional<ProtobufCodec.Encoded> written = codec.encode(type, content.value());
    if (written.isEmpty()) {
      return List.of(noType(interaction, part, type));
    }
    return switch (written.get()) {
      case ProtobufCodec.Encoded.Refused(List<ProtobufCodec.Misfit> misfits) ->
          misfits.stream()
              .map(
                  misfit ->
                      difference(
                          interaction,
                          AgreeRules.NOTHING_IN_COMMON,
                          Impact.BREAKS,
                          part,
                          misfit.pointer(),
                          "it is needed and cannot be said in " + type + ": " + misfit.message(),
                          new Evidence.Stated()))
              .toList();
      case ProtobufCodec.Encoded.Written(Bytes bytes) -> read(interaction, content, bytes, part);
    };
  }

  private List<Difference> read(
      PluginContent.Interaction interaction, Content content, Bytes bytes, Part part) {
    JsonValue read =
        new ProtobufCodec(interaction.contract().types())
            .decode(content.type(), bytes)
            .<JsonValue>map(ProtobufCodec.Decoded::value)
            .orElse(JsonNull.NULL);
    var witness = witness(bytes, content.value(), read, false);
    return same.match(content.value(), read).stream()
        .map(
            unlike ->
                difference(
                    interaction,
                    AgreeRules.NOTHING_IN_COMMON,
                    Impact.BREAKS,
                    part,
                    Pointed.of(unlike.path()),
                    "the consumer reads something else: " + unlike.message(),
                    witness))
        .toList();
  }

  private Difference noType(PluginContent.Interaction interaction, Part part, String type) {
    return difference(
        interaction,
        AgreeNeedRules.OPERATION_UNKNOWN,
        Impact.BREAKS,
        part,
        "",
        "no message type is called " + type,
        new Evidence.Stated());
  }

  private static Evidence witness(
      Bytes bytes, JsonValue sent, JsonValue read, boolean isFromConsumer) {
    return new Evidence.Witnessed(
        new Witness(
            new WitnessMessage.Encoded(bytes, sent, read),
            isFromConsumer ? CONSUMER : PROVIDER,
            isFromConsumer ? PROVIDER : CONSUMER,
            "it reads " + read,
            List.of("protobuf-java")));
  }

  private Difference difference(
      PluginContent.Interaction interaction,
      Rule rule,
      Impact impact,
      Part part,
      String pointer,
      String message,
      Evidence evidence) {
    return new Difference(
        rule,
        impact,
        evidence,
        new Position(operation(interaction), part, ""),
        pointer,
        PactNeeds.name(interaction.source()) + ": " + message,
        Optional.of(new Sentence(interaction.source().place(), interaction.source().description())),
        Optional.of(new Sentence(Place.of(provider.file()), provider.title())),
        List.of(),
        List.of());
  }
}
