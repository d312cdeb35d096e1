package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.tree.ObjectNode;
import java.util.Optional;
import java.util.Set;

/// Reads MQTT's bindings.
final class MqttWords {
  private static final int MAX_QOS = 2;
  private static final int MAX_KEEP_ALIVE_SECONDS = 65_535;

  private MqttWords() {}

  static Binding read(BindingFields fields, Bindings.Level level) {
    return switch (level) {
      case SERVER -> server(fields);
      case CHANNEL -> fields.none("mqtt", "the MQTT binding of a channel");
      case OPERATION -> operation(fields);
      case MESSAGE -> message(fields);
    };
  }

  private static Binding server(BindingFields fields) {
    fields.expectOnly(
        "the MQTT binding of a server",
        Set.of(
            "clientId",
            "cleanSession",
            "lastWill",
            "keepAlive",
            "sessionExpiryInterval",
            "maximumPacketSize"));
    return new MqttBinding.OfServer(
        fields.text("clientId"),
        fields.flag("cleanSession"),
        fields.inside("lastWill").map(MqttWords::lastWill),
        fields.number("keepAlive", 0, MAX_KEEP_ALIVE_SECONDS),
        fields.at());
  }

  private static MqttBinding.LastWill lastWill(BindingFields fields) {
    fields.expectOnly("a last will", Set.of("topic", "qos", "message", "retain"));
    var will =
        new MqttBinding.LastWill(
            fields.text("topic"),
            fields.number("qos", 0, MAX_QOS),
            fields.text("message"),
            fields.flag("retain"));
    fields.finish();
    return will;
  }

  private static Binding operation(BindingFields fields) {
    fields.expectOnly(
        "the MQTT binding of an operation", Set.of("qos", "retain", "messageExpiryInterval"));
    return new MqttBinding.OfOperation(
        fields.number("qos", 0, MAX_QOS),
        fields.flag("retain"),
        fields.number("messageExpiryInterval", 0, Integer.MAX_VALUE),
        fields.at());
  }

  private static Binding message(BindingFields fields) {
    fields.expectOnly(
        "the MQTT binding of a message",
        Set.of("payloadFormatIndicator", "correlationData", "contentType", "responseTopic"));
    boolean isSchema = fields.node("responseTopic").orElse(null) instanceof ObjectNode;
    return new MqttBinding.OfMessage(
        fields.number("payloadFormatIndicator", 0, 1),
        fields.schema("correlationData"),
        fields.text("contentType"),
        isSchema ? fields.schema("responseTopic") : Optional.empty(),
        isSchema ? Optional.empty() : fields.text("responseTopic"),
        fields.at());
  }
}
