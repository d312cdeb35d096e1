package dev.concordat.standin.message;

import dev.concordat.contracts.asyncapi.MessageExample;
import dev.concordat.contracts.asyncapi.MessageSpec;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.problem.DidYouMean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Chooses what a message begins with: what was asked for, else the documented examples in their order, then made values of
/// one documented message after the other.
final class Choosing {
  private final Drafting drafting;

  /// The examples that keep the contract, by operation.
  private final Map<String, List<Basis>> usable = new HashMap<>();

  Choosing(Drafting drafting) {
    this.drafting = drafting;
  }

  /// The next message of an operation.
  ///
  /// @param number how many it had before
  /// @param answered the id of the message that it answers; nothing for one that answers none
  Production next(Target target, Order order, int number, Optional<JsonValue> answered) {
    List<MessageSpec> messages =
        target.messages().stream()
            .filter(message -> order.message().filter(n -> !n.equals(message.name())).isEmpty())
            .toList();
    if (messages.isEmpty()) {
      return new Production.Refused(
          target.messages().isEmpty()
              ? target.operation() + " documents no message"
              : target.operation()
                  + " has no message '"
                  + order.message().orElse("")
                  + "', but "
                  + target.names()
                  + DidYouMean.nextSentence(order.message().orElse(""), target.names()));
    }
    String path = target.operation() + "#" + number;
    if (order.payload().isPresent()) {
      return given(target, messages, order, path, answered);
    }
    if (order.example().isPresent()) {
      return example(target, messages, order, path, answered);
    }
    List<Basis> examples =
        order.isDynamic()
            ? List.of()
            : usable(target).stream().filter(basis -> messages.contains(basis.message())).toList();
    Basis basis =
        number < examples.size()
            ? examples.get(number)
            : Basis.made(messages.get((number - examples.size()) % messages.size()));
    return drafting.draft(target, basis, order, path, answered);
  }

  /// The first message that the payload fits; else why it does not fit the one that it is nearest to.
  private Production given(
      Target target,
      List<MessageSpec> messages,
      Order order,
      String path,
      Optional<JsonValue> answered) {
    Production.Refused nearest = new Production.Refused("no message fits");
    int fewest = Integer.MAX_VALUE;
    for (MessageSpec message : messages) {
      var basis = Basis.given(message, order.payload().orElseThrow());
      Production tried = drafting.draft(target, basis, order, path, answered);
      switch (tried) {
        case Production.Made made -> {
          return made;
        }
        case Production.Refused refused -> {
          int wrong =
              refused.breaches().isEmpty() ? Integer.MAX_VALUE - 1 : refused.breaches().size();
          if (wrong < fewest) {
            fewest = wrong;
            nearest = refused;
          }
        }
      }
    }
    return nearest;
  }

  private Production example(
      Target target,
      List<MessageSpec> messages,
      Order order,
      String path,
      Optional<JsonValue> answered) {
    String name = order.example().orElseThrow();
    List<String> names = new ArrayList<>();
    for (MessageSpec message : messages) {
      for (MessageExample example : message.wholeExamples()) {
        if (example.name().equals(name)) {
          return drafting.draft(target, Basis.of(message, example), order, path, answered);
        }
        if (!example.name().isEmpty()) {
          names.add(example.name());
        }
      }
    }
    return new Production.Refused(
        target.operation()
            + " has no example '"
            + name
            + "', but "
            + names
            + DidYouMean.nextSentence(name, names));
  }

  private List<Basis> usable(Target target) {
    return usable.computeIfAbsent(
        target.operation(),
        id ->
            target.messages().stream()
                .flatMap(
                    message ->
                        message.wholeExamples().stream().map(each -> Basis.of(message, each)))
                .filter(basis -> isKept(target, basis))
                .toList());
  }

  /// An example that breaks its own contract is not used.
  private boolean isKept(Target target, Basis basis) {
    return drafting.draft(
            target, basis, Order.next(target.operation()), target.operation(), Optional.empty())
        instanceof Production.Made;
  }
}
