package dev.concordat.cases;

import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.Routed;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.place.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The cases of one operation as they come in. A request is judged as the provider would read it before it becomes a case,
/// and no request comes twice.
final class CaseCollection {
  /// An operation with more constraints than this has its first ones checked; the rest is listed as skipped.
  private static final int MAX_CASES = 500;

  private final String system;
  private final HttpOperation operation;
  private final HttpJudge judge;
  private final List<ContractCase> cases = new ArrayList<>();
  private final List<SkippedCase> skipped = new ArrayList<>();
  private final Set<HttpRequestMessage> requests = new HashSet<>();
  private final Map<String, Integer> ids = new HashMap<>();

  CaseCollection(String system, HttpOperation operation, HttpJudge judge) {
    this.system = system;
    this.operation = operation;
    this.judge = judge;
  }

  List<ContractCase> cases() {
    return cases;
  }

  List<SkippedCase> skipped() {
    return skipped;
  }

  /// What a case says beside its request.
  ///
  /// @param slug the last part of its id
  /// @param what for people: `quantity above its maximum (101)`
  record Title(String slug, String what, String reason, Place sentence) {}

  void skip(Title title, String reason) {
    skipped.add(new SkippedCase(system, operation.id(), title.what(), reason, title.sentence()));
  }

  /// Takes in a valid request.
  void addValid(Title title, Expectation expectation, Optional<HttpRequestMessage> request) {
    if (request.isEmpty()) {
      skip(title, "a value cannot be written in the style of its parameter or media type");
      return;
    }
    List<Breach> breaches = judge.judgeRequest(request.get());
    if (breaches.isEmpty() && isRouted(request.get())) {
      add(title, expectation, request.get());
    } else {
      skip(
          title,
          breaches.stream()
              .findFirst()
              .map(breach -> "it breaks the contract itself: " + breach.message())
              .orElse("its path belongs to another operation"));
    }
  }

  /// Whether a request breaks what it should and nothing else, as the provider reads it from the wire.
  boolean breaksOnly(HttpRequestMessage request, Predicate<Breach> isMeant) {
    List<Breach> breaches = judge.judgeRequest(request);
    return isRouted(request) && !breaches.isEmpty() && breaches.stream().allMatch(isMeant);
  }

  /// Takes in a request that breaks one sentence.
  void addInvalid(Title title, HttpRequestMessage request) {
    add(title, Expectation.REJECTED, request);
  }

  /// The path's parameters as the provider gets them; nothing when the request belongs to another operation.
  Optional<Map<String, String>> pathValues(HttpRequestMessage request) {
    return judge
        .route(request)
        .filter(routed -> routed.operation().equals(operation))
        .map(Routed::pathValues);
  }

  private boolean isRouted(HttpRequestMessage request) {
    return pathValues(request).isPresent();
  }

  private void add(Title title, Expectation expectation, HttpRequestMessage request) {
    if (cases.size() == MAX_CASES) {
      skip(title, "the operation has " + MAX_CASES + " cases already");
    } else if (requests.add(request)) {
      String slug = slug(operation.id()) + "/" + title.slug();
      int count = ids.merge(slug, 1, Integer::sum);
      cases.add(
          new ContractCase(
              system + "/" + (count == 1 ? slug : slug + "-" + count),
              system,
              operation,
              request,
              expectation,
              operation.id() + ": " + title.what(),
              title.reason(),
              title.sentence()));
    }
  }

  /// Letters, digits and dashes only, so that ids fit into addresses and file names.
  static String slug(String text) {
    String dashes = text.replaceAll("[^A-Za-z0-9_.]+", "-").replaceAll("^-+|-+$", "");
    return dashes.isEmpty() ? "x" : dashes.equals(text) ? text : dashes.toLowerCase(Locale.ROOT);
  }
}
