package dev.concordat.compare.need;

import dev.concordat.compare.need.Findings.Draft;
import dev.concordat.compare.need.MessageNeed.Reference;
import dev.concordat.contracts.asyncapi.AsyncApiContract;
import dev.concordat.contracts.asyncapi.Channel;
import dev.concordat.contracts.asyncapi.ChannelOperation;
import dev.concordat.contracts.asyncapi.MessageSpec;
import dev.concordat.contracts.asyncapi.Reply;
import dev.concordat.contracts.inclusion.Reading;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.finding.AgreeNeedRules;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.place.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says of messages that a consumer needs whether a provider's AsyncAPI contract has them. Not thread-safe.
public final class MessageNeeds {
  private final AsyncApiContract provider;
  private final Questions questions;
  private final boolean isDetailed;

  /// @param sender how the provider's schemas are read where it sends
  public MessageNeeds(AsyncApiContract provider, Reading sender) {
    this(provider, new Questions(sender), false);
  }

  private MessageNeeds(AsyncApiContract provider, Questions questions, boolean isDetailed) {
    this.provider = provider;
    this.questions = questions;
    this.isDetailed = isDetailed;
  }

  /// The same, each part of a message that may be other than it is needed by itself.
  public MessageNeeds detailed() {
    return new MessageNeeds(provider, questions, true);
  }

  /// What the provider's contract does not meet.
  public List<Difference> differences(MessageNeed need) {
    var findings = new Findings(need.name(), need.sentences(), operation(need));
    switch (need.reference()) {
      case Reference.ToOperation(String id) -> {
        Optional<ChannelOperation> operation = provider.operation(id);
        if (operation.isEmpty()) {
          unknown(findings, id);
        } else {
          atOperation(need, operation.get(), findings);
        }
      }
      case Reference.ToAddress(String address) -> atAddress(need, address, findings);
      case Reference.Missing() -> anywhere(need, findings);
    }
    return findings.differences();
  }

  private String operation(MessageNeed need) {
    return switch (need.reference()) {
      case Reference.ToOperation(String id) -> id;
      case Reference.ToAddress(String address) -> address;
      case Reference.Missing() -> "";
    };
  }

  private void unknown(Findings findings, String id) {
    findings.add(
        Draft.of(
                AgreeNeedRules.OPERATION_UNKNOWN,
                Impact.BREAKS,
                Part.OPERATION,
                "",
                "no operation is named '" + id + "'" + known())
            .against(whole())
            .alias(PactflowCodes.error("message.operation.unknown")));
  }

  private static final int MAX_NAMED = 5;

  private String known() {
    List<String> names = provider.operations().stream().map(ChannelOperation::id).toList();
    return names.isEmpty() || names.size() > MAX_NAMED
        ? ""
        : "; there are " + String.join(", ", names);
  }

  private Sentence whole() {
    return new Sentence(Place.of(provider.file()), provider.title());
  }

  private void atOperation(MessageNeed need, ChannelOperation operation, Findings findings) {
    var at = new Sentence(operation.place(), operation.sourceLine());
    var check = new MessageCheck(findings, questions, address(operation.channel()), isDetailed);
    if (need.sent().isEmpty()) {
      need.received().forEach(parcel -> check.received(parcel, operation.messages(), at));
      return;
    }
    if (check.sent(need.sent().get(), operation.messages(), at)) {
      answers(need, operation, findings, at);
    }
  }

  private static String address(Channel channel) {
    return channel
        .kafkaTopic()
        .or(() -> channel.address().map(a -> a.text()))
        .orElse(channel.name());
  }

  private void answers(
      MessageNeed need, ChannelOperation operation, Findings findings, Sentence at) {
    Optional<Reply> reply = operation.reply().filter(it -> !it.messages().isEmpty());
    if (reply.isEmpty()) {
      findings.add(
          Draft.of(
                  AgreeNeedRules.OPERATION_UNKNOWN,
                  Impact.BREAKS,
                  Part.OPERATION,
                  "reply",
                  "an answer is needed, and the operation documents none")
              .against(at)
              .alias(PactflowCodes.error("message.reply.missing")));
    } else if (need.received().isEmpty()) {
      findings.add(
          Draft.of(
                  AgreeNeedRules.UNSPOKEN,
                  Impact.RISKY,
                  Part.OPERATION,
                  "reply",
                  "the operation is answered, and nothing is said about what is needed of the"
                      + " answer")
              .against(new Sentence(reply.get().at().place(), reply.get().at().text()))
              .alias(PactflowCodes.warning("message.response.missing")));
    } else {
      String address = reply.get().channel().map(MessageNeeds::address).orElse("");
      var check = new MessageCheck(findings, questions, address, isDetailed);
      need.received().forEach(parcel -> check.received(parcel, reply.get().messages(), at));
    }
  }

  private void atAddress(MessageNeed need, String address, Findings findings) {
    Optional<Channel> channel = provider.channelAt(address);
    if (channel.isEmpty()) {
      findings.add(
          Draft.of(
                  AgreeNeedRules.OPERATION_UNKNOWN,
                  Impact.BREAKS,
                  Part.OPERATION,
                  "",
                  "no channel has the address '" + address + "'")
              .against(whole())
              .alias(PactflowCodes.error("message.references.missing")));
      return;
    }
    missing(findings, "the topic " + address + " was taken");
    compare(need, channel.get().messages(), findings, sentence(channel.get()), address);
  }

  private static Sentence sentence(Channel channel) {
    return new Sentence(channel.place(), channel.sourceLine());
  }

  /// Nothing says which operation is meant; that no message at all would do can still be told.
  private void anywhere(MessageNeed need, Findings findings) {
    missing(findings, "all messages were looked at");
    List<MessageSpec> all = new ArrayList<>();
    provider.channels().forEach(channel -> all.addAll(channel.messages()));
    compare(need, all, findings, whole(), "");
  }

  private void missing(Findings findings, String instead) {
    findings.add(
        Draft.of(
                AgreeNeedRules.REFERENCE_MISSING,
                Impact.RISKY,
                Part.OPERATION,
                "",
                "the interaction does not name its operation; " + instead)
            .against(whole())
            .alias(PactflowCodes.error("message.references.missing")));
  }

  private void compare(
      MessageNeed need,
      List<MessageSpec> candidates,
      Findings findings,
      Sentence at,
      String address) {
    var check = new MessageCheck(findings, questions, address, isDetailed).withoutCodes();
    need.sent().ifPresent(parcel -> check.sent(parcel, candidates, at));
    if (need.sent().isEmpty()) {
      need.received().forEach(parcel -> check.received(parcel, candidates, at));
    }
  }
}
