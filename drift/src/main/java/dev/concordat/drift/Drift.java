package dev.concordat.drift;

import dev.concordat.compare.format.Policies;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.contracts.tree.Document;
import dev.concordat.drift.contract.Agreement;
import dev.concordat.drift.contract.Authorities;
import dev.concordat.drift.mock.Mock;
import dev.concordat.drift.mock.Mocks;
import dev.concordat.drift.mock.SourceText;
import dev.concordat.drift.noise.NoiseRules;
import dev.concordat.drift.provider.LiveProvider;
import dev.concordat.drift.recording.Recording;
import dev.concordat.drift.reliance.Reliances;
import dev.concordat.drift.request.Hints;
import dev.concordat.drift.request.RequestMaker;
import dev.concordat.drift.traffic.TrafficCheck;
import dev.concordat.model.drift.CheckedStub;
import dev.concordat.model.drift.DriftFinding;
import dev.concordat.model.drift.DriftReport;
import dev.concordat.model.drift.Ground;
import dev.concordat.model.drift.NoiseRule;
import dev.concordat.model.finding.DriftRules;
import dev.concordat.model.finding.Sentence;
import dev.concordat.model.place.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Whether stubs still tell the truth: each is held against the contracts, the running provider and the recordings that there
/// are. For one thread; {@link #stop()} may come from any.
public final class Drift {
  private final Truth truth;
  private final DriftOptions options;
  private final Consumer<DriftEvent> progress;
  private volatile boolean isStopped;

  public Drift(Truth truth, DriftOptions options, Consumer<DriftEvent> progress) {
    this.truth = truth;
    this.options = options;
    this.progress = progress;
  }

  /// Looks at no further stub; the report tells which were not looked at.
  public void stop() {
    isStopped = true;
  }

  /// Checks all stubs of the files.
  ///
  /// @param trees the tree of a file, for the lines of its sentences
  public Judged check(
      List<? extends Contract> files, Function<Contract, Optional<Document>> trees) {
    long start = System.nanoTime();
    Optional<LiveProvider> provider = truth.provider().map(LiveProvider::new);
    try {
      String trouble = provider.map(LiveProvider::trouble).orElse("");
      List<Judged.Mended> stubs = new ArrayList<>();
      List<DriftFinding> others = new ArrayList<>(expired());
      var noise = new NoiseRules(current());
      if (trouble.isEmpty()) {
        stubs.addAll(check(files, trees, provider, noise, others));
      }
      int requests = provider.map(LiveProvider::requests).orElse(0);
      return judged(
          stubs, others, noise, requests, Duration.ofNanos(System.nanoTime() - start), trouble);
    } finally {
      provider.ifPresent(LiveProvider::close);
    }
  }

  /// The other direction: recorded traffic against the contracts.
  public DriftReport checkTraffic(List<StubContract> archives) {
    long start = System.nanoTime();
    var redaction = new Redaction();
    TrafficCheck.Result result =
        new TrafficCheck(truth.contracts()).check(Recording.of(archives, options.root()));
    return new DriftReport(
        DriftReport.Direction.TRAFFIC,
        result.exchanges().stream().map(redaction::of).toList(),
        truth.names(),
        0,
        Duration.ofNanos(System.nanoTime() - start),
        distinct(result.findings(), redaction),
        List.of(),
        result.neverSeen(),
        List.of(),
        options.isStrict(),
        "");
  }

  private List<Judged.Mended> check(
      List<? extends Contract> files,
      Function<Contract, Optional<Document>> trees,
      Optional<LiveProvider> provider,
      NoiseRules noise,
      List<DriftFinding> others) {
    var check =
        new MockCheck(
            new RequestMaker(new Hints(truth.contracts(), options.values())),
            new Authorities(truth.contracts()),
            provider,
            Recording.of(truth.recordings(), options.root()),
            noise,
            options.countsValues(),
            others);
    var mocks = new Mocks(options.root());
    int all = files.stream().mapToInt(file -> mocks.of(file).size()).sum();
    List<Judged.Mended> stubs = new ArrayList<>();
    int lying = 0;
    for (Contract file : files) {
      var source = new SourceText(trees.apply(file));
      Optional<Agreement> agreement = agreement(file);
      for (Mock mock : mocks.of(file)) {
        Judged.Mended mended = isStopped ? notLookedAt(mock) : check.check(mock, source, agreement);
        stubs.add(mended);
        lying += mended.stub().lies().isEmpty() ? 0 : 1;
        progress.accept(
            new DriftEvent(
                stubs.size(), all, lying, provider.map(LiveProvider::requests).orElse(0)));
      }
    }
    return stubs;
  }

  private static Judged.Mended notLookedAt(Mock mock) {
    return new Judged.Mended(
        new CheckedStub(
            mock.title(),
            mock.kind().label(),
            mock.place(),
            mock.title(),
            "",
            List.of(),
            List.of(),
            List.of("the check was stopped before it"),
            List.of()),
        mock,
        List.of());
  }

  private Optional<Agreement> agreement(Contract file) {
    return truth.contracts().isEmpty()
        ? Optional.empty()
        : Optional.of(Agreement.of(file, truth.contracts(), Policies.defaults(options.today())));
  }

  private List<NoiseRule> current() {
    return options.noise().stream().filter(rule -> !rule.isExpired(options.today())).toList();
  }

  private List<DriftFinding> expired() {
    return options.noise().stream()
        .filter(rule -> rule.isExpired(options.today()))
        .map(this::expired)
        .toList();
  }

  private DriftFinding expired(NoiseRule rule) {
    String owner = rule.owner().isEmpty() ? "" : "; " + rule.owner() + " answers for it";
    return new DriftFinding(
        DriftRules.NOISE_EXPIRED,
        options.noiseFile(),
        rule.operation(),
        rule.at(),
        "the rule counted until " + rule.until().orElseThrow() + " and is not applied" + owner,
        new Sentence(Place.of(options.noiseFile()), rule.operation() + " " + rule.at()),
        Optional.empty(),
        Optional.empty(),
        List.of(Ground.NOISE),
        List.of());
  }

  private Judged judged(
      List<Judged.Mended> stubs,
      List<DriftFinding> others,
      NoiseRules noise,
      int requests,
      Duration took,
      String trouble) {
    var redaction = new Redaction();
    Optional<Reliances> reliances =
        stubs.stream().anyMatch(each -> !each.stub().lies().isEmpty())
            ? Optional.of(Reliances.below(options.root()))
            : Optional.empty();
    List<Judged.Mended> redacted =
        stubs.stream().map(each -> told(each, redaction, reliances)).toList();
    var report =
        new DriftReport(
            DriftReport.Direction.STUBS,
            redacted.stream().map(Judged.Mended::stub).toList(),
            truth.names(),
            requests,
            took,
            distinct(others, redaction),
            noise.all().stream().map(redaction::of).toList(),
            List.of(),
            notices(reliances),
            options.isStrict() || isStopped,
            trouble);
    return new Judged(report, redacted);
  }

  private static Judged.Mended told(
      Judged.Mended mended, Redaction redaction, Optional<Reliances> reliances) {
    CheckedStub stub = redaction.of(mended.stub());
    boolean lies = !stub.lies().isEmpty();
    return new Judged.Mended(
        lies && reliances.isPresent()
            ? stub.withReliances(reliances.get().on(mended.mock()))
            : stub,
        mended.mock(),
        mended.corrections());
  }

  private List<String> notices(Optional<Reliances> reliances) {
    List<String> notices = new ArrayList<>();
    if (isStopped) {
      notices.add("the check was stopped before its end");
    }
    if (reliances.filter(Reliances::isCut).isPresent()) {
      notices.add("not every file was searched for tests that rely on the stubs");
    }
    return notices;
  }

  /// Each cause once, however many exchanges show it.
  private static List<DriftFinding> distinct(List<DriftFinding> all, Redaction redaction) {
    Map<String, DriftFinding> distinct = new LinkedHashMap<>();
    for (DriftFinding finding : all) {
      String key = finding.rule().id() + "|" + finding.operation() + "|" + finding.pointer();
      boolean isOfOneStub = finding.rule().equals(DriftRules.DEAD_CHECK);
      distinct.putIfAbsent(
          isOfOneStub ? key + "|" + finding.subject() : key, redaction.of(finding));
    }
    return List.copyOf(distinct.values());
  }
}
