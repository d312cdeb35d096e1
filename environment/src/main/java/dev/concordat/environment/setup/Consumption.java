package dev.concordat.environment.setup;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// One system calls another: a link.
///
/// @param provider the other system; where the setup has none of that name, a stand-in made from the contract speaks for it
/// @param variable the environment variable that carries the address; empty where none does
/// @param value the variable's value with `{host}` and `{port}` where the link's address belongs; with `https://` before
///     them the link speaks TLS
/// @param contract what the consumer needs of the provider, such as a Pact file
/// @param hosts names by which the consumer calls the provider, whatever its variables say: `payments.internal`, or
///     `payments.internal:8080` for that port only
public record Consumption(
    String provider, String variable, String value, Optional<Path> contract, List<String> hosts) {
  private static final Pattern TLS =
      Pattern.compile("https://(?:\\{host}|[^/?#]*:\\{port})", Pattern.CASE_INSENSITIVE);

  public Consumption {
    hosts = List.copyOf(hosts);
  }

  /// A consumption of which a variable carries the address.
  public Consumption(String provider, String variable, String value, Optional<Path> contract) {
    this(provider, variable, value, contract, List.of());
  }

  /// A consumption whose address nobody can change.
  public static Consumption byHosts(String provider, Optional<Path> contract, List<String> hosts) {
    return new Consumption(provider, "", "", contract, hosts);
  }

  /// The same with another contract.
  public Consumption with(Optional<Path> other) {
    return new Consumption(provider, variable, value, other, hosts);
  }

  /// Whether the consumer is told an address with TLS.
  public boolean isTls() {
    return TLS.matcher(value).find();
  }
}
