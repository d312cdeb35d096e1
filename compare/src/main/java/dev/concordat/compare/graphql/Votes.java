package dev.concordat.compare.graphql;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.graphql.GraphQlJudge;
import dev.concordat.contracts.schema.Dialect;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaLoader;
import dev.concordat.contracts.tree.Documents;
import dev.concordat.model.json.JsonObject;
import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What two validators that know nothing of each other say by one schema: of operations, and of answers to them.
final class Votes {
  /// Who judges operations.
  static final List<String> OF_OPERATIONS = List.of("Concordat", "graphql-java");

  /// Who judges answers.
  static final List<String> OF_ANSWERS =
      List.of("Concordat (GraphQL)", "Concordat (the answer as a JSON Schema)");

  /// The path of a misfit that is about the values of variables.
  static final String VARIABLES = "$";

  private static final int MAX_CHARACTERS = 1 << 20;
  private static final int MAX_TOKENS = 200_000;
  private static final ParserOptions OPTIONS =
      ParserOptions.newParserOptions()
          .captureIgnoredChars(false)
          .captureLineComments(false)
          .readerTrackData(false)
          .maxCharacters(MAX_CHARACTERS)
          .maxTokens(MAX_TOKENS)
          .build();

  private final SchemaView schema;
  private final GraphQlJudge judge;
  private final VariableCheck variables;

  Votes(SchemaView schema) {
    this.schema = schema;
    judge = new GraphQlJudge(schema.contract());
    variables = new VariableCheck(schema);
  }

  /// Whether there is a schema to vote by at all.
  boolean canVote() {
    return schema.contract().executable().isPresent();
  }

  /// The text as a document; empty where it is none.
  static Optional<Document> parse(String text) {
    try {
      return Optional.of(
          Parser.parse(
              ParserEnvironment.newParserEnvironment()
                  .document(text)
                  .parserOptions(OPTIONS)
                  .build()));
    } catch (InvalidSyntaxException e) {
      return Optional.empty();
    }
  }

  /// Whether both take an operation.
  boolean take(Probe probe, Document document) {
    return canVote()
        && DocumentCheck.of(schema, document).isEmpty()
        && variables.refusal(document, probe.variables()).isEmpty()
        && judge.request(probe.body()).isEmpty();
  }

  /// All that is wrong with an operation, if both refuse it; empty where one takes it.
  List<Misfit> refusal(Probe probe, Document document) {
    var misfits = new ArrayList<>(DocumentCheck.of(schema, document));
    variables
        .refusal(document, probe.variables())
        .ifPresent(
            why ->
                misfits.add(
                    new Misfit(Misfit.Kind.INPUT, document, VARIABLES, Optional.empty(), why)));
    return misfits.isEmpty() || judge.request(probe.body()).isEmpty() ? List.of() : misfits;
  }

  /// Whether both take an answer.
  boolean takeAnswer(Probe probe, Document document, JsonObject answer) {
    return canVote()
        && judge.response(probe.body(), answer).isEmpty()
        && asSchema(document).filter(one -> one.accepts(answer)).isPresent();
  }

  /// Why both refuse an answer; empty where one takes it.
  Optional<String> answerRefusal(Probe probe, Document document, JsonObject answer) {
    List<Breach> breaches = judge.response(probe.body(), answer);
    return !breaches.isEmpty() && asSchema(document).filter(one -> !one.accepts(answer)).isPresent()
        ? Optional.of(breaches.getFirst().pointer() + ": " + breaches.getFirst().message())
        : Optional.empty();
  }

  private Optional<Schema> asSchema(Document document) {
    return AnswerSchema.of(schema, document)
        .map(
            one -> {
              var documents = new Documents(Path.of("."));
              byte[] text = one.toString().getBytes(StandardCharsets.UTF_8);
              return SchemaLoader.withFormatsAsAnnotations(documents, Dialect.DRAFT_2020_12)
                  .load(documents.parse("answer.json", text).root());
            });
  }
}
