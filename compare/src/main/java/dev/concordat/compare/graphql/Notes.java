package dev.concordat.compare.graphql;

import dev.concordat.compare.graphql.Change.Subject;
import dev.concordat.contracts.graphql.GraphQlType.Field;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.json.JsonValue;
import java.util.Optional;

/// Compares what fields, arguments, input fields and enum values have in common: descriptions, deprecation, defaults and the
/// types of what is sent.
///
/// @param path of the one that is compared
/// @param isNew whether it is only in the new schema
record Notes(Changes changes, Subject subject, Position.Part part, String path, boolean isNew) {
  /// The specification's own reason (section 3.13.3).
  static final String NO_REASON = "No longer supported";

  /// What changes of descriptions are called.
  record DescriptionTypes(InspectorType added, InspectorType changed, InspectorType removed) {}

  static final DescriptionTypes OF_TYPES =
      new DescriptionTypes(
          InspectorType.TYPE_DESCRIPTION_ADDED,
          InspectorType.TYPE_DESCRIPTION_CHANGED,
          InspectorType.TYPE_DESCRIPTION_REMOVED);
  static final DescriptionTypes OF_FIELDS =
      new DescriptionTypes(
          InspectorType.FIELD_DESCRIPTION_ADDED,
          InspectorType.FIELD_DESCRIPTION_CHANGED,
          InspectorType.FIELD_DESCRIPTION_REMOVED);
  static final DescriptionTypes OF_INPUTS =
      new DescriptionTypes(
          InspectorType.INPUT_FIELD_DESCRIPTION_ADDED,
          InspectorType.INPUT_FIELD_DESCRIPTION_CHANGED,
          InspectorType.INPUT_FIELD_DESCRIPTION_REMOVED);

  /// ` (it was deprecated: use price)`, or nothing.
  static String deprecated(Field field) {
    return deprecated(field.deprecation());
  }

  static String deprecated(Optional<String> reason) {
    return reason
        .map(
            text ->
                text.isEmpty() || text.equals(NO_REASON)
                    ? " (it was deprecated)"
                    : " (it was deprecated: " + text + ")")
        .orElse("");
  }

  /// ` = 10`, or nothing.
  static String defaultOf(Field place) {
    return place.defaultValue().map(value -> " = " + value).orElse("");
  }

  private Changes.Draft draft(InspectorType type, String rest) {
    return changes.of(type, subject, part, path + rest).ofNew(isNew);
  }

  /// A description where being added, changed and removed have names of their own.
  void describe(
      DescriptionTypes types,
      Optional<Sentence> before,
      Sentence after,
      Optional<String> old,
      Optional<String> now) {
    if (isSame(old, now)) {
      return;
    }
    InspectorType type =
        old.isEmpty() ? types.added() : now.isEmpty() ? types.removed() : types.changed();
    described(type, before, after, old, now);
  }

  /// A description where all changes have one name.
  void described(
      InspectorType type,
      Optional<Sentence> before,
      Sentence after,
      Optional<String> old,
      Optional<String> now) {
    if (isSame(old, now)) {
      return;
    }
    String what =
        old.isEmpty()
            ? "has a description"
            : now.isEmpty() ? "has lost its description" : "is described in other words";
    Changes.Draft draft = draft(type, "").level(Level.NON_BREAKING).after(after);
    before.ifPresent(draft::before);
    draft.say("`" + path + "` " + what);
  }

  /// An empty text counts as none.
  private static boolean isSame(Optional<String> old, Optional<String> now) {
    return old.orElse("").equals(now.orElse(""));
  }

  /// Whether a field is deprecated, and why.
  void deprecate(Optional<Field> old, Field now) {
    Optional<String> before = old.flatMap(Field::deprecation);
    Optional<String> after = now.deprecation();
    Changes.Draft draft;
    String message;
    if (before.isEmpty() && after.isEmpty()) {
      return;
    } else if (before.isEmpty()) {
      draft = draft(InspectorType.FIELD_DEPRECATION_ADDED, ".@deprecated");
      message = " is deprecated: " + after.orElse("");
    } else if (after.isEmpty()) {
      draft = draft(InspectorType.FIELD_DEPRECATION_REMOVED, ".@deprecated");
      message = " is no longer deprecated";
    } else if (before.get().equals(after.get())) {
      return;
    } else if (before.get().equals(NO_REASON)) {
      draft = draft(InspectorType.FIELD_DEPRECATION_REASON_ADDED, ".@deprecated");
      message = " says why it is deprecated: " + after.get();
    } else if (after.get().equals(NO_REASON)) {
      draft = draft(InspectorType.FIELD_DEPRECATION_REASON_REMOVED, "");
      message = " no longer says why it is deprecated";
    } else {
      draft = draft(InspectorType.FIELD_DEPRECATION_REASON_CHANGED, ".@deprecated");
      message = " says another reason for being deprecated: " + after.get();
    }
    old.map(SchemaView::sentence).ifPresent(draft::before);
    draft.level(Level.NON_BREAKING).after(SchemaView.sentence(now)).say("`" + path + "`" + message);
  }

  /// Why an enum value is deprecated.
  void deprecateValue(
      Optional<String> before, Optional<String> after, Optional<Sentence> old, Sentence now) {
    if (isSame(before, after)) {
      return;
    }
    boolean hadReason = before.isPresent() && !before.get().equals(NO_REASON);
    boolean hasReason = after.isPresent() && !after.get().equals(NO_REASON);
    InspectorType type =
        !hadReason
            ? InspectorType.ENUM_VALUE_DEPRECATION_REASON_ADDED
            : hasReason
                ? InspectorType.ENUM_VALUE_DEPRECATION_REASON_CHANGED
                : InspectorType.ENUM_VALUE_DEPRECATION_REASON_REMOVED;
    boolean isPlain = type == InspectorType.ENUM_VALUE_DEPRECATION_REASON_REMOVED;
    Changes.Draft draft =
        draft(type, isPlain ? "" : ".@deprecated").level(Level.NON_BREAKING).after(now);
    old.ifPresent(draft::before);
    draft.say(
        "`"
            + path
            + "` is "
            + after.map(reason -> "deprecated: " + reason).orElse("no longer deprecated"));
  }

  /// What the server sees where nothing is given.
  void defaultChanged(
      InspectorType type,
      Field old,
      Field now,
      Optional<JsonValue> before,
      Optional<JsonValue> after) {
    if (before.equals(after)) {
      return;
    }
    Changes.Draft draft =
        draft(type, "").before(SchemaView.sentence(old)).after(SchemaView.sentence(now));
    if (Defaults.isSeenByInspector(before, after)) {
      draft.level(Level.DANGEROUS);
    }
    draft.say("`" + path + "` " + defaults(old, now, after));
  }

  static String defaults(Field old, Field now, Optional<JsonValue> after) {
    String was = old.defaultValue().map(value -> "it was `" + value + "`").orElse("it had none");
    if (old.defaultValue().equals(now.defaultValue())) {
      return "is `"
          + after.map(JsonValue::toString).orElse("nothing")
          + "` where it is not given, by defaults inside its default";
    }
    return now.defaultValue()
        .map(value -> "is `" + value + "` where it is not given, " + was)
        .orElseGet(() -> "has no default value any more, " + was);
  }

  /// The type of something that is sent.
  void sentTypeChanged(InspectorType type, Field old, Field now) {
    if (old.type().equals(now.type())) {
      return;
    }
    boolean isSafe = TypeReference.of(old.type()).fitsInto(TypeReference.of(now.type()));
    draft(type, "")
        .level(isSafe ? Level.NON_BREAKING : Level.BREAKING)
        .before(SchemaView.sentence(old))
        .after(SchemaView.sentence(now))
        .say("`" + path + "` is a `" + now.type() + "`, it was a `" + old.type() + "`");
  }
}
