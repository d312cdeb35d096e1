package dev.concordat.contracts.avro;

import dev.concordat.contracts.meaning.Term;
import dev.concordat.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A schema with all the definitions that it may name. Immutable.
///
/// @param definitions by full name, in the order of the text
public record AvroSchema(AvroType root, Map<String, AvroDefinition> definitions) {
  public AvroSchema {
    definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
  }

  /// What a name stands for; nothing where it is unknown, which is a problem of the contract.
  public Optional<AvroDefinition> definition(AvroType.Named named) {
    return Optional.ofNullable(definitions.get(named.fullName()));
  }

  /// The schema of one of its types.
  public AvroSchema of(AvroType type) {
    return new AvroSchema(type, definitions);
  }

  /// What people call it: the name of its type.
  public String name() {
    return root.branchName();
  }

  /// What it means: all that decides how data is written, read by another schema, sorted or judged.
  public Term meaning() {
    return AvroMeaning.of(this);
  }

  /// The schema without all that does not change how data is written (specification, Parsing Canonical Form).
  public String canonicalForm() {
    return new CanonicalForm(this).text();
  }

  /// The CRC-64-AVRO fingerprint of the canonical form, which single-object encoding carries.
  public long fingerprint() {
    return Rabin.fingerprint(canonicalForm().getBytes(StandardCharsets.UTF_8));
  }

  /// The SHA-256 fingerprint of the canonical form.
  public byte[] sha256() {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(canonicalForm().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// What is wrong with a value in Avro's JSON encoding, or in the plain form in which values of unions are not tagged.
  public AvroVerdict judge(JsonValue value) {
    return JsonFit.judge(this, value, AvroLimits.defaults());
  }
}
