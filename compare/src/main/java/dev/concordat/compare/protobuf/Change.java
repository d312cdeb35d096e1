package dev.concordat.compare.protobuf;

import dev.concordat.compare.protobuf.buf.BufFinding;
import dev.concordat.compare.protobuf.buf.BufRule;
import dev.concordat.compare.protobuf.buf.Changed;
import dev.concordat.contracts.protobuf.Span;
import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Position;
import dev.concordat.model.finding.Sentence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One change, with all that buf's rules report of it.
///
/// @param findings at least one
record Change(Changed changed, List<BufFinding> findings) {
  Change {
    findings = List.copyOf(findings);
  }

  /// Whether a rule of that category reports it.
  boolean isIn(String category) {
    return findings.stream().anyMatch(one -> one.rule().categories().contains(category));
  }

  boolean has(BufRule rule) {
    return findings.stream().anyMatch(one -> one.rule() == rule);
  }

  /// For each thing that is told, the sentence of the rule that weighs most.
  private String message() {
    var sentences = new LinkedHashMap<String, String>();
    Stream.of("WIRE", "WIRE_JSON", "PACKAGE", "FILE")
        .flatMap(
            category -> findings.stream().filter(one -> one.rule().categories().contains(category)))
        .forEach(one -> sentences.putIfAbsent(aspect(one.changed()), one.message()));
    // Of a map field, that its type is gone says nothing new.
    if (sentences.size() > 1) {
      sentences.remove("");
    }
    return String.join("; ", sentences.values());
  }

  private static String aspect(Changed changed) {
    return changed instanceof Changed.OfField field ? field.aspect().name() : "";
  }

  Difference difference(Position position, Verdict verdict) {
    return new Difference(
        verdict.rule(),
        verdict.impact(),
        verdict.evidence(),
        position,
        "",
        message(),
        sentence(findings.stream().flatMap(one -> one.before().stream())),
        sentence(findings.stream().flatMap(one -> one.span().stream())),
        aliases(findings),
        List.of());
  }

  private static Optional<Sentence> sentence(Stream<Span> spans) {
    return spans.findFirst().map(span -> new Sentence(span.place(), span.text()));
  }

  static List<Alias> aliases(List<BufFinding> findings) {
    return findings.stream()
        .map(BufFinding::rule)
        .distinct()
        .map(rule -> new Alias("buf", rule.name(), String.join(",", rule.categories())))
        .toList();
  }
}
