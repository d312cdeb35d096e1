package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads Kafka's bindings.
final class KafkaWords {
  private static final Set<String> TOPIC =
      Set.of(
          "cleanup.policy",
          "retention.ms",
          "retention.bytes",
          "delete.retention.ms",
          "max.message.bytes",
          "confluent.key.schema.validation",
          "confluent.key.subject.name.strategy",
          "confluent.value.schema.validation",
          "confluent.value.subject.name.strategy");
  private static final List<String> POLICIES = List.of("delete", "compact");

  private KafkaWords() {}

  static Binding read(BindingFields fields, Bindings.Level level) {
    return switch (level) {
      case SERVER -> server(fields);
      case CHANNEL -> channel(fields);
      case OPERATION -> operation(fields);
      case MESSAGE -> message(fields);
    };
  }

  private static Binding server(BindingFields fields) {
    fields.expectOnly(
        "the Kafka binding of a server", Set.of("schemaRegistryUrl", "schemaRegistryVendor"));
    fields.needs("schemaRegistryVendor", "schemaRegistryUrl");
    return new KafkaBinding.OfServer(
        fields.text("schemaRegistryUrl"), fields.text("schemaRegistryVendor"), fields.at());
  }

  private static Binding channel(BindingFields fields) {
    fields.expectOnly(
        "the Kafka binding of a channel",
        Set.of("topic", "partitions", "replicas", "topicConfiguration"));
    return new KafkaBinding.OfChannel(
        fields.text("topic"),
        fields.number("partitions", 1, Integer.MAX_VALUE),
        fields.number("replicas", 1, Integer.MAX_VALUE),
        configuration(fields),
        fields.at());
  }

  private static Map<String, JsonValue> configuration(BindingFields fields) {
    Optional<BindingFields> inside = fields.inside("topicConfiguration");
    inside.ifPresent(
        topic -> {
          topic.expectOnly("the configuration of a topic", TOPIC);
          topic.node("cleanup.policy").ifPresent(node -> checkPolicies(topic, node));
          topic.finish();
        });
    var configuration = new LinkedHashMap<String, JsonValue>();
    if (fields.node("topicConfiguration").orElse(null) instanceof ObjectNode object) {
      object.members().forEach(member -> configuration.put(member.name(), member.value().toJson()));
    }
    return configuration;
  }

  private static void checkPolicies(BindingFields topic, Node node) {
    boolean areKnown =
        node instanceof ArrayNode
            && topic.texts("cleanup.policy").stream().allMatch(POLICIES::contains);
    if (!areKnown) {
      topic.bad("cleanup.policy", node.toString(), "a list of delete and compact");
    }
  }

  private static Binding operation(BindingFields fields) {
    fields.expectOnly("the Kafka binding of an operation", Set.of("groupId", "clientId"));
    return new KafkaBinding.OfOperation(
        fields.schema("groupId"), fields.schema("clientId"), fields.at());
  }

  private static Binding message(BindingFields fields) {
    fields.expectOnly(
        "the Kafka binding of a message",
        Set.of("key", "schemaIdLocation", "schemaIdPayloadEncoding", "schemaLookupStrategy"));
    return new KafkaBinding.OfMessage(
        fields.content("key"),
        fields.word("schemaIdLocation", List.of("header", "payload")),
        fields.text("schemaIdPayloadEncoding"),
        fields.text("schemaLookupStrategy"),
        fields.at());
  }
}
