package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.reading.Shown;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import java.util.List;
import java.util.Optional;

/// Reads the runtime expressions of a document.
final class Expressions {
  private static final List<String> STARTS = List.of("$message.header", "$message.payload");

  private final Reading reading;

  Expressions(Reading reading) {
    this.reading = reading;
  }

  /// The expression under a name; one that is none is a problem.
  Optional<MessageExpression> read(ObjectNode holder, String name) {
    Optional<Node> node = Reading.member(holder, name);
    Optional<MessageExpression> read = Reading.text(holder, name).flatMap(MessageExpression::parse);
    if (node.isPresent() && read.isEmpty()) {
      String text = Reading.text(holder, name).orElse("");
      int hash = text.indexOf('#');
      String start = hash < 0 ? text : text.substring(0, hash);
      reading.add(
          Problem.error(
              "contract/bad-expression",
              node.get().place(),
              Shown.node(node.get()) + " is not a place in a message",
              STARTS.contains(start)
                  ? "what follows # is a JSON Pointer, which starts with /"
                  : DidYouMean.fix(
                      STARTS, start, "write '$message.header#/…' or '$message.payload#/…'")));
    }
    return read;
  }
}
