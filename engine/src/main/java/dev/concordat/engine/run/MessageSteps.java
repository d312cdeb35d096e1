package dev.concordat.engine.run;

import dev.concordat.engine.book.ContractBook;
import dev.concordat.engine.flow.Durations;
import dev.concordat.engine.flow.Likeness;
import dev.concordat.engine.flow.Mismatch;
import dev.concordat.engine.flow.Pattern;
import dev.concordat.engine.flow.PatternJudge;
import dev.concordat.engine.flow.Scope;
import dev.concordat.engine.flow.Step;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.finding.FlowRules;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Waits for messages, and watches that none comes.
final class MessageSteps {
  private final FlowContext context;

  MessageSteps(FlowContext context) {
    this.context = context;
  }

  StepOutcome receive(Step.Receive step, Scope scope) {
    ContractBook.Topic topic = context.book().published(step.message()).orElseThrow();
    var deadline = new Deadline(step.within());
    while (true) {
      int known = context.seen().size();
      List<MessageDelivery> candidates = context.messages(topic);
      Optional<MessageDelivery> found = first(candidates, step.where(), scope);
      if (found.isPresent()) {
        return judge(step, scope, topic, found.get(), deadline);
      }
      if (deadline.isOver()) {
        return missing(step, topic, candidates.size());
      }
      context.awaitMore(known, deadline.left());
    }
  }

  private StepOutcome judge(
      Step.Receive step,
      Scope scope,
      ContractBook.Topic topic,
      MessageDelivery message,
      Deadline deadline) {
    context.taken().add(message.id());
    JsonObject seen = shown(message);
    List<Mismatch> mismatches =
        step.expect()
            .map(it -> PatternJudge.judge(it, "", Optional.of(seen), scope, Likeness.JSON))
            .orElse(List.of());
    if (mismatches.isEmpty()) {
      return new StepOutcome.Held(
          seen, message.address() + " after " + deadline.elapsedMillis() + " ms");
    }
    return Blames.publisher(topic.system(), operation(message), Optional.of(message.id()))
        .broke(FlowRules.UNEXPECTED_VALUE, mismatches);
  }

  private StepOutcome missing(Step.Receive step, ContractBook.Topic topic, int others) {
    String limit = Durations.text(step.within());
    String seen = others == 0 ? "none came" : others + " came, none with these values";
    return Blames.publisher(topic.system(), named(step, topic), Optional.empty())
        .broke(
            FlowRules.MESSAGE_MISSING,
            "",
            "no message of " + step.message() + " within " + limit + ": " + seen,
            step.heading().sentence(),
            "a message within " + limit,
            seen);
  }

  StepOutcome never(Step.Never step, Scope scope) {
    ContractBook.Topic topic = context.book().published(step.message()).orElseThrow();
    var deadline = new Deadline(step.lasting());
    while (true) {
      int known = context.seen().size();
      Optional<MessageDelivery> found = first(context.messages(topic), step.where(), scope);
      if (found.isPresent()) {
        return Blames.publisher(
                topic.system(), operation(found.get()), Optional.of(found.get().id()))
            .broke(
                FlowRules.MESSAGE_UNEXPECTED,
                "",
                "a message of " + step.message() + " was published",
                step.heading().sentence(),
                "no message",
                found.get().value().map(Bytes::utf8).orElse("a tombstone"));
      }
      if (deadline.isOver()) {
        return new StepOutcome.Held(JsonNull.NULL, "none in " + Durations.text(step.lasting()));
      }
      context.awaitMore(known, deadline.left());
    }
  }

  private static Optional<MessageDelivery> first(
      List<MessageDelivery> messages, Optional<Pattern> where, Scope scope) {
    return messages.stream()
        .filter(message -> where.stream().allMatch(it -> fits(it, message, scope)))
        .findFirst();
  }

  private static boolean fits(Pattern where, MessageDelivery message, Scope scope) {
    Optional<JsonValue> payload = message.value().map(JsonBodies::of);
    return PatternJudge.judge(where, "", payload, scope, Likeness.JSON).isEmpty();
  }

  private static JsonObject shown(MessageDelivery message) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("payload", message.value().map(JsonBodies::of).orElse(JsonNull.NULL));
    members.put("headers", JsonBodies.headers(message.headers()));
    message.key().ifPresent(key -> members.put("key", new JsonString(key.utf8())));
    return new JsonObject(members);
  }

  private static String operation(MessageDelivery message) {
    return message.part() + "." + message.address();
  }

  private String named(Step.Receive step, ContractBook.Topic topic) {
    String address =
        topic.operation().channel().address().map(Object::toString).orElse(topic.operation().id());
    return context.broker(step.message()).orElse(topic.system()) + "." + address;
  }
}
