package dev.concordat.compare.asyncapi;

import dev.concordat.contracts.asyncapi.Address;
import dev.concordat.contracts.asyncapi.Channel;
import dev.concordat.contracts.asyncapi.ChannelParameter;
import dev.concordat.contracts.inclusion.Inclusion;
import dev.concordat.contracts.inclusion.Reading;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.comparison.Witness;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.finding.AgreeMessageRules;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether every address that a sender may use is one where the receiver listens: the values of the parameters, in their
/// order in the address.
final class AddressComparison {
  private final Findings findings;
  private final Traffic traffic;

  AddressComparison(Findings findings, Traffic traffic) {
    this.findings = findings;
    this.traffic = traffic;
  }

  List<Difference> compare() {
    List<String> sent = names(traffic.senders());
    List<String> received = names(traffic.receivers());
    var found = new ArrayList<Difference>();
    for (int i = 0; i < Math.min(sent.size(), received.size()); i++) {
      parameter(sent.get(i), received.get(i)).ifPresent(found::add);
    }
    return found;
  }

  private static List<String> names(Channel channel) {
    return channel.address().map(Address::parameterNames).orElse(List.of());
  }

  private static Optional<ChannelParameter> named(Channel channel, String name) {
    return channel.parameters().stream().filter(each -> each.name().equals(name)).findFirst();
  }

  private Optional<Difference> parameter(String sentName, String receivedName) {
    Optional<ChannelParameter> sent = named(traffic.senders(), sentName);
    Optional<ChannelParameter> received = named(traffic.receivers(), receivedName);
    if (received.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> refused = refusedValue(sent, received.get());
    if (refused.isPresent()) {
      String address = address(sentName, refused.get());
      Evidence evidence =
          new Evidence.Witnessed(
              new Witness(
                  new WitnessMessage.Message(address, JsonObject.EMPTY, JsonNull.NULL),
                  findings.sender(traffic.way()),
                  findings.receiver(traffic.way()),
                  refused.get() + " is no value of " + receivedName,
                  List.of("judge of messages")));
      return Optional.of(
          difference(
              sentName,
              sent,
              received.get(),
              Impact.BREAKS,
              evidence,
              findings.sender(traffic.way())
                  + " may use the address "
                  + address
                  + ", which "
                  + findings.receiver(traffic.way())
                  + " does not have"));
    }
    return undecided(sent, received.get())
        .map(
            reason ->
                difference(
                    sentName,
                    sent,
                    received.get(),
                    Impact.UNKNOWN,
                    new Evidence.Undecided(reason, List.of()),
                    "whether every address of "
                        + findings.sender(traffic.way())
                        + " is known is open: "
                        + reason));
  }

  private Difference difference(
      String name,
      Optional<ChannelParameter> sent,
      ChannelParameter received,
      Impact impact,
      Evidence evidence,
      String message) {
    Optional<Sentence> from = sent.map(ChannelParameter::at);
    Optional<Sentence> to = Optional.of(received.at());
    return Findings.with(
        evidence,
        AgreeMessageRules.ADDRESS_REFUSED,
        impact,
        traffic.position(Position.Part.PATH_PARAMETER, name),
        message,
        traffic.way().isSentByBefore() ? from : to,
        traffic.way().isSentByBefore() ? to : from);
  }

  private String address(String name, String value) {
    String text = traffic.senders().address().map(Address::text).orElse("");
    return text.replace("{" + name + "}", value);
  }

  /// A value that the sender may use and the receiver does not have.
  private Optional<String> refusedValue(
      Optional<ChannelParameter> sent, ChannelParameter received) {
    List<String> values = sent.map(ChannelParameter::values).orElse(List.of());
    if (!values.isEmpty()) {
      return values.stream().filter(value -> !received.allows(value)).findFirst();
    }
    if (!received.values().isEmpty()) {
      return Optional.of(other(received.values()));
    }
    if (received.schema().isEmpty() || sent.isEmpty() || sent.get().schema().isEmpty()) {
      return Optional.empty();
    }
    return inclusion(sent.get().schema().get(), received.schema().get())
                instanceof Inclusion.Breaks(JsonValue value)
            && !received.allows(text(value))
        ? Optional.of(text(value))
        : Optional.empty();
  }

  private Inclusion inclusion(Schema sent, Schema received) {
    return findings.inclusions().check(sent, Reading.LITERAL, received, Direction.NONE);
  }

  /// Why it is open whether the receiver has all values; nothing where it has, or where one is known that it has not.
  private Optional<String> undecided(Optional<ChannelParameter> sent, ChannelParameter received) {
    boolean isListed = sent.filter(each -> !each.values().isEmpty()).isPresent();
    if (isListed || received.schema().isEmpty()) {
      return Optional.empty();
    }
    Optional<Schema> schema = sent.flatMap(ChannelParameter::schema);
    if (schema.isEmpty()) {
      return received.schema().get().allowsAll()
          ? Optional.empty()
          : Optional.of("only " + findings.receiver(traffic.way()) + " has a schema for it");
    }
    return switch (inclusion(schema.get(), received.schema().get())) {
      case Inclusion.Proved ignored -> Optional.empty();
      case Inclusion.Breaks(JsonValue value) ->
          Optional.of(value + " is refused as a value and taken as text");
      case Inclusion.Unknown(String reason, var ignored) -> Optional.of(reason);
    };
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString(String text) ? text : value.toString();
  }

  private static String other(List<String> values) {
    String other = "other";
    while (values.contains(other)) {
      other = other + "1";
    }
    return other;
  }
}
