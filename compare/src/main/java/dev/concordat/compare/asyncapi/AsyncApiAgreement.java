package dev.concordat.compare.asyncapi;

import dev.concordat.compare.format.Compared;
import dev.concordat.compare.format.Format;
import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.asyncapi.AsyncApiContract;
import dev.concordat.contracts.asyncapi.Channel;
import dev.concordat.contracts.asyncapi.ChannelOperation;
import dev.concordat.contracts.asyncapi.ChannelOperation.Action;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.finding.AgreeMessageRules;
import dev.concordat.model.finding.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A consumer's AsyncAPI document with a provider's: what the one sends the other receives at the same address, and the
/// other way round.
public final class AsyncApiAgreement implements Format {
  @Override
  public boolean fits(Contract left, Contract right) {
    return left instanceof AsyncApiContract && right instanceof AsyncApiContract;
  }

  @Override
  public Compared compare(Contract left, Contract right, Policies policies) {
    var findings = new Findings(policies, false);
    AsyncApiContract consumer = (AsyncApiContract) left;
    AsyncApiContract provider = (AsyncApiContract) right;
    Map<End.Key, End> offered = End.of(provider);
    var matching = new EndMatching(offered);
    var comparison = new EndComparison(findings);
    for (End needed : End.of(consumer).values()) {
      Action other = needed.action() == Action.SEND ? Action.RECEIVE : Action.SEND;
      Optional<End> end = matching.at(needed, other).or(() -> loose(provider, needed, other));
      if (end.isPresent()) {
        comparison.parties(needed, end.get());
      } else {
        gone(needed, matching, findings);
      }
    }
    LooseChannels.of(consumer).forEach(channel -> open(channel, findings));
    return findings.compared();
  }

  /// A channel of which the provider does not say who sends is taken for the other side.
  private static Optional<End> loose(AsyncApiContract provider, End needed, Action action) {
    return LooseChannels.of(provider).stream()
        .filter(channel -> Addresses.key(channel).equals(needed.key().address()))
        .findFirst()
        .map(channel -> new End(action, channel, List.of(assumed(channel, action))));
  }

  private static ChannelOperation assumed(Channel channel, Action action) {
    return new ChannelOperation(
        channel.name(),
        action,
        channel,
        channel.messages(),
        Optional.empty(),
        List.of(),
        List.of(),
        channel.place(),
        channel.sourceLine());
  }

  private static void gone(End needed, EndMatching matching, Findings findings) {
    String address = Addresses.shown(needed.channel());
    String what =
        switch (needed.action()) {
          case SEND -> "the consumer sends to " + address + ", where the provider does not receive";
          case RECEIVE ->
              "the consumer receives at " + address + ", where the provider does not send";
        };
    Optional<End> sameSide = matching.at(needed, needed.action());
    String hint =
        sameSide
            .map(
                end ->
                    "; both documents "
                        + end.action().name().toLowerCase(Locale.ROOT)
                        + " there: is one written from the other's side?")
            .orElse("");
    findings.add(
        Findings.stated(
            AgreeMessageRules.CHANNEL_GONE,
            Impact.BREAKS,
            new Position(needed.shown(), Position.Part.OPERATION, ""),
            what + hint,
            Optional.of(needed.at()),
            sameSide.map(End::at)));
  }

  private static void open(Channel channel, Findings findings) {
    String why =
        "the consumer does not say whether it sends or receives at " + Addresses.shown(channel);
    findings.add(
        Findings.with(
            new Evidence.Undecided(why, List.of()),
            AgreeMessageRules.MESSAGE_UNREADABLE,
            Impact.UNKNOWN,
            new Position("channel " + Addresses.shown(channel), Position.Part.OPERATION, ""),
            why,
            Optional.of(new Sentence(channel.place(), channel.sourceLine())),
            Optional.empty()));
  }
}
