package dev.concordat.cli.pact;

import dev.concordat.cli.registry.ThisVersion;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What `concordat verify` is asked to do.
///
/// @param files pacts in files; where there are none, a registry gives them
/// @param provider its name in the registry; empty where files say it
/// @param url where the provider answers
/// @param states who changes its states
/// @param messages who makes its messages; empty for the provider's own address
/// @param headers of every request to the provider, such as a credential
/// @param only a part of the descriptions of the interactions that are verified; empty for all
/// @param report the folder of the files
public record VerifyRequest(
    List<String> files,
    Optional<String> provider,
    URI url,
    boolean isInsecure,
    Optional<States> states,
    Optional<URI> messages,
    List<Header> headers,
    Chosen chosen,
    Optional<String> only,
    boolean isPublished,
    boolean mayBeNone,
    ThisVersion version,
    VerifyForm form,
    Optional<Path> report) {
  public VerifyRequest {
    files = List.copyOf(files);
    headers = List.copyOf(headers);
  }

  /// Who changes the provider's states.
  ///
  /// @param isTornDown whether it is asked after an interaction too
  public record States(URI url, boolean isTornDown) {}

  /// Which pacts of a registry.
  ///
  /// @param tags of the version that is verified
  public record Chosen(
      List<JsonObject> selectors,
      boolean includesPending,
      Optional<String> wipSince,
      List<String> tags) {
    public Chosen {
      selectors = List.copyOf(selectors);
      tags = List.copyOf(tags);
    }
  }
}
