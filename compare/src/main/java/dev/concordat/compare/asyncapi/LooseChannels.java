package dev.concordat.compare.asyncapi;

import dev.concordat.compare.schema.Way;
import dev.concordat.contracts.asyncapi.AsyncApiContract;
import dev.concordat.contracts.asyncapi.Channel;
import dev.concordat.contracts.asyncapi.ChannelOperation;
import dev.concordat.contracts.asyncapi.Reply;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.finding.AgreeMessageRules;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Channels that no operation of a document uses: it does not say who sends. Which readers must read whose messages is a
/// policy there, as for all that is kept.
final class LooseChannels {
  private final AsyncApiContract before;
  private final AsyncApiContract after;
  private final Findings findings;

  LooseChannels(AsyncApiContract before, AsyncApiContract after, Findings findings) {
    this.before = before;
    this.after = after;
    this.findings = findings;
  }

  void versions() {
    Map<String, Channel> now = new HashMap<>();
    after.channels().forEach(channel -> now.putIfAbsent(Addresses.key(channel), channel));
    for (Channel old : of(before)) {
      Channel other = now.get(Addresses.key(old));
      if (other == null) {
        gone(old);
      } else {
        compare(old, other);
      }
    }
    Set<String> known = new HashSet<>();
    before.channels().forEach(channel -> known.add(Addresses.key(channel)));
    of(after).stream()
        .filter(channel -> !known.contains(Addresses.key(channel)))
        .forEach(this::added);
  }

  /// The channels of a document that none of its operations uses.
  static List<Channel> of(AsyncApiContract contract) {
    Set<String> used = new HashSet<>();
    for (ChannelOperation operation : contract.operations()) {
      used.add(Addresses.key(operation.channel()));
      operation
          .reply()
          .flatMap(Reply::channel)
          .ifPresent(channel -> used.add(Addresses.key(channel)));
    }
    return contract.channels().stream()
        .filter(channel -> !used.contains(Addresses.key(channel)))
        .toList();
  }

  private static String shown(Channel channel) {
    return "channel " + Addresses.shown(channel);
  }

  private static Sentence at(Channel channel) {
    return new Sentence(channel.place(), channel.sourceLine());
  }

  private void gone(Channel old) {
    findings.add(
        Findings.stated(
            AgreeMessageRules.CHANNEL_GONE,
            Impact.BREAKS,
            new Position(shown(old), Position.Part.OPERATION, ""),
            "the channel " + old.name() + " is gone",
            Optional.of(at(old)),
            Optional.empty()));
  }

  private void added(Channel channel) {
    findings.add(
        Findings.stated(
            AgreeRules.CHANGED_SAFELY,
            Impact.SAFE,
            new Position(shown(channel), Position.Part.OPERATION, ""),
            "the channel " + channel.name() + " is new",
            Optional.empty(),
            Optional.of(at(channel))));
  }

  private void compare(Channel old, Channel now) {
    for (Way way : ways()) {
      String operation =
          shown(old) + (way == Way.NEW_READS_OLD ? ", read by the new" : ", read by the old");
      var traffic = new Traffic(operation, way, old, now, old.messages(), now.messages());
      new AddressComparison(findings, traffic).compare().forEach(findings::add);
      MessageMatching.compare(findings, traffic);
    }
    BindingComparison.compare(old.bindings(), now.bindings(), shown(old), "channel")
        .forEach(findings::add);
  }

  private List<Way> ways() {
    var ways = new ArrayList<Way>();
    if (findings.policies().stored().newReadsOld()) {
      ways.add(Way.NEW_READS_OLD);
    }
    if (findings.policies().stored().oldReadsNew()) {
      ways.add(Way.OLD_READS_NEW);
    }
    return ways;
  }
}
