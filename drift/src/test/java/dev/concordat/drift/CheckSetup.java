package dev.concordat.drift;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.har.HarWriter;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.drift.corpus.MockFormat;
import dev.concordat.drift.corpus.PlainMock;
import dev.concordat.drift.corpus.Shop;
import dev.concordat.drift.corpus.ShopContract;
import dev.concordat.drift.corpus.ShopMocks;
import dev.concordat.drift.provider.ProviderOptions;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.link.LinkName;
import dev.concordat.wire.caller.Called;
import dev.concordat.wire.caller.Caller;
import dev.concordat.wire.caller.Endpoint;
import dev.concordat.wire.capture.CaptureLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What mocks are held against in a test.
record CheckSetup(
    List<String> contracts,
    Optional<ProviderOptions> provider,
    List<String> recordings,
    UnaryOperator<DriftOptions> options) {
  static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
  static final CheckSetup NOTHING =
      new CheckSetup(List.of(), Optional.empty(), List.of(), UnaryOperator.identity());

  CheckSetup withContract() {
    return withContract(ShopContract.TEXT);
  }

  CheckSetup withContract(String text) {
    return new CheckSetup(List.of(text), provider, recordings, options);
  }

  CheckSetup withProvider(Shop shop) {
    return withProvider(ProviderOptions.at(Endpoint.of(shop.address(), false)));
  }

  CheckSetup withProvider(ProviderOptions asked) {
    return new CheckSetup(contracts, Optional.of(asked), recordings, options);
  }

  CheckSetup with(UnaryOperator<DriftOptions> changed) {
    return new CheckSetup(contracts, provider, recordings, changed);
  }

  /// A recording of the provider's answers to what all mocks ask, each twice.
  CheckSetup withRecordingOf(Shop shop) {
    List<PlainMock> asked = new ArrayList<>(ShopMocks.trueOnes());
    ShopMocks.lies().forEach(lie -> asked.add(lie.mock()));
    return withRecording(HarWriter.write(record(shop, asked), "test"));
  }

  CheckSetup withRecording(String har) {
    return new CheckSetup(contracts, provider, List.of(har), options);
  }

  static List<HttpExchange> record(Shop shop, List<PlainMock> mocks) {
    List<HttpExchange> exchanges = new ArrayList<>();
    try (var caller =
        new Caller(
            Endpoint.of(shop.address(), false), Duration.ofSeconds(5), CaptureLimits.DEFAULT)) {
      for (PlainMock mock : mocks) {
        HttpRequestMessage request = request(mock);
        for (int i = 0; i < 2; i++) {
          if (caller.send(request, Duration.ofSeconds(5))
              instanceof Called.Answered(var answer, var took)) {
            exchanges.add(
                new HttpExchange(
                    "x" + exchanges.size(),
                    new LinkName("test", "shop"),
                    Instant.EPOCH,
                    took,
                    Optional.empty(),
                    request,
                    Optional.of(answer),
                    Optional.empty()));
          }
        }
      }
    }
    return exchanges;
  }

  private static HttpRequestMessage request(PlainMock mock) {
    String query =
        String.join(
            "&",
            mock.query().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
    return new HttpRequestMessage(
        mock.method(),
        mock.path() + (query.isEmpty() ? "" : "?" + query),
        mock.sent().isPresent()
            ? List.of(new Header("Content-Type", "application/json"))
            : List.of(),
        mock.sent().map(Bytes::utf8).orElse(Bytes.EMPTY));
  }

  Judged check(Path folder, MockFormat format, List<PlainMock> mocks) {
    return check(folder, format.name() + ".json", format.write(mocks));
  }

  /// Writes the mocks into a file and checks them.
  Judged check(Path folder, String file, String mocks) {
    try {
      Files.writeString(folder.resolve(file), mocks);
      var reader = new ContractReader(folder);
      Contract stubs = reader.read(folder.resolve(file));
      Truth truth =
          new Truth(read(reader, folder), provider, archives(reader, folder), List.of("the truth"));
      var drift = new Drift(truth, options.apply(DriftOptions.of(folder, TODAY)), event -> {});
      return drift.check(List.of(stubs), reader::documentOf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<OpenApiContract> read(ContractReader reader, Path folder) throws IOException {
    List<OpenApiContract> all = new ArrayList<>();
    for (String text : contracts) {
      Files.writeString(folder.resolve("shop.yaml"), text);
      all.add((OpenApiContract) reader.read(folder.resolve("shop.yaml")));
    }
    return all;
  }

  private List<StubContract> archives(ContractReader reader, Path folder) throws IOException {
    List<StubContract> all = new ArrayList<>();
    for (String text : recordings) {
      Files.writeString(folder.resolve("recorded.har"), text);
      all.add((StubContract) reader.read(folder.resolve("recorded.har")));
    }
    return all;
  }
}
