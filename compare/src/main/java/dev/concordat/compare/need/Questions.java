package dev.concordat.compare.need;

import dev.concordat.contracts.inclusion.Effort;
import dev.concordat.contracts.inclusion.Inclusion;
import dev.concordat.contracts.inclusion.Inclusions;
import dev.concordat.contracts.inclusion.Meeting;
import dev.concordat.contracts.inclusion.Reading;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/// Questions about a provider's schema and a consumer's language of values. Not thread-safe.
public final class Questions {
  /// What was found out is forgotten after so many questions, so that many interactions do not fill the memory.
  private static final int MAX_REMEMBERED = 2_000;

  private final Reading sender;
  private Inclusions inclusions = new Inclusions(Effort.defaults());
  private int asked;

  /// @param sender how the provider's schemas are read where it sends
  public Questions(Reading sender) {
    this.sender = sender;
  }

  private Inclusions ask() {
    if (++asked > MAX_REMEMBERED) {
      asked = 0;
      inclusions = new Inclusions(Effort.defaults());
    }
    return inclusions;
  }

  /// Whether whatever the provider may send is taken by the consumer. A break is a value that the provider's validator
  /// accepts and the consumer's own matcher refuses.
  public Inclusion reads(Schema provider, Language consumer, Direction direction) {
    Inclusion strict = ask().check(provider, sender, consumer.under(), direction);
    if (strict instanceof Inclusion.Proved || isBreak(strict, value -> !consumer.has(value))) {
      return strict;
    }
    Inclusion wide = ask().check(provider, sender, consumer.over(), direction);
    return isBreak(wide, value -> !consumer.has(value)) ? wide : unknown(strict, wide);
  }

  /// Whether whatever the consumer may send is taken by the provider.
  public Inclusion takes(Language consumer, Schema provider, Direction direction) {
    Inclusion wide = ask().check(consumer.over(), Reading.LITERAL, provider, direction);
    if (wide instanceof Inclusion.Proved || isBreak(wide, consumer::has)) {
      return wide;
    }
    Inclusion strict = ask().check(consumer.under(), Reading.LITERAL, provider, direction);
    return isBreak(strict, consumer::has) ? strict : unknown(wide, strict);
  }

  private interface Test {
    boolean of(JsonValue value);
  }

  private static boolean isBreak(Inclusion inclusion, Test test) {
    return inclusion instanceof Inclusion.Breaks(JsonValue witness) && test.of(witness);
  }

  private static Inclusion unknown(Inclusion one, Inclusion other) {
    for (Inclusion each : List.of(one, other)) {
      if (each instanceof Inclusion.Unknown) {
        return each;
      }
    }
    return new Inclusion.Unknown(
        "a matcher says more, or less, than a schema can", List.of("case analysis"));
  }

  /// Whether the provider may send something that the consumer can take.
  public Meeting meets(Schema provider, Language consumer, Direction direction) {
    Meeting wide = meets(provider, consumer.over(), direction);
    if (wide instanceof Meeting.Empty || isCommon(wide, consumer)) {
      return wide;
    }
    Meeting strict = meets(provider, consumer.under(), direction);
    return isCommon(strict, consumer)
        ? strict
        : new Meeting.Unknown(
            wide instanceof Meeting.Unknown(String reason)
                ? reason
                : "a matcher says more, or less, than a schema can");
  }

  private static boolean isCommon(Meeting meeting, Language consumer) {
    return meeting instanceof Meeting.Value(JsonValue value) && consumer.has(value);
  }

  /// The same for a schema that is taken at its word.
  Meeting meets(Schema provider, Schema consumer, Direction direction) {
    return ask().meet(provider, sender, consumer, direction);
  }

  /// A small value that the provider may send.
  Optional<JsonValue> sample(Schema provider, Direction direction) {
    return ask().witnessOf(provider, sender, direction);
  }
}
