package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.meaning.Parts;
import dev.concordat.contracts.meaning.Term;
import dev.concordat.contracts.meaning.TermMembers;
import dev.concordat.contracts.schema.SchemaMeaning;
import java.util.List;
import java.util.Map;

/// What channels and operations on messages mean. Keys of channels and messages are names for references, and say nothing.
final class AsyncApiMeaning {
  private AsyncApiMeaning() {}

  /// Channels that no operation uses may still be published to.
  static Term own(AsyncApiContract contract) {
    return TermMembers.of("messages")
        .bag("channels", contract.channels().stream().map(AsyncApiMeaning::channel).toList())
        .term();
  }

  static Map<String, Term> parts(AsyncApiContract contract) {
    var parts = new Parts();
    for (ChannelOperation operation : contract.operations()) {
      parts.add(
          operation.id(),
          TermMembers.of("operation")
              .text("id", operation.id())
              .text("action", operation.action().name())
              .maybe("address", operation.channel().address().map(a -> Term.text(a.text())))
              .bag("messages", messages(operation.messages()))
              .term());
    }
    return parts.all();
  }

  private static Term channel(Channel channel) {
    return TermMembers.of("channel")
        .maybe("address", channel.address().map(address -> Term.text(address.text())))
        .bag("messages", messages(channel.messages()))
        .term();
  }

  private static List<Term> messages(List<MessageSpec> messages) {
    return messages.stream().map(AsyncApiMeaning::message).toList();
  }

  private static Term message(MessageSpec message) {
    return TermMembers.of("message")
        .text("contentType", message.contentType().essence())
        .maybe("payload", message.payload().map(SchemaMeaning::of))
        .choices("headers", message.headers().stream().map(SchemaMeaning::of).toList())
        .maybe("key", message.key().map(SchemaMeaning::of))
        .term();
  }
}
