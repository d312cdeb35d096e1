package dev.concordat.compare.schema;

import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.tree.Located;
import dev.concordat.model.json.JsonValue;
import java.util.Locale;
import java.util.Optional;

/// One change of one sentence between two schemas.
///
/// Keywords are spelled as JSON Schema 2020-12 and OpenAPI 3.1 do, whatever the dialect: the two bounds of older dialects
/// are `exclusiveMinimum` and `exclusiveMaximum`, lists of `dependencies` are `dependentRequired`, `nullable` and a `null`
/// among the types are {@link #NULLABLE}. Parts of `allOf` are read as if they stood in the schema itself.
///
/// @param keyword what was changed. Of `properties`, `patternProperties`, `required`, `enum`, `type`, `allOf`, `anyOf`,
///     `oneOf`, `prefixItems`, `dependentRequired`, `dependentSchemas`, `x-extensible-enum` and {@link #MAPPING} one member
/// @param name of the member that was changed: a property, a pattern, a mapping's key, the component an alternative refers
///     to; empty where there is none
/// @param pointer where in a value, array indices as `*`; of a property, the property
/// @param route by which keywords the walk came there, as in `/oneOf/Cat/properties/name`; empty for the whole
/// @param before what the first schema says
/// @param after what the second schema says
public record Edit(
    String keyword,
    String name,
    Change change,
    String pointer,
    String route,
    Side before,
    Side after) {
  /// Null is allowed beside the type.
  public static final String NULLABLE = "nullable";

  /// The sender has no value at all at the place, so that whatever was edited there passes. Its verdict is proved where other
  /// edits of the place were judged by the letter instead, and unknown where there is no value by the letter either.
  public static final String NOTHING = "nothing";

  /// One key of a discriminator's `mapping`.
  public static final String MAPPING = "mapping";

  /// What happened.
  public enum Change {
    /// A member of a list or an object of schemas came, or a keyword whose value is a schema.
    ADDED,
    REMOVED,
    /// A keyword with a plain value came: `maxLength`, `format`, `default`, `readOnly: true`.
    SET,
    UNSET,
    /// A number went up.
    INCREASED,
    DECREASED,
    /// Allows all that it did, and more: `integer` became `number`, a pattern became a wider one.
    GENERALISED,
    /// Allows less.
    SPECIALISED,
    /// Neither of the two.
    CHANGED
  }

  /// What the changed sentence is for.
  public enum Concern {
    /// Which values are allowed.
    VALUES,
    /// What a value means: a default, a unit, an encoding.
    MEANING,
    /// How long it may be relied on: `deprecated`, `x-sunset`, `x-stability-level`.
    LIFECYCLE,
    /// Neither is decided by validators: which schema is meant, how it is written as XML.
    NOTE
  }

  /// What one of the schemas says.
  ///
  /// @param schema that has the keyword, or would have it; of `properties`, the property's schema. Absent where there is none
  /// @param value the keyword's, or of the one member
  /// @param place where it stands; where it says nothing, the schema around
  /// @param isRequired whether there must be a member at the pointer; false where the pointer leads to no member
  /// @param isReadOnly as the schemas say that are read together at the pointer
  /// @param isWriteOnly the same
  /// @param hasDefault the same
  public record Side(
      Optional<Schema> schema,
      Optional<JsonValue> value,
      Optional<Located> place,
      boolean isRequired,
      boolean isReadOnly,
      boolean isWriteOnly,
      boolean hasDefault) {
    /// Nothing is there.
    public static final Side NONE =
        new Side(Optional.empty(), Optional.empty(), Optional.empty(), false, false, false, false);
  }

  /// Whether the receiver's sentence asks less than the sender's of the same keyword, so that who keeps the one keeps the
  /// other.
  boolean asksLess(Way way) {
    boolean isForward = way.isSentByBefore();
    boolean isLower = change == (isForward ? Change.DECREASED : Change.INCREASED);
    boolean isHigher = change == (isForward ? Change.INCREASED : Change.DECREASED);
    String bound = keyword.toLowerCase(Locale.ROOT);
    return (bound.contains("min") && isLower)
        || (bound.contains("max") && isHigher)
        || change == (isForward ? Change.GENERALISED : Change.SPECIALISED);
  }

  /// Whether the second schema may have fewer values because of it.
  boolean leavesLess() {
    return switch (change) {
      case SET, INCREASED, DECREASED, SPECIALISED, CHANGED -> true;
      case ADDED -> keyword.equals("oneOf") || keyword.equals("allOf");
      case REMOVED -> keyword.equals("enum");
      case UNSET, GENERALISED -> false;
    };
  }

  /// What the changed sentence is for.
  public Concern concern() {
    return switch (keyword) {
      case "default", "contentMediaType", "contentEncoding", "contentSchema" -> Concern.MEANING;
      case "deprecated", "x-sunset", "x-stability-level" -> Concern.LIFECYCLE;
      case "discriminator", MAPPING, "xml" -> Concern.NOTE;
      default ->
          // An open list refuses no value either.
          keyword.startsWith("x-") ? Concern.MEANING : Concern.VALUES;
    };
  }
}
