package dev.concordat.compare.need;

import dev.concordat.compare.need.Findings.Draft;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.pattern.SafePatterns;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.finding.AgreeNeedRules;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.matching.ValueMatcher;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Whether the provider may give the answer that the consumer needs, and gives no other.
final class ResponseCheck {
  private static final int FIRST_STATUS = 100;
  private static final int LAST_STATUS = 599;

  private final HttpFindings findings;
  private final HttpOperation operation;
  private final NeededResponse needed;
  private final Questions questions;
  private final boolean isDetailed;

  ResponseCheck(
      HttpFindings findings,
      HttpOperation operation,
      NeededResponse needed,
      Questions questions,
      boolean isDetailed) {
    this.findings = findings;
    this.operation = operation;
    this.needed = needed;
    this.questions = questions;
    this.isDetailed = isDetailed;
  }

  static String listed(List<MediaTypeSpec> content) {
    return content.stream()
        .map(spec -> spec.mediaType().toString())
        .collect(Collectors.joining(" or "));
  }

  void check() {
    if (operation.responses().isEmpty()) {
      findings.add(
          Draft.of(
                  AgreeNeedRules.UNSPOKEN,
                  Impact.RISKY,
                  Part.RESPONSE,
                  shownStatus(),
                  "no answer is documented at all")
              .against(HttpFindings.sentence(operation))
              .alias(PactflowCodes.error("response.status.unknown")));
      return;
    }
    Optional<ResponseSpec> spec = documented();
    if (spec.isEmpty()) {
      unknownStatus();
      return;
    }
    if (spec.get().status().equals(ResponseSpec.DEFAULT)) {
      findings.add(
          Draft.of(
                  AgreeNeedRules.UNSPOKEN,
                  Impact.RISKY,
                  Part.RESPONSE,
                  shownStatus(),
                  "the status " + needed.status() + " is documented only as 'default'")
              .against(sentence(spec.get()))
              .alias(PactflowCodes.warning("response.status.default")));
    }
    boolean isRightType = new ResponseHeaderCheck(findings, spec.get(), needed).check();
    if (isRightType) {
      new ResponseBodyCheck(findings, spec.get(), needed, questions, isDetailed).check();
    }
  }

  private static Sentence sentence(ResponseSpec spec) {
    return new Sentence(spec.place(), spec.sourceLine());
  }

  private String shownStatus() {
    return Integer.toString(needed.status());
  }

  /// The response that is meant: of the very status, else of another one that the matcher takes.
  private Optional<ResponseSpec> documented() {
    Optional<ResponseSpec> exact = operation.response(needed.status());
    boolean isNamed = exact.filter(spec -> !spec.status().equals(ResponseSpec.DEFAULT)).isPresent();
    if (isNamed || needed.statusRules().isEmpty()) {
      return exact;
    }
    return operation.responses().stream()
        .filter(spec -> !spec.status().equals(ResponseSpec.DEFAULT))
        .filter(spec -> codes(spec).anyMatch(this::isTaken))
        .findFirst()
        .or(() -> exact);
  }

  private IntStream codes(ResponseSpec spec) {
    return IntStream.rangeClosed(FIRST_STATUS, LAST_STATUS)
        .filter(code -> operation.response(code).filter(spec::equals).isPresent());
  }

  private boolean isTaken(int status) {
    return needed
        .statusRules()
        .map(
            rules ->
                new ValueMatcher(new SafePatterns())
                    .status(rules, needed.status(), status)
                    .isEmpty())
        .orElseGet(() -> status == needed.status());
  }

  private void unknownStatus() {
    String documented =
        operation.responses().stream().map(ResponseSpec::status).collect(Collectors.joining(", "));
    String message =
        "the status " + needed.status() + " is needed, and only " + documented + " are documented";
    Draft draft =
        Draft.of(AgreeRules.NOTHING_IN_COMMON, Impact.BREAKS, Part.RESPONSE, shownStatus(), message)
            .against(HttpFindings.sentence(operation))
            .alias(PactflowCodes.error("response.status.unknown"));
    // An answer that is documented shows it: its status is not the one that is waited for.
    int first = codes(operation.responses().getFirst()).findFirst().orElse(FIRST_STATUS);
    findings.add(
        draft.shown(
            findings.untaken(
                new HttpResponseMessage(first, List.of(), Bytes.EMPTY),
                "expected " + needed.status() + " but was " + first)));
  }
}
