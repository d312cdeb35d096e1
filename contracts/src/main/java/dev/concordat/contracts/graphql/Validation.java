package dev.concordat.contracts.graphql;

import dev.concordat.contracts.tree.TextFile;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.DidYouMean;
import dev.concordat.model.problem.Problem;
import graphql.GraphQLException;
import graphql.language.Document;
import graphql.schema.GraphQLSchema;
import graphql.validation.QueryComplexityLimits;
import graphql.validation.ValidationError;
import graphql.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Validates documents by a schema, as section 5 of the specification says.
final class Validation {
  private static final int MAX_DEPTH = 100;
  private static final int MAX_FIELDS = 20_000;
  private static final Pattern PREFIX =
      Pattern.compile("^Validation error(?: \\([^)]*\\))? ?: ?", Pattern.CASE_INSENSITIVE);
  private static final Pattern UNDEFINED_FIELD =
      Pattern.compile("Field '(\\w+)' in type '(\\w+)' is undefined");
  private static final Pattern QUOTED = Pattern.compile("'([_A-Za-z]\\w*)'");

  private Validation() {}

  /// All that is wrong; nothing where the schema has nothing to say.
  static List<ValidationError> errors(GraphQLSchema schema, Document document) {
    QueryComplexityLimits limits =
        QueryComplexityLimits.newLimits().maxDepth(MAX_DEPTH).maxFieldsCount(MAX_FIELDS).build();
    try {
      return new Validator().validateDocument(schema, document, rule -> true, Locale.ROOT, limits);
    } catch (GraphQLException | StackOverflowError tooMuch) {
      return List.of(
          ValidationError.newValidationError()
              .description("the document cannot be validated: " + tooMuch.getMessage())
              .build());
    }
  }

  static List<Problem> problems(GraphQlSchemaContract schema, Document document, TextFile source) {
    if (schema.executable().isEmpty()) {
      return List.of();
    }
    return errors(schema.executable().get(), document).stream()
        .map(error -> problem(schema, error, source))
        .toList();
  }

  private static Problem problem(
      GraphQlSchemaContract schema, ValidationError error, TextFile source) {
    Place place =
        Optional.ofNullable(error.getLocations()).stream()
            .flatMap(List::stream)
            .findFirst()
            .map(at -> Places.of(source, at))
            .orElseGet(() -> Place.of(source.name()));
    String message = message(error);
    return Problem.error("graphql/invalid-document", place, message, fix(schema, message));
  }

  static String message(ValidationError error) {
    return PREFIX.matcher(String.valueOf(error.getMessage())).replaceFirst("");
  }

  /// What a field that is not there was meant to be.
  static String fix(GraphQlSchemaContract schema, String message) {
    Matcher undefined = UNDEFINED_FIELD.matcher(message);
    return undefined.find()
        ? schema
            .type(undefined.group(2))
            .map(
                type ->
                    DidYouMean.fix(
                        type.fields().stream().map(GraphQlType.Field::name).toList(),
                        undefined.group(1),
                        ""))
            .orElse("")
        : "";
  }

  /// The type of the schema that an error speaks of.
  static Optional<GraphQlType> subject(GraphQlSchemaContract schema, String message) {
    Matcher quoted = QUOTED.matcher(message);
    Optional<GraphQlType> found = Optional.empty();
    while (found.isEmpty() && quoted.find()) {
      found = schema.type(quoted.group(1));
    }
    return found;
  }
}
