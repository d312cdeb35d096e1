package dev.concordat.compare.need;

import dev.concordat.compare.need.MessageNeed.Parcel;
import dev.concordat.compare.need.Objection.Kind;
import dev.concordat.compare.need.Objection.Untaken;
import dev.concordat.contracts.asyncapi.MessageSpec;
import dev.concordat.contracts.inclusion.Inclusion;
import dev.concordat.contracts.inclusion.Reading;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.Violation;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Payload and headers of one documented message against those of a consumer.
final class MessageParts {
  private final Questions questions;
  private final MessageSpec message;
  private final Parcel parcel;
  private final boolean isDetailed;

  /// @param isDetailed whether each part that may differ is told by itself
  MessageParts(Questions questions, MessageSpec message, Parcel parcel, boolean isDetailed) {
    this.questions = questions;
    this.message = message;
    this.parcel = parcel;
    this.isDetailed = isDetailed;
  }

  /// What speaks against its being what the consumer needs.
  List<MessageObjection> received() {
    List<MessageObjection> found = new ArrayList<>();
    if (parcel.payload().isPresent() && message.payload().isPresent()) {
      needed(Part.MESSAGE, questions, message.payload().get(), parcel.payload().get(), found);
    }
    // Headers whose schema is put together from traits are open in each part.
    Questions ofHeaders = message.headers().size() > 1 ? new Questions(Reading.LITERAL) : questions;
    for (Schema headers : message.headers()) {
      if (parcel.headers().isPresent()) {
        needed(Part.MESSAGE_HEADERS, ofHeaders, headers, parcel.headers().get(), found);
      }
    }
    return found;
  }

  private void needed(
      Part part,
      Questions questions,
      Schema schema,
      Example example,
      List<MessageObjection> found) {
    List<Objection> all = new JsonNeed(questions, schema, example, Direction.NONE).objections();
    (isDetailed ? all : Objection.summed(all))
        .forEach(objection -> found.add(new MessageObjection(part, objection)));
  }

  /// What speaks against its being what the consumer sends.
  List<MessageObjection> sent() {
    List<MessageObjection> found = new ArrayList<>();
    if (parcel.payload().isPresent() && message.payload().isPresent()) {
      taken(Part.MESSAGE, message.payload().get(), parcel.payload().get(), found);
    }
    for (Schema headers : message.headers()) {
      if (parcel.headers().isPresent()) {
        taken(Part.MESSAGE_HEADERS, headers, parcel.headers().get(), found);
      }
    }
    return found;
  }

  private void taken(Part part, Schema schema, Example example, List<MessageObjection> found) {
    List<Violation> violations = schema.validate(example.value());
    for (Violation violation : violations) {
      found.add(
          new MessageObjection(
              part,
              new Objection(
                  Kind.NEVER,
                  "it is refused: " + violation.message(),
                  violation.instancePointer(),
                  violation.instancePointer(),
                  new Sentence(violation.sentence(), violation.sentenceText()),
                  Optional.of(new Untaken(example.value(), violation.message())),
                  Optional.empty())));
    }
    if (violations.isEmpty() && example.hasRules()) {
      language(schema, example).ifPresent(one -> found.add(new MessageObjection(part, one)));
    }
  }

  private Optional<Objection> language(Schema schema, Example example) {
    return switch (questions.takes(example.language(Shape.SENT), schema, Direction.NONE)) {
      case Inclusion.Proved() -> Optional.empty();
      case Inclusion.Breaks(JsonValue witness) -> {
        Optional<Violation> why = schema.validate(witness).stream().findFirst();
        String refusal = why.map(Violation::message).orElse("");
        yield Optional.of(
            new Objection(
                Kind.MAY_DIFFER,
                "one that matches is refused: " + refusal,
                "",
                "",
                why.map(it -> new Sentence(it.sentence(), it.sentenceText()))
                    .orElseGet(() -> new Sentence(schema.place(), schema.node().sourceLine())),
                Optional.of(new Untaken(witness, refusal)),
                Optional.empty()));
      }
      case Inclusion.Unknown(String reason, List<String> tried) ->
          Optional.of(
              new Objection(
                  Kind.MAY_DIFFER,
                  "the example is taken; whether all that matches is taken is not decided: "
                      + reason,
                  "",
                  "",
                  new Sentence(schema.place(), schema.node().sourceLine()),
                  Optional.empty(),
                  Optional.of(new Evidence.Undecided(reason, tried))));
    };
  }
}
