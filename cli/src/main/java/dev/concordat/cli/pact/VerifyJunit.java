package dev.concordat.cli.pact;

import dev.concordat.contracts.pact.verification.InteractionResult;
import dev.concordat.contracts.pact.verification.VerificationFailure;
import dev.concordat.model.place.Place;
import dev.concordat.report.junit.JunitElements;
import dev.concordat.report.junit.UniqueNames;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// A verification as JUnit XML: a suite for each pact, a case for each interaction, skipped where it fails and may.
final class VerifyJunit {
  private final List<Verified> all;
  private final UniqueNames names = new UniqueNames();

  private VerifyJunit(List<Verified> all) {
    this.all = all;
  }

  static String of(List<Verified> all) {
    return JunitElements.document(xml -> new VerifyJunit(all).suites(xml));
  }

  private void suites(JunitElements xml) {
    xml.open("testsuites");
    xml.attribute("name", "concordat verify");
    counts(xml, all);
    for (Verified one : all) {
      xml.open("testsuite");
      xml.attribute("name", one.offered().pact().title());
      counts(xml, List.of(one));
      one.verification().results().forEach(result -> interaction(xml, one, result));
      xml.close();
    }
    xml.close();
  }

  private void interaction(JunitElements xml, Verified one, InteractionResult result) {
    Place place = result.interaction().place();
    xml.testCase(
        "concordat.verify." + one.offered().pact().consumer(),
        names.unique(result.interaction().description()),
        Duration.ZERO);
    xml.place(place.file(), place.line());
    switch (one.state(result)) {
      case holds -> {}
      case pending -> xml.skipped("pending: " + text(result));
      case fails -> {
        VerificationFailure first = result.failures().getFirst();
        String message = first.details().isEmpty() ? first.summary() : first.details().getFirst();
        xml.problem("failure", first.summary(), message, text(result));
      }
    }
    xml.close();
  }

  private static String text(InteractionResult result) {
    return result.failures().stream()
        .map(failure -> failure.summary() + "\n  " + String.join("\n  ", failure.details()))
        .collect(Collectors.joining("\n"));
  }

  private static void counts(JunitElements xml, List<Verified> pacts) {
    xml.counts(
        pacts.stream().mapToLong(one -> one.verification().results().size()).sum(),
        pacts.stream().mapToLong(one -> one.in(Verified.State.fails)).sum(),
        0,
        pacts.stream().mapToLong(one -> one.in(Verified.State.pending)).sum());
  }
}
