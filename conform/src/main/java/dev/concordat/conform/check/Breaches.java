package dev.concordat.conform.check;

import dev.concordat.conform.experiment.Suspicion;
import dev.concordat.conform.talk.Answer;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.breach.BreachRules;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.conform.Certainty;
import dev.concordat.model.finding.Comparison;
import dev.concordat.model.finding.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The answer breaks a sentence of the contract. Where a whole object is of another form, its first flaw is told and the
/// rest are consequences.
final class Breaches implements Check {
  private static final int MAX_OF_ONE_ANSWER = 2;

  private final HttpJudge judge;

  Breaches(OpenApiContract contract) {
    this.judge = new HttpJudge(contract);
  }

  @Override
  public List<Suspicion> check(Exchange exchange) {
    if (!(exchange.answer() instanceof Answer.Got got)) {
      return List.of();
    }
    List<Breach> breaches = judge.judgeResponse(exchange.sent(), got.response(), got.json());
    boolean isUndocumented =
        breaches.stream().anyMatch(it -> it.kind() == Breach.Kind.UNDOCUMENTED_STATUS);
    if (breaches.isEmpty() || (isUndocumented && UnspokenRefusals.holds(exchange))) {
      return List.of();
    }
    List<Breach> causes = distinct(breaches);
    List<Suspicion> found = new ArrayList<>();
    int told = causes.size() > MAX_OF_ONE_ANSWER ? 1 : causes.size();
    causes.subList(0, told).forEach(breach -> found.add(suspicion(exchange, breach)));
    if (told < causes.size()) {
      List<String> rest = causes.stream().skip(told).limit(5).map(Breach::message).toList();
      found.set(0, found.getFirst().withConsequences(rest));
    }
    return found;
  }

  /// One for each place, and one for all members that one object lacks.
  private static List<Breach> distinct(List<Breach> breaches) {
    Set<String> seen = new HashSet<>();
    return breaches.stream()
        .filter(
            breach ->
                seen.add(
                    breach.kind() == Breach.Kind.MISSING_FIELD
                        ? "absent in " + parent(breach.pointer())
                        : breach.pointer()))
        .toList();
  }

  private static String parent(String pointer) {
    return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
  }

  private static Suspicion suspicion(Exchange exchange, Breach breach) {
    boolean isStatus = breach.kind() == Breach.Kind.UNDOCUMENTED_STATUS;
    Suspicion suspicion =
        Suspicion.of(
                BreachRules.of(breach.kind()),
                Certainty.CONTRACT,
                exchange,
                breach.pointer(),
                isStatus
                    ? Integer.toString(exchange.status())
                    : breach.kind() + "@" + breach.sentence().stableForm(),
                Wording.sent(exchange) + " was answered " + exchange.status() + ": " + said(breach),
                isStatus
                    ? "The contract lists " + breach.expected() + "."
                    : "The contract says " + breach.expected() + ".")
            .with(new Sentence(breach.sentence(), breach.sentenceText()))
            .with(new Comparison(breach.expected(), breach.actual()));
    return isStatus ? suspicion : suspicion.shared();
  }

  private static String said(Breach breach) {
    return breach.pointer().startsWith("/")
        ? breach.pointer() + " " + breach.message()
        : breach.message();
  }
}
