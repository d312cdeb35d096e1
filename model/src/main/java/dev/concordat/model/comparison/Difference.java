package dev.concordat.model.comparison;

import dev.concordat.model.finding.Rule;
import dev.concordat.model.finding.Sentence;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/// One thing in which two contracts differ, with what it does and how that is known.
///
/// @param rule the named check; its id is stable for a class of differences and a part of a message
/// @param pointer where in the value of that part, array indices as `*`, as in `/items/*/sku`; empty for the whole
/// @param message one sentence with the actual values
/// @param before the sentence of the old contract, or of the consumer's; absent where it says nothing
/// @param after the sentence of the new contract, or of the provider's
/// @param aliases what other tools call it
/// @param affected what it does to each known consumer; empty when none are known
/// @param also where else the same cause shows, as when many operations share a schema; in the order of the documents
public record Difference(
    Rule rule,
    Impact impact,
    Evidence evidence,
    Position position,
    String pointer,
    String message,
    Optional<Sentence> before,
    Optional<Sentence> after,
    List<Alias> aliases,
    List<Affected> affected,
    List<Occurrence> also) {
  private static final int ID_DIGITS = 6;

  public Difference {
    aliases = List.copyOf(aliases);
    affected = List.copyOf(affected);
    also = List.copyOf(also);
  }

  /// A difference that shows in one place.
  public Difference(
      Rule rule,
      Impact impact,
      Evidence evidence,
      Position position,
      String pointer,
      String message,
      Optional<Sentence> before,
      Optional<Sentence> after,
      List<Alias> aliases,
      List<Affected> affected) {
    this(
        rule, impact, evidence, position, pointer, message, before, after, aliases, affected,
        List.of());
  }

  /// Short, and the same whenever the same rule speaks of the same place, whatever the values: `7f3a91`.
  public String id() {
    CRC32 sum = new CRC32();
    String key = String.join("|", rule.id(), position.text(), pointer);
    sum.update(key.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits(sum.getValue(), ID_DIGITS);
  }

  /// The same with another impact, as a policy or a person decides.
  public Difference withImpact(Impact other) {
    return new Difference(
        rule, other, evidence, position, pointer, message, before, after, aliases, affected, also);
  }

  /// The same with what it does to known consumers.
  public Difference withAffected(List<Affected> consumers) {
    return new Difference(
        rule, impact, evidence, position, pointer, message, before, after, aliases, consumers,
        also);
  }

  /// The same with where else it shows.
  public Difference withAlso(List<Occurrence> occurrences) {
    return new Difference(
        rule,
        impact,
        evidence,
        position,
        pointer,
        message,
        before,
        after,
        aliases,
        affected,
        occurrences);
  }
}
