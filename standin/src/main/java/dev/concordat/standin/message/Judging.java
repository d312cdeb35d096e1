package dev.concordat.standin.message;

import dev.concordat.contracts.asyncapi.MessageContent;
import dev.concordat.contracts.asyncapi.MessageJudge;
import dev.concordat.contracts.asyncapi.MessageSpec;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.model.exchange.MessageDelivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Judges what comes by what the operations of its topic take.
final class Judging {
  private Judging() {}

  /// What the contract says of a message.
  ///
  /// @param by by whom it is taken
  record Judged(
      Hearing by, Optional<MessageSpec> message, List<Breach> breaches, MessageJudge judge) {}

  /// Of several operations on a topic the one counts to which the message belongs.
  static Judged of(List<Hearing> hearings, MessageDelivery delivery) {
    List<MessageSpec> all = new ArrayList<>();
    hearings.forEach(hearing -> all.addAll(hearing.messages()));
    Hearing first = hearings.getFirst();
    var judge =
        MessageJudge.only(first.channel(), all.stream().distinct().toList(), delivery.address());
    Optional<MessageSpec> message = judge.messageOf(delivery);
    Hearing by =
        hearings.stream()
            .filter(hearing -> message.filter(hearing.messages()::contains).isPresent())
            .findFirst()
            .orElse(first);
    return new Judged(by, message, judge.judge(delivery), judge);
  }

  /// Why nothing can be said of a message; empty where something can.
  static String undecided(Optional<MessageSpec> message, MessageDelivery delivery) {
    if (delivery.value().filter(bytes -> bytes.isCut()).isPresent()) {
      return "the payload has " + delivery.value().get().total() + " bytes, too many to be judged";
    }
    if (message.isEmpty()) {
      return "the contract documents no message here";
    }
    return switch (message.get().content().orElse(null)) {
      case MessageContent.Unjudged(var format, var ignored, var at) ->
          "payloads in " + format + " are not judged (" + at.place().shortForm() + ")";
      case MessageContent.OfJson ignored
          when !message.get().contentType().isJson() && !message.get().contentType().isText() ->
          "payloads of " + message.get().contentType() + " are not judged";
      case MessageContent.OfJson ignored -> "";
      case MessageContent.OfAvro ignored -> "";
      case null -> "";
    };
  }
}
