package dev.concordat.contracts.asyncapi;

import dev.concordat.model.finding.Sentence;
import java.util.List;

/// A security scheme that a server or an operation asks for.
///
/// @param name the scheme's key; empty for one that is written in place
/// @param type `scramSha256`, `userPassword`, `oauth2`, …
public record SecurityUse(String name, String type, List<String> scopes, Sentence at) {
  public SecurityUse {
    scopes = List.copyOf(scopes);
  }
}
