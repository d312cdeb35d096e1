package dev.concordat.drift;

import dev.concordat.contracts.tree.JsonParser;
import dev.concordat.drift.contract.Agreement;
import dev.concordat.drift.contract.Authorities;
import dev.concordat.drift.contract.Authority;
import dev.concordat.drift.contract.ContractCheck;
import dev.concordat.drift.lie.Lie;
import dev.concordat.drift.mock.Mock;
import dev.concordat.drift.mock.MockAnswer;
import dev.concordat.drift.mock.SourceText;
import dev.concordat.drift.mock.Values;
import dev.concordat.drift.noise.NoiseRules;
import dev.concordat.drift.noise.NoiseView;
import dev.concordat.drift.observed.AnswerComparison;
import dev.concordat.drift.observed.Asking;
import dev.concordat.drift.observed.Compared;
import dev.concordat.drift.observed.DeadChecks;
import dev.concordat.drift.observed.ProviderDrift;
import dev.concordat.drift.provider.Heard;
import dev.concordat.drift.provider.LiveProvider;
import dev.concordat.drift.recording.Recording;
import dev.concordat.drift.request.Made;
import dev.concordat.drift.request.RequestMaker;
import dev.concordat.model.drift.CheckedStub;
import dev.concordat.model.drift.DriftFinding;
import dev.concordat.model.drift.Ground;
import dev.concordat.model.drift.Shown;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import dev.concordat.model.finding.DriftRules;
import dev.concordat.model.finding.Sentence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Holds one mock against everything that there is. Not thread-safe.
final class MockCheck {
  private final RequestMaker maker;
  private final Authorities authorities;
  private final Optional<LiveProvider> provider;
  private final Recording recording;
  private final NoiseRules noise;
  private final boolean countsValues;
  private final List<DriftFinding> others;

  /// @param others where findings go that are no lies of the mock
  MockCheck(
      RequestMaker maker,
      Authorities authorities,
      Optional<LiveProvider> provider,
      Recording recording,
      NoiseRules noise,
      boolean countsValues,
      List<DriftFinding> others) {
    this.maker = maker;
    this.authorities = authorities;
    this.provider = provider;
    this.recording = recording;
    this.noise = noise;
    this.countsValues = countsValues;
    this.others = others;
  }

  /// What is known of a mock while it is looked at.
  private static final class Work {
    private final Mock mock;
    private final SourceText source;
    private final Sayings sayings = new Sayings();
    private final Set<Ground> checkedBy = EnumSet.noneOf(Ground.class);
    private final List<String> notChecked = new ArrayList<>();
    private final List<HttpResponseMessage> seen = new ArrayList<>();
    private List<Lie> presumed = List.of();
    private Optional<Authority> authority = Optional.empty();

    private Work(Mock mock, SourceText source) {
      this.mock = mock;
      this.source = source;
    }
  }

  Judged.Mended check(Mock mock, SourceText source, Optional<Agreement> agreement) {
    var work = new Work(mock, source);
    Made made = maker.of(mock);
    work.notChecked.addAll(mock.notChecked());
    if (made instanceof Made.Request request) {
      work.authority = authorities.of(request.message());
      againstContract(work, request, agreement);
      provider.ifPresent(live -> againstProvider(work, request, live));
      againstRecording(work, Optional.of(request));
    } else if (made instanceof Made.None(String reason)) {
      work.notChecked.add(reason);
      againstRecording(work, Optional.empty());
    }
    work.sayings.presume(
        work.presumed.stream().filter(lie -> !isSeen(lie.pointer(), work.seen)).toList());
    work.sayings.complete(work.seen);
    return told(work, made);
  }

  private void againstContract(Work work, Made.Request made, Optional<Agreement> agreement) {
    if (authorities.isEmpty()) {
      return;
    }
    ContractCheck.Result result =
        new ContractCheck(authorities).check(work.mock, made, work.authority);
    work.sayings.addAll(result.lies());
    work.presumed = result.presumed();
    List<Lie> known = new ArrayList<>(result.lies());
    known.addAll(result.presumed());
    if (work.authority.isPresent() && agreement.isPresent()) {
      work.sayings.addAll(agreement.get().lies(work.mock, work.authority.get(), known));
      work.notChecked.addAll(agreement.get().undecided(work.mock, work.authority.get()));
    }
    boolean isJudged = work.authority.isPresent() && work.mock.answer().isPresent();
    if (isJudged || !result.lies().isEmpty()) {
      work.checkedBy.add(Ground.CONTRACT);
    } else if (work.authority.isEmpty()) {
      work.notChecked.add("no contract has an operation that its address was found to match");
    }
  }

  private void againstProvider(Work work, Made.Request made, LiveProvider live) {
    if (work.mock.answer().isEmpty()) {
      return;
    }
    if (made.unsendable().isPresent()) {
      work.notChecked.add(made.unsendable().get());
      return;
    }
    switch (live.ask(made.message())) {
      case Heard.Nothing(String why) -> work.notChecked.add(why);
      case Heard.Answers(var request, var answers) ->
          observed(work, made, request, answers, Ground.PROVIDER);
    }
  }

  private void againstRecording(Work work, Optional<Made.Request> made) {
    if (recording.entries().isEmpty() || work.mock.answer().isEmpty()) {
      return;
    }
    Recording.Found found = recording.answersTo(work.mock, made);
    if (found.request().isEmpty()) {
      work.notChecked.add("the recordings hold no request that it answers");
      return;
    }
    HttpRequestMessage request = found.request().get();
    boolean isLiteral = made.filter(Made.Request::isLiteral).isPresent();
    var recorded = new Made.Request(request, isLiteral, true, true);
    if (work.authority.isEmpty()) {
      work.authority = authorities.of(request);
    }
    if (found.answers().size() == 1) {
      work.notChecked.add("it was recorded once only, so its values were not compared");
    }
    observed(work, recorded, request, found.answers(), Ground.RECORDING);
  }

  private void observed(
      Work work,
      Made.Request made,
      HttpRequestMessage request,
      List<HttpResponseMessage> answers,
      Ground ground) {
    MockAnswer said = work.mock.answer().orElseThrow();
    var named = new Asking(work.mock, made, work.authority, NoiseView.NONE, ground, countsValues);
    var asking =
        new Asking(
            work.mock,
            made,
            work.authority,
            noise.of(named.operation(), named.asked()),
            ground,
            countsValues);
    Compared compared = new AnswerComparison(asking, said).compare(answers);
    work.notChecked.addAll(compared.notChecked());
    work.authority.ifPresent(authority -> providersOwn(work, authority, request, answers, ground));
    AnswerComparison.varying(asking.operation(), answers)
        .forEach(rule -> noise.learn(asking.asked(), rule));
    if (!compared.isChecked()) {
      return;
    }
    work.checkedBy.add(ground);
    work.seen.addAll(answers);
    String what =
        ground == Ground.PROVIDER ? "what the provider answered" : "what the recording holds";
    work.sayings.observe(
        compared.observations(),
        List.of(new Shown(what, request, Optional.of(answers.getFirst()))));
    DeadChecks.of(asking, said, answers).forEach(dead -> others.add(dead(work, asking, dead)));
  }

  private void providersOwn(
      Work work,
      Authority authority,
      HttpRequestMessage request,
      List<HttpResponseMessage> answers,
      Ground ground) {
    for (HttpResponseMessage answer : answers) {
      others.addAll(ProviderDrift.of(authority, request, answer, work.mock.title(), ground));
    }
  }

  private static DriftFinding dead(Work work, Asking asking, DeadChecks.Dead dead) {
    return new DriftFinding(
        DriftRules.DEAD_CHECK,
        work.mock.title(),
        asking.operation(),
        dead.pointer(),
        "dropped, of another type or of another value: nothing is noticed, because the rule of noise at "
            + dead.rule()
            + " covers it",
        work.source.answer(work.mock, dead.pointer()),
        Optional.empty(),
        Optional.empty(),
        List.of(Ground.NOISE),
        List.of());
  }

  private static boolean isSeen(String pointer, List<HttpResponseMessage> answers) {
    return answers.stream()
        .flatMap(answer -> JsonParser.parse(answer.body().toArray()).value().stream())
        .anyMatch(body -> !Values.at(body, pointer).isEmpty());
  }

  private static Judged.Mended told(Work work, Made made) {
    Mock mock = work.mock;
    String request =
        made instanceof Made.Request known
            ? known.message().method() + " " + known.message().target()
            : mock.title();
    String operation = work.authority.map(known -> known.operation().methodAndPath()).orElse("");
    String path =
        made instanceof Made.Request known
            ? known.message().method() + " " + known.message().path()
            : mock.title();
    List<DriftFinding> lies = new ArrayList<>();
    for (Sayings.Saying saying : work.sayings.all()) {
      Lie lie = saying.lie();
      Sentence place =
          lie.isOfRequest()
              ? work.source.at(mock.place(), mock.title())
              : work.source.answer(mock, lie.pointer());
      lies.add(
          lie.finding(
              mock.title(),
              operation.isEmpty() ? path : operation,
              place,
              saying.grounds(),
              saying.evidence()));
    }
    var stub =
        new CheckedStub(
            mock.title(),
            mock.kind().label(),
            mock.place(),
            request,
            operation,
            List.copyOf(work.checkedBy),
            lies,
            work.notChecked.stream().distinct().toList(),
            List.of());
    return new Judged.Mended(
        stub, mock, work.sayings.all().stream().map(each -> each.lie().correction()).toList());
  }
}
