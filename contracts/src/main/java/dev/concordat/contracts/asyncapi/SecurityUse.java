package dev.concordat.contracts.asyncapi;

import dev.concordat.model.finding.Sentence;
import java.util.List;
import java.util.Map;

/// A security scheme that a server or an operation asks for.
///
/// @param name the scheme's key; empty for one that is written in place
/// @param type `scramSha256`, `userPassword`, `oauth2`, …
/// @param settings how credentials are handed over, where the scheme says it: `in`, `name`, `scheme`
public record SecurityUse(
    String name, String type, Map<String, String> settings, List<String> scopes, Sentence at) {
  public SecurityUse {
    settings = Map.copyOf(settings);
    scopes = List.copyOf(scopes);
  }
}
