package dev.concordat.cli.record;

import dev.concordat.model.exchange.Exchange;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.record.extension.WrittenContract;
import dev.concordat.wire.capture.ExchangeSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The recordings of all providers that were asked. Thread-safe.
final class Providers implements ExchangeSink {
  /// More hosts are not recorded.
  private static final int MAX_PROVIDERS = 50;

  private final RecordRequest request;
  private final Optional<WrittenContract> written;
  private final boolean hasFolders;
  private final Map<String, Recorded> byHost = new LinkedHashMap<>();
  private final List<String> troubles = new ArrayList<>();

  /// @param hasFolders whether each provider has a folder of its own
  Providers(RecordRequest request, Optional<WrittenContract> written, boolean hasFolders) {
    this.request = request;
    this.written = written;
    this.hasFolders = hasFolders;
  }

  /// Makes the recording of a provider, so that what is in its way is known before any traffic.
  synchronized void expect(String host, Optional<String> server)
      throws IOException, Recorded.UnusableFolder {
    String folder = host.replaceAll("[^A-Za-z0-9.-]", "_").replaceAll("^\\.+", "_");
    byHost.put(
        host,
        new Recorded(
            hasFolders ? request.out().resolve(folder) : request.out(),
            request.name().isEmpty() ? name(host) : request.name(),
            request.name().isEmpty() ? host : request.name(),
            server,
            written,
            request));
  }

  /// `orders.example.com:8080` as a name that flows can use.
  private static String name(String host) {
    String first = host.split("[.:]", 2)[0].replaceAll("[^A-Za-z0-9-]", "");
    boolean isWord = !first.isEmpty() && Character.isLetter(first.charAt(0));
    return isWord ? first : "recorded";
  }

  @Override
  public void seen(Exchange raw) {
    if (raw instanceof HttpExchange http) {
      recorded(http.link().provider()).ifPresent(recorded -> recorded.seen(raw));
    }
  }

  private synchronized Optional<Recorded> recorded(String host) {
    if (!byHost.containsKey(host)) {
      if (byHost.size() >= MAX_PROVIDERS) {
        trouble("more than " + MAX_PROVIDERS + " hosts were asked; the others are not recorded");
        return Optional.empty();
      }
      try {
        expect(host, Optional.empty());
      } catch (IOException | Recorded.UnusableFolder e) {
        trouble(host + " is not recorded: " + e.getMessage());
        return Optional.empty();
      }
    }
    return Optional.ofNullable(byHost.get(host));
  }

  private void trouble(String text) {
    if (!troubles.contains(text)) {
      troubles.add(text);
    }
  }

  synchronized List<String> troubles() {
    return List.copyOf(troubles);
  }

  synchronized List<Recorded> all() {
    return List.copyOf(byHost.values());
  }
}
