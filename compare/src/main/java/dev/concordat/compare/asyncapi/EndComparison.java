package dev.concordat.compare.asyncapi;

import dev.concordat.compare.format.Policies;
import dev.concordat.compare.schema.Way;
import dev.concordat.contracts.asyncapi.Channel;
import dev.concordat.contracts.asyncapi.ChannelOperation;
import dev.concordat.contracts.asyncapi.MessageExpression;
import dev.concordat.contracts.asyncapi.MessageSpec;
import dev.concordat.contracts.asyncapi.Reply;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.finding.AgreeMessageRules;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import java.util.List;
import java.util.Optional;

/// What two documents say of one address and one way of messages.
final class EndComparison {
  private final Findings findings;

  EndComparison(Findings findings) {
    this.findings = findings;
  }

  /// Two versions of an end of one application: what it sends, old readers read; what it receives, old senders send. Where
  /// both directions are asked of what is kept, the other way too.
  void versions(End before, End after) {
    boolean isSent = before.action() == ChannelOperation.Action.SEND;
    Way way = isSent ? Way.OLD_READS_NEW : Way.NEW_READS_OLD;
    messages(traffic(before.shown(), before, after, way));
    if (findings.policies().stored() == Policies.Stored.FULL) {
      Way kept = isSent ? Way.NEW_READS_OLD : Way.OLD_READS_NEW;
      MessageMatching.compare(findings, traffic(before.shown() + " (kept)", before, after, kept));
    }
    operations(before, after);
    replies(before, after, isSent ? Way.NEW_READS_OLD : Way.OLD_READS_NEW, before.shown());
  }

  /// A consumer's end and the provider's at its other side.
  void parties(End consumer, End provider) {
    boolean isSent = consumer.action() == ChannelOperation.Action.SEND;
    Way way = isSent ? Way.NEW_READS_OLD : Way.OLD_READS_NEW;
    messages(traffic(consumer.shown(), consumer, provider, way));
    replies(consumer, provider, isSent ? Way.OLD_READS_NEW : Way.NEW_READS_OLD, consumer.shown());
  }

  private static Traffic traffic(String operation, End before, End after, Way way) {
    return new Traffic(
        operation, way, before.channel(), after.channel(), before.messages(), after.messages());
  }

  private void messages(Traffic traffic) {
    new AddressComparison(findings, traffic).compare().forEach(findings::add);
    MessageMatching.compare(findings, traffic);
  }

  private void operations(End before, End after) {
    String operation = before.shown();
    BindingComparison.compare(
            before.channel().bindings(), after.channel().bindings(), operation, "channel")
        .forEach(findings::add);
    ChannelOperation old = before.operations().getFirst();
    ChannelOperation now = after.operations().getFirst();
    SecurityComparison.compare(old.security(), now.security(), operation, before.at())
        .ifPresent(findings::add);
    BindingComparison.compare(old.bindings(), now.bindings(), operation, "operation")
        .forEach(findings::add);
    if (before.operations().size() == 1
        && after.operations().size() == 1
        && !old.id().equals(now.id())) {
      stated(
          AgreeRules.CLIENT_CODE_CHANGED,
          Impact.CLIENT_CODE,
          operation,
          "the operation " + old.id() + " is now " + now.id(),
          Optional.of(before.at()),
          Optional.of(after.at()));
    }
  }

  private void stated(
      Rule rule,
      Impact impact,
      String operation,
      String message,
      Optional<Sentence> before,
      Optional<Sentence> after) {
    findings.add(
        Findings.stated(
            rule,
            impact,
            new Position(operation, Position.Part.OPERATION, ""),
            message,
            before,
            after));
  }

  private static Optional<Reply> reply(End end) {
    return end.operations().stream().flatMap(each -> each.reply().stream()).findFirst();
  }

  /// @param way of the replies, against that of what they answer
  private void replies(End before, End after, Way way, String operation) {
    Optional<Reply> old = reply(before);
    Optional<Reply> now = reply(after);
    if (old.isPresent() && now.isPresent()) {
      replies(old.get(), now.get(), way, operation + " reply", before, after);
      return;
    }
    boolean isWaitedFor = way.receiver(old, now).isPresent() && way.sender(old, now).isEmpty();
    if (isWaitedFor) {
      stated(
          AgreeMessageRules.MESSAGE_GONE,
          Impact.BREAKS,
          operation + " reply",
          findings.receiver(way)
              + " waits for a reply, and "
              + findings.sender(way)
              + " names none",
          old.map(Reply::at).or(() -> Optional.of(before.at())),
          now.map(Reply::at).or(() -> Optional.of(after.at())));
    }
  }

  private void replies(Reply old, Reply now, Way way, String operation, End before, End after) {
    Optional<MessageExpression> from = old.address();
    Optional<MessageExpression> to = now.address();
    if (!from.equals(to)) {
      stated(
          AgreeMessageRules.ADDRESS_REFUSED,
          Impact.BREAKS,
          operation,
          "the address of the reply stands at "
              + from.map(MessageExpression::toString).orElse("no place of the request")
              + " for "
              + findings.left()
              + " and at "
              + to.map(MessageExpression::toString).orElse("no place of the request")
              + " for "
              + findings.right(),
          Optional.of(old.at()),
          Optional.of(now.at()));
    }
    Channel left = old.channel().orElse(before.channel());
    Channel right = now.channel().orElse(after.channel());
    boolean isElsewhere =
        from.isEmpty()
            && to.isEmpty()
            && Addresses.isKnown(left)
            && Addresses.isKnown(right)
            && !Addresses.key(left).equals(Addresses.key(right));
    if (isElsewhere) {
      stated(
          AgreeMessageRules.CHANNEL_GONE,
          Impact.BREAKS,
          operation,
          "the reply comes at "
              + Addresses.shown(way.sender(left, right))
              + ", and "
              + findings.receiver(way)
              + " waits at "
              + Addresses.shown(way.receiver(left, right)),
          Optional.of(old.at()),
          Optional.of(now.at()));
    }
    MessageMatching.compare(
        findings, new Traffic(operation, way, left, right, messages(old), messages(now)));
  }

  private static List<MessageSpec> messages(Reply reply) {
    return reply.messages().isEmpty()
        ? reply.channel().map(Channel::messages).orElse(List.of())
        : reply.messages();
  }
}
