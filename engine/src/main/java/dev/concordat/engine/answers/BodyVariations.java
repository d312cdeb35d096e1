package dev.concordat.engine.answers;

import dev.concordat.cases.value.Facts;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.engine.answers.AllowedAnswer.Kind;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.wire.fault.EditBody;
import dev.concordat.wire.fault.JsonEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The usual answer with one place changed, where the contract allows the change: each was held against it as a whole, so
/// that nothing is said of a consumer that the provider had not promised otherwise.
final class BodyVariations {
  /// A member that no contract names.
  static final String EXTRA = "concordatUnknownMember";

  /// Deeper places are seldom read by a consumer, and there are many of them.
  private static final int MAX_DEPTH = 5;

  /// Of one list of values so many are tried.
  private static final int MAX_OTHER_VALUES = 4;

  private final HttpJudge judge;
  private final HttpOperation operation;
  private final HttpResponseMessage usual;
  private final Sentence sentence;
  private final int most;
  private final List<AllowedAnswer> answers = new ArrayList<>();
  private final JsonValue whole;

  private BodyVariations(
      HttpJudge judge,
      HttpOperation operation,
      HttpResponseMessage usual,
      MediaTypeSpec content,
      JsonValue whole,
      int most) {
    this.judge = judge;
    this.operation = operation;
    this.usual = usual;
    this.sentence = new Sentence(content.place(), content.sourceLine());
    this.whole = whole;
    this.most = most;
  }

  /// Those of an answer that keeps its contract and is JSON; none of another.
  ///
  /// @param most no more than so many
  static List<AllowedAnswer> of(
      HttpJudge judge, HttpOperation operation, HttpResponseMessage usual, int most) {
    Optional<MediaTypeSpec> content = content(operation, usual);
    Optional<Schema> schema = content.flatMap(MediaTypeSpec::schema);
    Optional<JsonValue> whole = JsonParser.parse(usual.body().toArray()).value();
    if (content.isEmpty()
        || schema.isEmpty()
        || whole.isEmpty()
        || usual.body().isCut()
        || !judge.judgeResponse(operation, operation.method(), usual).isEmpty()) {
      return List.of();
    }
    var variations = new BodyVariations(judge, operation, usual, content.get(), whole.get(), most);
    variations.visit(whole.get(), List.of(schema.get()), "", 0);
    return List.copyOf(variations.answers);
  }

  private static Optional<MediaTypeSpec> content(
      HttpOperation operation, HttpResponseMessage usual) {
    return operation
        .response(usual.status())
        .flatMap(
            spec ->
                usual
                    .header("content-type")
                    .flatMap(MediaType::parse)
                    .filter(MediaType::isJson)
                    .flatMap(type -> MediaType.choose(spec.content(), type)));
  }

  private void visit(JsonValue value, List<Schema> schemas, String pointer, int depth) {
    if (depth > MAX_DEPTH || answers.size() >= most) {
      return;
    }
    Facts facts = Facts.of(schemas, branches -> fitting(branches, value));
    if (!pointer.isEmpty()) {
      otherValues(value, facts, pointer);
    }
    switch (value) {
      case JsonObject object -> members(object, facts, pointer, depth);
      case JsonArray(List<JsonValue> items) -> items(items, facts, pointer, depth);
      default -> {}
    }
  }

  private static Schema fitting(List<Schema> branches, JsonValue value) {
    return branches.stream()
        .filter(branch -> branch.accepts(value, Direction.RESPONSE))
        .findFirst()
        .orElse(branches.getFirst());
  }

  private void members(JsonObject object, Facts facts, String pointer, int depth) {
    Map<String, List<Schema>> properties = facts.properties();
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      String at = pointer + "/" + Pointers.escape(member.getKey());
      List<Schema> schemas = properties.getOrDefault(member.getKey(), facts.otherMembers());
      add(Kind.ABSENT, at, Optional.empty(), "leaves out " + at + ", which is not required");
      if (isNullable(schemas, member.getValue())) {
        add(Kind.NULL, at, Optional.of(JsonNull.NULL), "sends null at " + at + ", as allowed");
      }
      visit(member.getValue(), schemas, at, depth + 1);
    }
    String extra = pointer + "/" + EXTRA;
    add(
        Kind.EXTRA,
        extra,
        Optional.of(new JsonString("new")),
        "sends a member at " + extra + " that its contract does not name, as allowed");
  }

  /// A place of which nothing is said may be null too, but nobody thinks of that.
  private static boolean isNullable(List<Schema> schemas, JsonValue value) {
    return !(value instanceof JsonNull)
        && !schemas.isEmpty()
        && Facts.of(schemas, branches -> fitting(branches, JsonNull.NULL)).views().stream()
            .anyMatch(SchemaView::nullable);
  }

  private void items(List<JsonValue> items, Facts facts, String pointer, int depth) {
    if (items.isEmpty()) {
      return;
    }
    if (!pointer.isEmpty()) {
      add(
          Kind.EMPTY,
          pointer,
          Optional.of(new JsonArray(List.of())),
          "sends an empty list at " + pointer + ", as allowed");
    }
    visit(items.getFirst(), facts.item(0), pointer + "/0", depth + 1);
  }

  private void otherValues(JsonValue value, Facts facts, String pointer) {
    facts.enumeration().stream()
        .filter(other -> !other.equals(value) && !(other instanceof JsonNull))
        .limit(MAX_OTHER_VALUES)
        .forEach(
            other ->
                add(
                    Kind.OTHER_VALUE,
                    pointer,
                    Optional.of(other),
                    "sends " + JsonText.compact(other) + " at " + pointer + ", as listed"));
  }

  private void add(Kind kind, String pointer, Optional<JsonValue> value, String words) {
    var edit = new JsonEdit(pointer, value);
    boolean isAllowed =
        answers.size() < most
            && edit.applied(whole)
                .map(this::message)
                .map(it -> judge.judgeResponse(operation, operation.method(), it).isEmpty())
                .orElse(false);
    if (isAllowed) {
      answers.add(new AllowedAnswer(kind, pointer, words, sentence, new EditBody(List.of(edit))));
    }
  }

  private HttpResponseMessage message(JsonValue body) {
    return new HttpResponseMessage(
        usual.status(), usual.headers(), Bytes.utf8(JsonText.compact(body)));
  }
}
