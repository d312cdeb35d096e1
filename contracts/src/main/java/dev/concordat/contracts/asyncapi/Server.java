package dev.concordat.contracts.asyncapi;

import dev.concordat.model.finding.Sentence;
import java.util.List;
import java.util.Optional;

/// A broker or service that a document names.
///
/// @param host with its port: `kafka.example:9092`; variables stand in braces
/// @param protocol `kafka`, `amqp`, `mqtt`, `ws`, …
public record Server(
    String name,
    String host,
    String protocol,
    String protocolVersion,
    String pathname,
    List<Variable> variables,
    List<SecurityUse> security,
    List<Binding> bindings,
    Sentence at) {
  public Server {
    variables = List.copyOf(variables);
    security = List.copyOf(security);
    bindings = List.copyOf(bindings);
  }

  /// A piece of a host or path that is not the same everywhere.
  public record Variable(String name, List<String> values, Optional<String> defaultValue) {
    public Variable {
      values = List.copyOf(values);
    }
  }
}
