package dev.concordat.compare.asyncapi;

import dev.concordat.contracts.asyncapi.Address;
import dev.concordat.contracts.asyncapi.AsyncApiContract;
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
    boolean isThere = channel.isAt(address);
    var only =
        new Channel(
            channel.name(),
            isThere ? channel.address() : Optional.of(Address.of(address)),
            isThere ? channel.parameters() : List.of(),
            messages,
            isThere ? channel.bindings() : List.of(),
            channel.place(),
            channel.sourceLine());
    this.judge =
        new MessageJudge(
            new AsyncApiContract(
                channel.place().file(),
                "",
                "",
                "",
                Optional.empty(),
                List.of(),
                List.of(only),
                List.of(),
                List.of()));
  }

  boolean accepts(Sample sample) {
    return judge.judge(sample.delivery()).isEmpty();
  }

  /// Why the message is refused; nothing where it is not.
  Optional<String> refusal(Sample sample) {
    return judge.judge(sample.delivery()).stream().map(Breach::message).findFirst();
  }
}
