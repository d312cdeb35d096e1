package dev.concordat.contracts.graphql;

import dev.concordat.contracts.graphql.GraphQlType.Applied;
import graphql.language.AstPrinter;
import graphql.language.DescribedNode;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Node;
import graphql.language.StringValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stands on a definition beside what it defines: its description and its directives.
final class DescribedNodes {
  private static final String DEFAULT_REASON = "No longer supported";

  private final Sentences sentences;

  DescribedNodes(Sentences sentences) {
    this.sentences = sentences;
  }

  static Optional<String> description(Node<?> node) {
    return node instanceof DescribedNode<?> described
        ? Optional.ofNullable(described.getDescription()).map(one -> one.getContent())
        : Optional.empty();
  }

  /// Why it should not be used any more; the specification's own sentence where no reason is given.
  static Optional<String> deprecation(DirectivesContainer<?> node) {
    return node.getDirectives().stream()
        .filter(directive -> directive.getName().equals("deprecated"))
        .findFirst()
        .map(
            directive ->
                Optional.ofNullable(directive.getArgument("reason"))
                    .map(
                        argument ->
                            argument.getValue() instanceof StringValue s ? s.getValue() : "")
                    .orElse(DEFAULT_REASON));
  }

  List<Applied> applied(DirectivesContainer<?> node, String path) {
    return node.getDirectives().stream().map(directive -> applied(directive, path)).toList();
  }

  private Applied applied(Directive directive, String path) {
    Map<String, String> arguments = new LinkedHashMap<>();
    directive
        .getArguments()
        .forEach(
            argument ->
                arguments.putIfAbsent(
                    argument.getName(), AstPrinter.printAstCompact(argument.getValue())));
    return new Applied(
        directive.getName(),
        arguments,
        sentences.place(directive, path + ".@" + directive.getName()));
  }
}
