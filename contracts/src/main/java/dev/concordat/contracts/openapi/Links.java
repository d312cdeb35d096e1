package dev.concordat.contracts.openapi;

import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.LinkSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.RuntimeExpression;
import dev.concordat.contracts.reading.Reading;
import dev.concordat.contracts.reading.Shown;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.contracts.tree.Reference;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads the links of responses. Whether their operations exist is known when all operations are read.
final class Links {
  private final Reading reading;
  // Only those that name their operation by id can be checked when all are known.
  private final List<LinkSpec> byId = new ArrayList<>();

  Links(Reading reading) {
    this.reading = reading;
  }

  List<LinkSpec> of(ObjectNode response) {
    var links = new ArrayList<LinkSpec>();
    for (ObjectNode.Member member : OpenApiReader.members(response.get("links"))) {
      reading
          .object(member.value(), "the link '" + member.name() + "'")
          .ifPresent(
              link -> {
                LinkSpec read = link(member, link);
                links.add(read);
                if (link.has("operationId")) {
                  byId.add(read);
                }
              });
    }
    return links;
  }

  private LinkSpec link(ObjectNode.Member member, ObjectNode link) {
    return new LinkSpec(
        member.name(),
        operation(member, link),
        arguments(link),
        Reading.member(link, "requestBody").flatMap(this::content),
        Reading.member(link, "server")
            .flatMap(server -> reading.object(server, "the server"))
            .flatMap(server -> Reading.text(server, "url")),
        member.place(),
        member.sourceLine());
  }

  private Optional<String> operation(ObjectNode.Member member, ObjectNode link) {
    Optional<String> id = Reading.text(link, "operationId");
    Optional<Node> reference = Reading.member(link, "operationRef");
    if (id.isPresent() == reference.isPresent()) {
      reading.add(
          Problem.error(
              "contract/bad-link",
              member.place(),
              "the link '"
                  + member.name()
                  + (id.isPresent()
                      ? "' has both operationId and operationRef"
                      : "' has neither operationId nor operationRef"),
              "say where it leads, in one way"));
    }
    return id.or(() -> reference.flatMap(node -> referred(node, link)));
  }

  private Optional<String> referred(Node reference, ObjectNode link) {
    String text = Reading.text(link, "operationRef").orElse("");
    return switch (reading.documents().resolve(reference, text)) {
      case Reference.Found(ObjectNode operation) -> Optional.of(idOf(operation));
      case Reference.Found(Node other) -> {
        reading.object(other, "the operation that the link leads to");
        yield Optional.empty();
      }
      case Reference.Broken(Problem problem) -> {
        reading.add(problem);
        yield Optional.empty();
      }
    };
  }

  /// The operation's id, else its method and path as its pointer tells them.
  private static String idOf(ObjectNode operation) {
    List<String> tokens = Pointers.tokens(operation.pointer()).orElseGet(List::of);
    int last = tokens.size() - 1;
    return Reading.text(operation, "operationId")
        .orElseGet(
            () ->
                last < 1
                    ? operation.pointer()
                    : tokens.get(last).toUpperCase(Locale.ROOT) + " " + tokens.get(last - 1));
  }

  private List<LinkSpec.Argument> arguments(ObjectNode link) {
    var arguments = new ArrayList<LinkSpec.Argument>();
    for (ObjectNode.Member member : OpenApiReader.members(link.get("parameters"))) {
      int dot = member.name().indexOf('.');
      Optional<ParameterLocation> in =
          dot < 0 ? Optional.empty() : ParameterLocation.of(member.name().substring(0, dot));
      String name = in.isPresent() ? member.name().substring(dot + 1) : member.name();
      content(member.value())
          .ifPresent(
              value -> arguments.add(new LinkSpec.Argument(name, in, value, member.place())));
    }
    return arguments;
  }

  private Optional<LinkSpec.Content> content(Node node) {
    Optional<String> text = node instanceof ScalarNode scalar ? scalar.text() : Optional.empty();
    if (text.isEmpty() || !text.get().startsWith("$")) {
      return Optional.of(new LinkSpec.Content.Constant(node.toJson()));
    }
    Optional<RuntimeExpression> expression = RuntimeExpression.parse(text.get());
    if (expression.isEmpty()) {
      reading.add(unreadable(node.place(), text.get()));
    }
    return expression.map(LinkSpec.Content.Taken::new);
  }

  static Problem unreadable(Place at, String expression) {
    return Problem.error(
        "contract/bad-runtime-expression",
        at,
        Shown.text(expression) + " is not a runtime expression",
        "write one such as $request.query.limit, $request.header.accept or $response.body#/id");
  }

  /// Tells the links that lead nowhere, and the arguments that their operation does not take.
  void check(Map<String, HttpOperation> operations) {
    for (LinkSpec link : byId) {
      link.operation()
          .ifPresent(
              id -> {
                if (operations.containsKey(id)) {
                  checkArguments(link, operations.get(id));
                } else {
                  reading.add(dangling(link, id, operations));
                }
              });
    }
  }

  private static Problem dangling(LinkSpec link, String id, Map<String, HttpOperation> operations) {
    String guess = DidYouMean.sentence(id, operations.keySet()).strip();
    return Problem.error(
        "contract/dangling-link",
        link.place(),
        "the link '" + link.name() + "' leads to the operation '" + id + "', which does not exist",
        guess.isEmpty() ? "correct the id, or add the operation" : guess);
  }

  private void checkArguments(LinkSpec link, HttpOperation operation) {
    for (LinkSpec.Argument argument : link.parameters()) {
      boolean isKnown =
          operation.parameters().stream()
              .filter(p -> argument.in().isEmpty() || p.in() == argument.in().get())
              .map(Parameter::name)
              .anyMatch(argument.name()::equals);
      if (!isKnown) {
        reading.add(
            Problem.warning(
                "contract/unknown-link-parameter",
                argument.place(),
                "the operation '" + operation.id() + "' has no parameter '" + argument.name() + "'",
                "correct the name, or declare the parameter"));
      }
    }
  }
}
