package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.meaning.Term;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonValue;

/// What a document says in the words of one protocol. Protocols that are not known keep their words as they are.
public sealed interface Binding
    permits KafkaBinding, AmqpBinding, MqttBinding, WebSocketBinding, Binding.Other {
  /// The protocol, as the document spells it: `kafka`.
  String protocol();

  /// Where it stands.
  Sentence at();

  /// What its words mean, wherever they stand.
  default Term meaning() {
    return BindingMeaning.of(this);
  }

  /// Of a protocol whose words are not known here.
  record Other(String protocol, JsonValue value, Sentence at) implements Binding {}
}
