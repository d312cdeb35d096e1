package dev.concordat.conform.plain;

import dev.concordat.cases.CaseGenerator;
import dev.concordat.cases.ContractCase;
import dev.concordat.cases.Expectation;
import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.experiment.Ground;
import dev.concordat.conform.experiment.Judge;
import dev.concordat.conform.experiment.SingleTrial;
import dev.concordat.conform.experiment.Source;
import dev.concordat.conform.talk.Deviation;
import dev.concordat.conform.talk.Expected;
import dev.concordat.conform.talk.Identity;
import dev.concordat.conform.talk.Memory;
import dev.concordat.conform.talk.Reason;
import dev.concordat.conform.talk.Trial;
import dev.concordat.contracts.breach.Breach;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.HttpJudge;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.finding.Sentence;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The cases of `cases` as experiments: valid ones to reach an operation, or all others to cover it.
public final class ContractCases implements Source {
  private final Phase phase;
  private final Map<String, List<Experiment>> byOperation = new LinkedHashMap<>();

  private ContractCases(Phase phase) {
    this.phase = phase;
  }

  /// The valid cases, for reaching.
  public static ContractCases reaching(
      OpenApiContract contract, long seed, Ground ground, Judge judge) {
    var source = new ContractCases(Phase.REACH);
    source.add(contract, seed, ground, judge, true);
    return source;
  }

  /// The cases that break a sentence, and the valid ones again where their operation was not reached by them.
  public static ContractCases covering(
      OpenApiContract contract, long seed, Ground ground, Judge judge) {
    var source = new ContractCases(Phase.COVERAGE);
    source.add(contract, seed, ground, judge, false);
    return source;
  }

  private void add(
      OpenApiContract contract, long seed, Ground ground, Judge judge, boolean isValid) {
    var contractJudge = new HttpJudge(contract);
    for (ContractCase each : new CaseGenerator(seed).cases("", contract)) {
      if (isValid == (each.expectation() != Expectation.REJECTED)) {
        Trial trial = trial(each, contractJudge);
        byOperation
            .computeIfAbsent(each.operation().id(), id -> new ArrayList<>())
            .add(new SingleTrial(trial, ground, judge, Plainer.of(contractJudge)));
      }
    }
  }

  private static Trial trial(ContractCase each, HttpJudge judge) {
    int colon = each.name().indexOf(": ");
    String what = colon < 0 ? each.name() : each.name().substring(colon + 2);
    Optional<Deviation> deviation =
        each.expectation() == Expectation.REJECTED
            ? judge.judgeRequest(each.request()).stream()
                .findFirst()
                .map(breach -> deviation(breach, each))
            : Optional.empty();
    return new Trial(
        each.id().replaceFirst("^/", ""),
        each.operation(),
        each.request(),
        Identity.FIRST,
        switch (each.expectation()) {
          case ACCEPTED -> Expected.ACCEPTED;
          case ANSWERED -> Expected.ANSWERED;
          case REJECTED -> Expected.REJECTED;
        },
        new Reason(what, each.reason(), Optional.of(new Sentence(each.sentence(), each.reason()))),
        deviation);
  }

  private static Deviation deviation(Breach breach, ContractCase each) {
    String pointer =
        breach.pointer().startsWith("/") ? "body:" + breach.pointer() : breach.pointer();
    String keyword = each.id().substring(each.id().lastIndexOf('-') + 1);
    return new Deviation(pointer.isEmpty() ? "body" : pointer, keyword);
  }

  @Override
  public Phase phase() {
    return phase;
  }

  @Override
  public Iterator<Experiment> about(HttpOperation operation, Memory memory) {
    return byOperation.getOrDefault(operation.id(), List.of()).iterator();
  }
}
