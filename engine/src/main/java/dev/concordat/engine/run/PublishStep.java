package dev.concordat.engine.run;

import dev.concordat.engine.book.ContractBook;
import dev.concordat.engine.flow.Scope;
import dev.concordat.engine.flow.Step;
import dev.concordat.engine.flow.Templates;
import dev.concordat.engine.judge.Judge;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Publishes a message as if its publisher had; the case's trace context goes with it.
final class PublishStep {
  private final FlowContext context;

  PublishStep(FlowContext context) {
    this.context = context;
  }

  StepOutcome perform(Step.Publish step, Scope scope) {
    ContractBook.Topic topic = context.book().published(step.message()).orElseThrow();
    Optional<String> address = topic.operation().channel().address().map(it -> it.text());
    Optional<String> part = context.broker(step.message());
    if (address.isEmpty() || part.isEmpty()) {
      return new StepOutcome.Failed(
          step.message() + " has no topic here", "Give the channel an address, or start a broker.");
    }
    JsonValue payload = Templates.fill(step.payload(), scope);
    var headers = new ArrayList<Header>(List.of(new Header("content-type", "application/json")));
    headers.add(new Header(Judge.OWN_MESSAGE, "true"));
    headers.addAll(context.trace().headers());
    Templates.fill(step.headers(), scope)
        .members()
        .forEach((name, value) -> headers.add(new Header(name, text(value))));
    Optional<Bytes> key = step.key().map(it -> Bytes.utf8(text(Templates.fill(it, scope))));
    try {
      context
          .environment()
          .messages(part.get())
          .send(address.get(), key.orElse(null), Bytes.utf8(JsonText.compact(payload)), headers);
      return new StepOutcome.Held(
          new JsonObject(Map.of("payload", payload)), "published to " + address.get());
    } catch (IOException e) {
      return new StepOutcome.Failed(String.valueOf(e.getMessage()), "Look at the broker's log.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new StepOutcome.Failed("the run was interrupted", "");
    }
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString(String text) ? text : value.toString();
  }
}
