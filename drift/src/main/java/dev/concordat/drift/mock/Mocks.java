package dev.concordat.drift.mock;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactInteraction;
import dev.concordat.contracts.pact.PactInteraction.HttpInteraction;
import dev.concordat.contracts.pact.content.ExpectedBody;
import dev.concordat.contracts.stub.BodyFiles;
import dev.concordat.contracts.stub.Stub;
import dev.concordat.contracts.stub.StubBody;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.contracts.stub.StubResponse;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The mocks in files of stubs and in pacts.
public final class Mocks {
  /// The state that WireMock's scenarios start in.
  private static final String FIRST_STATE = "Started";

  private final BodyFiles files;

  /// @param root the workspace, below which files with bodies are
  public Mocks(Path root) {
    this.files = new BodyFiles(root);
  }

  /// Whether a contract holds mocks over HTTP.
  public static boolean isMocks(Contract contract) {
    return contract instanceof StubContract || contract instanceof PactContract;
  }

  /// The mocks of a contract, in the order of its file.
  public List<Mock> of(Contract contract) {
    return switch (contract) {
      case StubContract stubs -> stubs.stubs().stream().map(stub -> ofStub(stubs, stub)).toList();
      case PactContract pact -> ofPact(pact);
      default -> List.of();
    };
  }

  private Mock ofStub(StubContract stubs, Stub stub) {
    List<String> notChecked = new ArrayList<>();
    if (stub.responses().size() > 1) {
      notChecked.add("only the first of its " + stub.responses().size() + " answers was looked at");
    }
    Optional<MockAnswer> answer = answer(stubs.file(), stub, notChecked);
    return new Mock(
        stubs.kind(),
        stubs.file(),
        stub.title(),
        new Asked.OfStub(stub),
        answer,
        false,
        stub.scenarios().stream()
            .anyMatch(each -> each.requiredState().filter(s -> !s.equals(FIRST_STATE)).isPresent()),
        names(stub),
        notChecked,
        stub.place());
  }

  private static List<String> names(Stub stub) {
    List<String> names = new ArrayList<>();
    names.add(stub.id());
    names.add(stub.name());
    stub.scenarios().forEach(scenario -> names.add(scenario.name()));
    return names.stream().filter(name -> !name.isBlank()).distinct().toList();
  }

  private Optional<MockAnswer> answer(String file, Stub stub, List<String> notChecked) {
    return switch (stub.response().orElse(null)) {
      case null -> none("no answer is written down", notChecked);
      case StubResponse.Broken broken ->
          none("its answer is a broken connection (" + broken.fault() + ")", notChecked);
      case StubResponse.Proxied ignored -> none("its answer comes from another server", notChecked);
      case StubResponse.Computed computed ->
          none("its answer is made by " + computed.by(), notChecked);
      case StubResponse.Stated stated -> Optional.of(stated(file, stated, notChecked));
    };
  }

  private static Optional<MockAnswer> none(String why, List<String> notChecked) {
    notChecked.add(why);
    return Optional.empty();
  }

  private MockAnswer stated(String file, StubResponse.Stated stated, List<String> notChecked) {
    String node = stated.place().pointer();
    List<Header> headers =
        stated.headers().stream()
            .filter(header -> !stated.isTemplated() || !header.value().contains("{{"))
            .toList();
    if (stated.isTemplated()) {
      notChecked.add("its body is a template, which only its tool fills in");
      return new MockAnswer(stated.status(), headers, Bytes.EMPTY, false, node);
    }
    return switch (stated.body()) {
      case StubBody.None() -> new MockAnswer(stated.status(), headers, Bytes.EMPTY, true, node);
      case StubBody.Inline(Bytes bytes) ->
          new MockAnswer(stated.status(), headers, bytes, true, node);
      case StubBody.InFile(String name) -> {
        Optional<Bytes> bytes = inFile(file, name);
        if (bytes.isEmpty()) {
          notChecked.add("the file of its body, " + name + ", is not there");
        }
        yield new MockAnswer(
            stated.status(), headers, bytes.orElse(Bytes.EMPTY), bytes.isPresent(), node);
      }
    };
  }

  private Optional<Bytes> inFile(String file, String name) {
    try {
      return files.read(file, name);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static List<Mock> ofPact(PactContract pact) {
    List<Mock> mocks = new ArrayList<>();
    for (PactInteraction interaction : pact.interactions()) {
      if (interaction instanceof HttpInteraction http) {
        mocks.add(ofInteraction(pact, http));
      } else {
        mocks.add(
            mock(
                pact,
                interaction,
                new Asked.Otherwise("a message"),
                Optional.empty(),
                List.of("it is no interaction over HTTP")));
      }
    }
    return mocks;
  }

  private static Mock ofInteraction(PactContract pact, HttpInteraction http) {
    List<Header> headers = new ArrayList<>();
    http.response()
        .headers()
        .forEach((name, values) -> headers.add(new Header(name, String.join(", ", values))));
    boolean statesType =
        headers.stream().anyMatch(header -> header.name().equalsIgnoreCase("content-type"));
    if (!statesType && !http.response().bodyType().isEmpty()) {
      headers.add(new Header("Content-Type", http.response().bodyType()));
    }
    boolean statesBody = http.response().body() instanceof ExpectedBody.Present;
    var answer =
        new MockAnswer(
            http.response().status(),
            headers,
            http.response().body().bytes(),
            statesBody,
            http.response().node().pointer());
    return mock(pact, http, new Asked.OfPact(pact, http), Optional.of(answer), List.of());
  }

  private static Mock mock(
      PactContract pact,
      PactInteraction interaction,
      Asked asked,
      Optional<MockAnswer> answer,
      List<String> notChecked) {
    List<String> names = new ArrayList<>(List.of(interaction.description()));
    interaction.header().testName().ifPresent(names::add);
    return new Mock(
        pact.kind(),
        pact.file(),
        pact.consumer() + ": " + interaction.description(),
        asked,
        answer,
        true,
        !interaction.header().states().isEmpty(),
        names.stream().filter(name -> !name.isBlank()).toList(),
        notChecked,
        interaction.place());
  }
}
