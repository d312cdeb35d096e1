package dev.concordat.contracts.graphql;

import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.SDLDefinition;
import graphql.language.SDLExtensionDefinition;
import graphql.language.SDLNamedDefinition;
import graphql.language.SchemaDefinition;
import graphql.language.SourceLocation;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.errors.SchemaProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes the library's schema, by which documents are validated, of what is right in the definitions: what is wrong is a
/// problem and is left out, until the rest fits.
// The library declares definitions without their type argument.
@SuppressWarnings("rawtypes")
final class SchemaBuild {
  private static final int MAX_ROUNDS = 20;

  /// The library's memory grows with the square of how far types lead from one to the next.
  private static final int MAX_TYPES = 10_000;

  private static final int MAX_MESSAGE_CHARACTERS = 500;
  private static final Pattern PLACE_IN_TEXT = Pattern.compile(" ?\\[@\\d+:\\d+\\]");
  private static final Pattern QUOTED = Pattern.compile("['\"`](?:\\w+\\.)?([_A-Za-z]\\w*)");

  private final Sentences sentences;
  private final String file;
  private final List<Problem> problems;
  private final Set<String> said = new HashSet<>();
  // Where something was left out, that it is missing is no problem of its own.
  private boolean isWhole;

  SchemaBuild(Sentences sentences, String file, List<Problem> problems) {
    this.sentences = sentences;
    this.file = file;
    this.problems = problems;
  }

  Optional<GraphQLSchema> build(Document document) {
    long types =
        document.getDefinitions().stream().filter(TypeDefinition.class::isInstance).count();
    if (types > MAX_TYPES) {
      say(
          "graphql/too-much",
          Place.of(file),
          types + " types are defined; documents are judged by schemas of up to " + MAX_TYPES,
          "split the schema");
      return Optional.empty();
    }
    var pruning = new Pruning(sentences, problems);
    Document unique = withoutDuplicates(document);
    isWhole = problems.stream().noneMatch(problem -> problem.rule().equals("graphql/syntax"));
    Document rest = pruning.prune(withQuery(unique), true);
    isWhole &=
        problems.stream().noneMatch(problem -> problem.rule().equals("graphql/unknown-type"));
    for (int round = 0; round < MAX_ROUNDS; round++) {
      List<Definition> definitions = new ArrayList<>(rest.getDefinitions());
      Set<Definition> bad = new HashSet<>();
      Optional<GraphQLSchema> schema = attempt(definitions, bad);
      if (schema.isPresent()) {
        return schema;
      }
      if (bad.isEmpty()) {
        return Optional.empty();
      }
      definitions.removeAll(bad);
      isWhole = false;
      rest =
          pruning.prune(withQuery(Document.newDocument().definitions(definitions).build()), false);
    }
    return Optional.empty();
  }

  /// Types that are defined twice: the first counts.
  private Document withoutDuplicates(Document document) {
    Map<String, TypeDefinition<?>> first = new HashMap<>();
    var kept = new ArrayList<Definition>();
    for (Definition<?> definition : document.getDefinitions()) {
      boolean isDuplicate =
          definition instanceof TypeDefinition<?> type
              && !(definition instanceof SDLExtensionDefinition)
              && first.putIfAbsent(type.getName(), type) != null;
      if (!isDuplicate) {
        kept.add(definition);
      } else if (definition instanceof TypeDefinition<?> type) {
        Place other = sentences.place(first.getOrDefault(type.getName(), type), type.getName());
        problems.add(
            Problem.error(
                "graphql/duplicate-type",
                sentences.place(type, type.getName()),
                "the type `" + type.getName() + "` is defined in line " + other.line() + " already",
                "rename one of the two, or write `extend` before the second"));
      }
    }
    return Document.newDocument().definitions(kept).build();
  }

  /// A schema without queries is not valid; so that the rest can be used, it gets one.
  private Document withQuery(Document document) {
    boolean hasQuery =
        document.getDefinitionsOfType(SchemaDefinition.class).stream()
                .anyMatch(
                    schema ->
                        schema.getOperationTypeDefinitions().stream()
                            .anyMatch(one -> one.getName().equals("query")))
            || document.getDefinitionsOfType(ObjectTypeDefinition.class).stream()
                .anyMatch(
                    type ->
                        type.getName().equals("Query")
                            && !(type instanceof SDLExtensionDefinition));
    if (hasQuery) {
      return document;
    }
    if (isWhole) {
      say(
          "graphql/no-query",
          Place.of(file),
          "the schema has no query type",
          "add `type Query { … }`, or name it: schema { query: … }");
    }
    FieldDefinition nothing =
        FieldDefinition.newFieldDefinition()
            .name("_nothing")
            .type(TypeName.newTypeName("Boolean").build())
            .build();
    return document.transform(
        builder ->
            builder.definition(
                ObjectTypeDefinition.newObjectTypeDefinition()
                    .name("Query")
                    .fieldDefinition(nothing)
                    .build()));
  }

  private Optional<GraphQLSchema> attempt(List<Definition> definitions, Set<Definition> bad) {
    var registry = new TypeDefinitionRegistry();
    for (Definition<?> definition : definitions) {
      if (definition instanceof SDLDefinition<?> one) {
        registry
            .add(one)
            .ifPresent(
                error -> {
                  say(error, definitions);
                  bad.add(definition);
                });
      } else {
        bad.add(definition);
      }
    }
    for (RootTypes.Wrong wrong : RootTypes.wrong(definitions)) {
      say(
          "graphql/invalid-schema",
          sentences.place(wrong.definition(), wrong.type()),
          "operations begin with `" + wrong.type() + "`, which is no object type",
          "define it with `type`");
      bad.add(wrong.definition());
    }
    if (!bad.isEmpty()) {
      return Optional.empty();
    }
    try {
      RuntimeWiring wiring =
          RuntimeWiring.newRuntimeWiring().wiringFactory(new AnyScalars()).build();
      return Optional.of(
          DeepStack.call(() -> new SchemaGenerator().makeExecutableSchema(registry, wiring)));
    } catch (SchemaProblem e) {
      for (GraphQLError error : e.getErrors()) {
        say(error, definitions).ifPresent(bad::add);
      }
    } catch (GraphQLException e) {
      // Found wrong only when all was put together; the library knows no places for these.
      String.valueOf(e.getMessage())
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("invalid schema"))
          .forEach(line -> named(line, definitions).ifPresent(bad::add));
    }
    return Optional.empty();
  }

  /// Says an error; gives the definition that it is in.
  private Optional<Definition> say(GraphQLError error, List<Definition> definitions) {
    String message = PLACE_IN_TEXT.matcher(String.valueOf(error.getMessage())).replaceAll("");
    List<SourceLocation> locations =
        Optional.ofNullable(error.getLocations()).orElseGet(List::of).stream()
            .filter(at -> at != null && at.getLine() > 0)
            .toList();
    Optional<Definition> around =
        locations.stream()
            .findFirst()
            .flatMap(
                at ->
                    definitions.stream()
                        .filter(one -> starts(one) > 0 && starts(one) <= at.getLine())
                        .reduce(
                            (first, second) -> starts(second) >= starts(first) ? second : first));
    if (around.isEmpty()) {
      return named(message, definitions);
    }
    Place place =
        sentences instanceof Sentences.Written(var text)
            ? Places.of(text, locations.getFirst())
            : Place.of(file);
    say("graphql/invalid-schema", place, cut(message), "");
    return around;
  }

  private static int starts(Definition<?> definition) {
    SourceLocation at = definition.getSourceLocation();
    return at == null ? 0 : at.getLine();
  }

  /// Says an error that names a definition in quotes.
  private Optional<Definition> named(String message, List<Definition> definitions) {
    Matcher quoted = QUOTED.matcher(message);
    while (quoted.find()) {
      for (Definition<?> definition : definitions) {
        if (definition instanceof SDLNamedDefinition<?> named
            && named.getName().equals(quoted.group(1))) {
          Place place = sentences.place(definition, named.getName());
          say("graphql/invalid-schema", place, cut(message), "");
          return Optional.of(definition);
        }
      }
    }
    say("graphql/invalid-schema", Place.of(file), cut(message), "");
    return Optional.empty();
  }

  private static String cut(String message) {
    return message.length() <= MAX_MESSAGE_CHARACTERS
        ? message
        : message.substring(0, MAX_MESSAGE_CHARACTERS) + "…";
  }

  private void say(String rule, Place place, String message, String fix) {
    boolean follows = !isWhole && message.contains("must define one or more fields");
    if (!follows && said.add(place + message)) {
      problems.add(Problem.error(rule, place, message, fix));
    }
  }
}
