package dev.concordat.compare.asyncapi;

import dev.concordat.contracts.asyncapi.Channel;
import dev.concordat.contracts.asyncapi.MessageJudge;
import dev.concordat.contracts.asyncapi.MessageSpec;
import dev.concordat.contracts.breach.Breach;
import java.util.List;
import java.util.Optional;

/// Whether messages keep what a document says of one channel and some of its messages.
final class Jury {
  private final MessageJudge judge;

  /// @param address at which messages come, which need not be the channel's own
  Jury(Channel channel, List<MessageSpec> messages, String address) {
    this.judge = MessageJudge.only(channel, messages, address);
  }

  boolean accepts(Sample sample) {
    return judge.judge(sample.delivery()).isEmpty();
  }

  /// Why the message is refused; nothing where it is not.
  Optional<String> refusal(Sample sample) {
    return judge.judge(sample.delivery()).stream().map(Breach::message).findFirst();
  }
}
