package dev.concordat.cases.shape;

import dev.concordat.cases.value.Facts;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonNull;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The values worth choosing for a scalar: the plain one first, then the ends of what is allowed, then what programs are known
/// to stumble over. All of them keep the schemas.
record LeafChoices(Facts facts, List<Schema> schemas, Texts texts) {
  /// As many listed values have a level each; of longer lists the rest takes turns.
  private static final int MAX_LISTED = 5;

  private static final int MAX_VALUES = 64;

  /// Makes text by what a schema says of it.
  interface Texts {
    /// Text of so many characters, in the schema's pattern where it has one.
    Optional<String> ofLength(int least, int most);
  }

  List<Choice> of(Optional<JsonValue> plain) {
    var choices = new ArrayList<Choice>();
    plain.ifPresent(value -> choices.add(Choice.of("", value)));
    if (!facts.enumeration().isEmpty()) {
      addListed(choices, facts.enumeration());
    } else if (facts.constant().isEmpty()) {
      addMade(choices);
    }
    if (facts.types().contains("null")) {
      choices.add(Choice.of("null", JsonNull.NULL));
    }
    return kept(choices);
  }

  private static void addListed(List<Choice> choices, List<JsonValue> listed) {
    List<JsonValue> first = listed.subList(0, Math.min(MAX_LISTED, listed.size()));
    first.forEach(value -> choices.add(Choice.of(value.toString(), value)));
    if (listed.size() > MAX_LISTED) {
      int most = Math.min(listed.size(), MAX_VALUES);
      choices.add(new Choice("another listed value", listed.subList(MAX_LISTED, most)));
    }
  }

  private void addMade(List<Choice> choices) {
    List<String> types = facts.types();
    if (types.contains("boolean")) {
      choices.add(Choice.of("false", JsonBoolean.of(false)));
      choices.add(Choice.of("true", JsonBoolean.of(true)));
    }
    if (types.contains("integer") || types.contains("number")) {
      NumberChoices.addTo(choices, facts);
    }
    if (types.contains("string")) {
      TextChoices.addTo(choices, facts, texts);
    }
  }

  /// Only what the schemas accept, and nothing twice.
  private List<Choice> kept(List<Choice> choices) {
    var kept = new ArrayList<Choice>();
    Set<JsonValue> seen = new HashSet<>();
    for (Choice choice : choices) {
      List<JsonValue> values =
          choice.values().stream().filter(v -> accepts(v) && seen.add(v)).toList();
      if (!values.isEmpty()) {
        kept.add(new Choice(choice.what(), values));
      }
    }
    return kept;
  }

  private boolean accepts(JsonValue value) {
    return schemas.stream().allMatch(schema -> schema.accepts(value, Direction.REQUEST));
  }
}
