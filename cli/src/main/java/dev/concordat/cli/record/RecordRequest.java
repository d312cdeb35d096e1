package dev.concordat.cli.record;

import dev.concordat.wire.caller.Endpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the command line asks of a recording.
///
/// @param out the folder of the files
/// @param name what flows call the provider
/// @param extended the contract to extend
/// @param keepsTraffic whether the exchanges are written as an archive
/// @param secretNames more names of headers, parameters and fields that hold secrets
/// @param hidesAddresses whether e-mail addresses are secrets
/// @param isInsecure whether certificates of providers are taken as they are
public record RecordRequest(
    Source source,
    Path out,
    String name,
    Optional<Path> extended,
    boolean keepsTraffic,
    Set<String> secretNames,
    boolean hidesAddresses,
    boolean isInsecure) {
  public RecordRequest {
    secretNames = Set.copyOf(secretNames);
  }

  /// Where traffic comes from.
  public sealed interface Source {
    /// Whoever asks at a port is answered by the provider.
    record Before(Endpoint provider, int port) implements Source {}

    /// Clients ask for any host.
    record Proxy(int port) implements Source {}

    /// Archives of traffic that was recorded elsewhere.
    record Archives(List<Path> files) implements Source {
      public Archives {
        files = List.copyOf(files);
      }
    }
  }
}
