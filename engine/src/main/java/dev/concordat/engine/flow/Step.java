package dev.concordat.engine.flow;

import dev.concordat.model.finding.Sentence;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One step of a flow.
public sealed interface Step {
  /// How long a message is awaited where the flow does not say.
  Duration DEFAULT_RECEIVE = Duration.ofSeconds(5);

  /// How long a row is awaited where the flow does not say.
  Duration DEFAULT_ROW = Duration.ofSeconds(2);

  /// How long nothing may come where the flow does not say.
  Duration DEFAULT_NEVER = Duration.ofMillis(500);

  Heading heading();

  /// What a person calls the step.
  String title();

  /// What every step has.
  ///
  /// @param id the name under which later steps refer to it; empty when there is none
  /// @param when the step is left out unless this holds
  /// @param faults on links, for as long as the step takes
  /// @param sentence the step's first line in the flow
  record Heading(String id, Optional<Condition> when, List<FlowFault> faults, Sentence sentence) {
    public Heading {
      faults = List.copyOf(faults);
    }
  }

  /// Calls an operation of a provider's OpenAPI contract.
  ///
  /// @param operation `orders.placeOrder`
  /// @param with path, query and header parameters by name; what is none of these is a field of the body
  /// @param body the whole body, in place of fields in `with`
  /// @param within for safe methods: repeat until the answer fits, at most so long
  /// @param answerWithin how long a single answer may take
  record Call(
      Heading heading,
      String operation,
      Template.Members with,
      Optional<Template> body,
      Template.Members headers,
      Optional<Pattern> expect,
      Optional<Duration> within,
      Optional<Duration> answerWithin)
      implements Step {
    @Override
    public String title() {
      return "call " + operation;
    }
  }

  /// Waits for a message.
  ///
  /// @param message `events.orderConfirmed`: a publisher's operation, channel or address
  /// @param where fields of the payload by which the message is found
  /// @param expect of an object with `payload`, `headers` and `key`
  record Receive(
      Heading heading,
      String message,
      Optional<Pattern> where,
      Optional<Pattern> expect,
      Duration within)
      implements Step {
    @Override
    public String title() {
      return "receive " + message;
    }
  }

  /// Looks at a row.
  ///
  /// @param expect of an object with the columns; absent when there should be no such row
  record Row(
      Heading heading,
      String part,
      String table,
      Template.Members where,
      Optional<Pattern> expect,
      boolean isAbsent,
      Duration within)
      implements Step {
    @Override
    public String title() {
      return "row " + part + "." + table;
    }
  }

  /// Publishes a message as if its publisher had.
  record Publish(
      Heading heading,
      String message,
      Template payload,
      Optional<Template> key,
      Template.Members headers)
      implements Step {
    @Override
    public String title() {
      return "publish " + message;
    }
  }

  /// No message of this kind may come, other than those that earlier steps received.
  ///
  /// @param lasting how long is watched
  record Never(Heading heading, String message, Optional<Pattern> where, Duration lasting)
      implements Step {
    @Override
    public String title() {
      return "never " + message;
    }
  }
}
