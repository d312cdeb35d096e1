package dev.concordat.contracts.pact;

import dev.concordat.contracts.http.ContentCoding;
import dev.concordat.contracts.pact.Mismatch.Part;
import dev.concordat.contracts.pact.PactInteraction.HttpInteraction;
import dev.concordat.contracts.pact.PactInteraction.MessageInteraction;
import dev.concordat.contracts.pact.PactInteraction.SynchronousMessages;
import dev.concordat.contracts.pattern.SafePatterns;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.Headers;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.exchange.MessageDelivery;
import dev.concordat.model.matching.DocumentPath;
import dev.concordat.model.matching.Failure;
import dev.concordat.model.matching.RuleList;
import dev.concordat.model.matching.RuleSet;
import dev.concordat.model.matching.ValueMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Judges messages against a pact, as the Pact specification of the pact's version says. Every mismatch is reported at
/// once. A body of which only the start was kept is not compared. Safe to share between threads.
public final class PactJudge {
  private final PactContract contract;
  private final ValueMatcher values = new ValueMatcher(new SafePatterns());
  private final TargetJudge targets;
  private final HeaderJudge headers = new HeaderJudge(values);
  private final BodyJudge bodies = new BodyJudge(values);
  private final MessageJudge messages = new MessageJudge(values);

  public PactJudge(PactContract contract) {
    this.contract = contract;
    this.targets = new TargetJudge(contract.pactVersion(), values);
  }

  /// An interaction with what keeps a request from being its request.
  public record NearMiss(HttpInteraction interaction, List<Mismatch> mismatches) {
    public NearMiss {
      mismatches = List.copyOf(mismatches);
    }

    /// Whether at least method and path are right.
    public boolean isSameTarget() {
      return wrongTargets(this) == 0;
    }
  }

  /// The first interaction whose request this is.
  public Optional<HttpInteraction> matching(HttpRequestMessage request) {
    return allMatching(request).stream().findFirst();
  }

  /// Every interaction whose request this is; several differ in their provider states.
  public List<HttpInteraction> allMatching(HttpRequestMessage request) {
    return contract.httpInteractions().stream()
        .filter(interaction -> judgeRequest(interaction, request).isEmpty())
        .toList();
  }

  /// The interaction that comes nearest to a request which matches none: the same method and path first, then the fewest
  /// mismatches.
  public Optional<NearMiss> nearest(HttpRequestMessage request) {
    return contract.httpInteractions().stream()
        .map(interaction -> new NearMiss(interaction, judgeRequest(interaction, request)))
        .min(
            Comparator.comparingLong(PactJudge::wrongTargets)
                .thenComparingInt(miss -> miss.mismatches().size()));
  }

  private static long wrongTargets(NearMiss miss) {
    return miss.mismatches().stream()
        .filter(mismatch -> mismatch.part() == Part.METHOD || mismatch.part() == Part.PATH)
        .count();
  }

  /// The interaction whose need an observed exchange did not meet, with what was missing. Since nobody has set the
  /// provider's state, examples stand for their types, and an answer whose status no matching interaction expects says
  /// nothing: another state has another answer. Empty when the need was met or nothing can be said.
  public Optional<NearMiss> unmet(HttpRequestMessage request, HttpResponseMessage response) {
    List<NearMiss> outcomes =
        contract.httpInteractions().stream()
            .map(Observed::of)
            .filter(interaction -> judgeRequest(interaction, request).isEmpty())
            .map(interaction -> new NearMiss(interaction, judgeResponse(interaction, response)))
            .toList();
    if (outcomes.stream().anyMatch(outcome -> outcome.mismatches().isEmpty())) {
      return Optional.empty();
    }
    return outcomes.stream()
        .filter(
            outcome ->
                outcome.mismatches().stream().noneMatch(found -> found.part() == Part.STATUS))
        .min(Comparator.comparingInt(outcome -> outcome.mismatches().size()));
  }

  public List<Mismatch> judgeRequest(HttpInteraction interaction, HttpRequestMessage actual) {
    ExpectedRequest expected = interaction.request();
    var found = new ArrayList<>(targets.judge(expected, actual));
    found.addAll(
        headers.judge(
            expected.headers(), expected.rules().headers(), expected.node(), actual.headers()));
    var body =
        new BodyJudge.Expected(
            expected.body(),
            expected.contentType(),
            isTypeByRule(expected.rules().headers()),
            expected.rules().body(),
            false,
            expected.node());
    found.addAll(body(body, actual.headers(), actual.body()));
    return List.copyOf(found);
  }

  public List<Mismatch> judgeResponse(HttpInteraction interaction, HttpResponseMessage actual) {
    ExpectedResponse expected = interaction.response();
    var found = new ArrayList<>(status(expected, actual.status()));
    found.addAll(
        headers.judge(
            expected.headers(), expected.rules().headers(), expected.node(), actual.headers()));
    var body =
        new BodyJudge.Expected(
            expected.body(),
            expected.contentType(),
            isTypeByRule(expected.rules().headers()),
            expected.rules().body(),
            true,
            expected.node());
    found.addAll(body(body, actual.headers(), actual.body()));
    return List.copyOf(found);
  }

  public List<Mismatch> judgeMessage(MessageInteraction interaction, PactMessage actual) {
    return List.copyOf(messages.judge(interaction.message(), actual));
  }

  /// Judges a message from a broker: its headers are the metadata, with its topic and key.
  public List<Mismatch> judgeMessage(MessageInteraction interaction, MessageDelivery actual) {
    ExpectedMessage expected = interaction.message();
    return List.copyOf(messages.judge(expected, Deliveries.message(expected, actual)));
  }

  /// Judges the answers of a synchronous interaction, one by one.
  public List<Mismatch> judgeAnswers(SynchronousMessages interaction, List<PactMessage> answers) {
    List<ExpectedMessage> expected = interaction.responses();
    var found = new ArrayList<Mismatch>();
    if (expected.size() != answers.size()) {
      String message =
          String.format(
              "Expected a message with %d responses, but the actual response had %d",
              expected.size(), answers.size());
      found.add(
          new Mismatch(
              Part.BODY,
              "",
              Integer.toString(expected.size()),
              Integer.toString(answers.size()),
              "equality",
              message,
              interaction.place()));
    }
    for (int i = 0; i < Math.min(expected.size(), answers.size()); i++) {
      found.addAll(messages.judge(expected.get(i), answers.get(i)));
    }
    return List.copyOf(found);
  }

  /// Judges the request of a synchronous interaction.
  public List<Mismatch> judgeRequest(SynchronousMessages interaction, PactMessage actual) {
    return List.copyOf(messages.judge(interaction.request(), actual));
  }

  private List<Mismatch> body(
      BodyJudge.Expected expected, List<Header> actualHeaders, Bytes actual) {
    return bodies.judge(
        expected, Headers.first(actualHeaders, "content-type"), decoded(actualHeaders, actual));
  }

  /// The body before it was compressed; as it is where the coding is not known or the bytes do not fit it, because Pact's
  /// clients compare such bodies byte for byte.
  private static Bytes decoded(List<Header> headers, Bytes body) {
    return ContentCoding.decode(headers, body) instanceof ContentCoding.Decoded.Plain(Bytes plain)
        ? plain
        : body;
  }

  private List<Mismatch> status(ExpectedResponse expected, int actual) {
    Optional<RuleList> rules = expected.rules().status().any();
    List<String> messages = new ArrayList<>();
    if (rules.isPresent()) {
      values.status(rules.get(), expected.status(), actual).stream()
          .map(Failure::message)
          .forEach(messages::add);
    } else if (expected.status() != actual) {
      messages.add("expected " + expected.status() + " but was " + actual);
    }
    String rule = rules.isPresent() ? "statusCode" : "equality";
    return messages.stream()
        .map(
            message ->
                new Mismatch(
                    Part.STATUS,
                    "",
                    Integer.toString(expected.status()),
                    Integer.toString(actual),
                    rule,
                    message,
                    PactPlaces.of(expected.node(), "status")))
        .toList();
  }

  private static boolean isTypeByRule(RuleSet headers) {
    return headers.exact(DocumentPath.ROOT.field("content-type")).isPresent();
  }
}
