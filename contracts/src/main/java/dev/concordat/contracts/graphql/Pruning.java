package dev.concordat.contracts.graphql;

import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import graphql.language.AstTransformer;
import graphql.language.Directive;
import graphql.language.DirectiveDefinition;
import graphql.language.Document;
import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ListType;
import graphql.language.Node;
import graphql.language.NodeVisitorStub;
import graphql.language.NonNullType;
import graphql.language.OperationTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import graphql.util.TreeTransformerUtil;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Takes from a schema what names types and directives that are not there, so that the rest of it stays usable, and says
/// so once.
final class Pruning {
  private static final Set<String> BUILT_IN = Set.of("Int", "Float", "String", "Boolean", "ID");
  private static final Set<String> BUILT_IN_DIRECTIVES =
      Set.of(
          "include",
          "skip",
          "deprecated",
          "specifiedBy",
          "oneOf",
          "defer",
          "experimental_disableErrorPropagation");

  private final Sentences sentences;
  private final List<Problem> problems;

  Pruning(Sentences sentences, List<Problem> problems) {
    this.sentences = sentences;
    this.problems = problems;
  }

  Document prune(Document document, boolean isFirst) {
    var types = new TreeSet<>(BUILT_IN);
    document.getDefinitions().stream()
        .filter(TypeDefinition.class::isInstance)
        .forEach(type -> types.add(((TypeDefinition<?>) type).getName()));
    var directives = new TreeSet<>(BUILT_IN_DIRECTIVES);
    document
        .getDefinitionsOfType(DirectiveDefinition.class)
        .forEach(directive -> directives.add(directive.getName()));
    Node<?> kept =
        new AstTransformer().transform(document, new Visitor(types, directives, isFirst));
    return kept instanceof Document pruned ? pruned : document;
  }

  // The library declares nodes without their type argument.
  @SuppressWarnings("rawtypes")
  private final class Visitor extends NodeVisitorStub {
    private final Set<String> types;
    private final Set<String> directives;
    private final boolean isFirst;

    Visitor(Set<String> types, Set<String> directives, boolean isFirst) {
      this.types = types;
      this.directives = directives;
      this.isFirst = isFirst;
    }

    @Override
    public TraversalControl visitFieldDefinition(
        FieldDefinition field, TraverserContext<Node> context) {
      return keepIfKnown(nameOf(field.getType()), context);
    }

    @Override
    public TraversalControl visitInputValueDefinition(
        InputValueDefinition input, TraverserContext<Node> context) {
      return keepIfKnown(nameOf(input.getType()), context);
    }

    @Override
    public TraversalControl visitOperationTypeDefinition(
        OperationTypeDefinition root, TraverserContext<Node> context) {
      return keepIfKnown(root.getTypeName(), context);
    }

    @Override
    public TraversalControl visitTypeName(TypeName type, TraverserContext<Node> context) {
      // Under fields, which were looked at before, all names are known.
      return keepIfKnown(type, context);
    }

    @Override
    public TraversalControl visitDirective(Directive directive, TraverserContext<Node> context) {
      if (directives.contains(directive.getName())) {
        return TraversalControl.CONTINUE;
      }
      if (isFirst) {
        problems.add(
            Problem.warning(
                "graphql/unknown-directive",
                sentences.place(directive, "@" + directive.getName()),
                "the directive `@" + directive.getName() + "` is not defined; it is not used",
                DidYouMean.fix(
                    directives,
                    directive.getName(),
                    "define it: directive @" + directive.getName() + " on …")));
      }
      TreeTransformerUtil.deleteNode(context);
      return TraversalControl.ABORT;
    }

    private TraversalControl keepIfKnown(TypeName type, TraverserContext<Node> context) {
      if (types.contains(type.getName())) {
        return TraversalControl.CONTINUE;
      }
      if (isFirst) {
        problems.add(
            Problem.error(
                "graphql/unknown-type",
                sentences.place(type, type.getName()),
                "the type `" + type.getName() + "` is not defined",
                DidYouMean.fix(types, type.getName(), "define it")));
      }
      TreeTransformerUtil.deleteNode(context);
      return TraversalControl.ABORT;
    }
  }

  private static TypeName nameOf(Type<?> type) {
    return switch (type) {
      case NonNullType one -> nameOf(one.getType());
      case ListType list -> nameOf(list.getType());
      case TypeName name -> name;
      default -> throw new IllegalStateException("no such type: " + type.getClass());
    };
  }
}
