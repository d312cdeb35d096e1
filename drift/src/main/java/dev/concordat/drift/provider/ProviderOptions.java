package dev.concordat.drift.provider;

import dev.concordat.model.exchange.Header;
import dev.concordat.wire.caller.Endpoint;
import java.time.Duration;
import java.util.List;

/// How the running provider is asked.
///
/// @param basePath what stands before the paths of stubs, without a slash at its end; mostly empty
/// @param allowsWrites whether requests that may change something are sent too
/// @param perSecond how many requests a second at most; 0 for no limit
/// @param times how often each safe request is sent, at least twice, so that what varies is seen
/// @param headers what is sent with every request: credentials
public record ProviderOptions(
    Endpoint endpoint,
    String basePath,
    boolean allowsWrites,
    int perSecond,
    int times,
    Duration answerLimit,
    List<Header> headers) {
  /// How often the same is asked at most.
  public static final int MAX_TIMES = 20;

  public ProviderOptions {
    if (times < 2 || times > MAX_TIMES || perSecond < 0) {
      throw new IllegalArgumentException("the same is asked 2 to " + MAX_TIMES + " times");
    }
    headers = List.copyOf(headers);
  }

  /// Only safe requests, each twice, as fast as they are answered.
  public static ProviderOptions at(Endpoint endpoint) {
    return new ProviderOptions(endpoint, "", false, 0, 2, Duration.ofSeconds(10), List.of());
  }

  /// The same with requests that may change something.
  public ProviderOptions withWrites() {
    return new ProviderOptions(endpoint, basePath, true, perSecond, times, answerLimit, headers);
  }
}
