package dev.concordat.compare.asyncapi;

import dev.concordat.contracts.asyncapi.MessageContent;

/// What the languages of schemas are called.
final class Languages {
  private Languages() {}

  static String of(MessageContent content) {
    return switch (content) {
      case MessageContent.OfJson ignored -> "JSON Schema";
      case MessageContent.OfAvro ignored -> "Avro";
      case MessageContent.Unjudged(String format, var a, var b) -> format;
    };
  }
}
