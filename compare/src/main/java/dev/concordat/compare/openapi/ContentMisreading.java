package dev.concordat.compare.openapi;

import dev.concordat.compare.schema.Edit;
import dev.concordat.compare.schema.SchemaDifference;
import dev.concordat.compare.schema.Verdict;
import dev.concordat.compare.schema.Way;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaView;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.ScalarNode;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;

/// What becomes of a text whose content is told otherwise: how it is encoded, what type it has, what it holds. Every text
/// passes, for validators do not look into it (JSON Schema 2020-12, 8), and who decodes it as the own contract says reads
/// something else, or nothing.
record ContentMisreading(Comparison comparison, Way way) {
  /// What it does, and in words what becomes of a text.
  record Misread(Impact impact, String words) {}

  Optional<Misread> of(SchemaDifference difference) {
    return difference.edits().stream().flatMap(edit -> of(edit).stream()).findFirst();
  }

  /// Whether nothing but the schema of the content is written otherwise, and means the same.
  boolean isRewriting(SchemaDifference difference) {
    return !difference.edits().isEmpty()
        && difference.edits().stream()
            .allMatch(
                edit ->
                    edit.keyword().equals("contentSchema")
                        && isIn(way.sender(edit.before(), edit.after()), receiver(edit))
                        && isIn(receiver(edit), way.sender(edit.before(), edit.after())));
  }

  private Optional<Misread> of(Edit edit) {
    return switch (edit.keyword()) {
      case "contentMediaType", "contentEncoding" -> labelled(edit);
      case "contentSchema" -> held(edit);
      default -> Optional.empty();
    };
  }

  /// A sender that never said how it writes a text cannot be misread by the letter.
  private Optional<Misread> labelled(Edit edit) {
    Optional<JsonValue> sent = way.sender(edit.before(), edit.after()).value();
    Optional<JsonValue> read = receiver(edit).value();
    return sent.isPresent() && read.isPresent()
        ? Optional.of(
            new Misread(
                Impact.MISREAD,
                "the same text passes, written as "
                    + Words.shown(sent.get())
                    + " and read as "
                    + Words.shown(read.get())))
        : Optional.empty();
  }

  /// The schema counts where the content is JSON; without a type it says nothing (8.5).
  private Optional<Misread> held(Edit edit) {
    if (!isJson(receiver(edit))) {
      return Optional.empty();
    }
    Verdict verdict = verdict(way.sender(edit.before(), edit.after()), receiver(edit));
    return switch (verdict) {
      case Verdict.Proved ignored -> Optional.empty();
      case Verdict.Breaks(JsonValue witness, var ignoredHow, var ignoredVoters) ->
          Optional.of(
              new Misread(
                  Impact.MISREAD,
                  "the text "
                      + Words.shown(new JsonString(witness.toString()))
                      + " passes, and what it holds is not what its reader's contract describes"));
      case Verdict.Unknown(String reason, var ignored) ->
          Optional.of(
              new Misread(
                  Impact.UNKNOWN, "whether the reader expects what the text holds: " + reason));
    };
  }

  private Edit.Side receiver(Edit edit) {
    return way.receiver(edit.before(), edit.after());
  }

  private boolean isIn(Edit.Side sent, Edit.Side taken) {
    return verdict(sent, taken) instanceof Verdict.Proved;
  }

  private Verdict verdict(Edit.Side sent, Edit.Side taken) {
    return comparison.schemas().verdict(content(sent), content(taken), way.direction());
  }

  private Schema content(Edit.Side side) {
    return side.schema()
        .map(Schema::view)
        .flatMap(SchemaView::contentSchema)
        .orElse(MadeSchemas.ANYTHING);
  }

  private static Optional<String> mediaType(Schema schema) {
    return schema.node() instanceof ObjectNode object
            && object.get("contentMediaType").orElse(null) instanceof ScalarNode said
        ? said.text()
        : Optional.empty();
  }

  private static boolean isJson(Edit.Side side) {
    return side.schema()
        .flatMap(ContentMisreading::mediaType)
        .flatMap(MediaType::parse)
        .filter(MediaType::isJson)
        .isPresent();
  }
}
