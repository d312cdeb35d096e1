package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.reading.Shown;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Holds the parameters of an address against what the contract says of them.
final class AddressJudging {
  private AddressJudging() {}

  static List<Breach> breaches(
      Channel channel, MessageDelivery delivery, Optional<JsonValue> payload) {
    Map<String, String> values =
        channel
            .address()
            .map(address -> address.parametersIn(delivery.address()))
            .orElseGet(Map::of);
    var breaches = new ArrayList<Breach>();
    for (ChannelParameter parameter : channel.parameters()) {
      String value = values.get(parameter.name());
      if (value != null) {
        judge(channel, parameter, value, delivery, payload).ifPresent(breaches::add);
      }
    }
    return breaches;
  }

  private static Optional<Breach> judge(
      Channel channel,
      ChannelParameter parameter,
      String value,
      MessageDelivery delivery,
      Optional<JsonValue> payload) {
    if (!parameter.allows(value)) {
      String wanted =
          parameter.values().isEmpty()
              ? "a value of its schema"
              : "one of " + String.join(", ", parameter.values());
      return Optional.of(
          breach(
              channel,
              parameter,
              "the address has "
                  + Shown.text(value)
                  + " for "
                  + parameter.name()
                  + ", not "
                  + wanted,
              wanted,
              value));
    }
    return parameter
        .location()
        .flatMap(location -> location.in(delivery, payload))
        .map(carried -> carried instanceof JsonString(String text) ? text : carried.toString())
        .filter(carried -> !carried.equals(value))
        .map(
            carried ->
                breach(
                    channel,
                    parameter,
                    "the address has "
                        + Shown.text(value)
                        + " for "
                        + parameter.name()
                        + ", the message "
                        + Shown.text(carried),
                    carried,
                    value));
  }

  private static Breach breach(
      Channel channel, ChannelParameter parameter, String message, String expected, String actual) {
    return new Breach(
        Breach.Kind.VALUE_NOT_ALLOWED,
        channel.name(),
        "address:" + parameter.name(),
        parameter.at().place(),
        parameter.at().text(),
        message,
        expected,
        actual);
  }
}
