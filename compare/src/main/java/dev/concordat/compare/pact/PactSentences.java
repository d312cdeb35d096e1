package dev.concordat.compare.pact;

import dev.concordat.compare.need.Sentences;
import dev.concordat.contracts.pact.PactInteraction.HttpInteraction;
import dev.concordat.contracts.tree.ArrayNode;
import dev.concordat.contracts.tree.Located;
import dev.concordat.contracts.tree.Node;
import dev.concordat.contracts.tree.ObjectNode;
import dev.concordat.contracts.tree.Pointers;
import dev.concordat.model.comparison.Position.Part;
import dev.concordat.model.finding.Sentence;
import java.util.List;

/// The sentences of an interaction over HTTP.
record PactSentences(HttpInteraction interaction) implements Sentences {
  @Override
  public Sentence of(Part part, String detail) {
    Node request = interaction.request().node();
    Node response = interaction.response().node();
    return sentence(
        switch (part) {
          case PATH_PARAMETER -> member(request, "path");
          case QUERY_PARAMETER -> named(request, "query", detail);
          case REQUEST_HEADER, COOKIE, SECURITY -> named(request, "headers", detail);
          case REQUEST_BODY -> inBody(request, detail);
          case RESPONSE -> member(response, "status");
          case RESPONSE_HEADER -> named(response, "headers", detail);
          case RESPONSE_BODY -> inBody(response, detail);
          default -> member(request, "path");
        });
  }

  static Sentence sentence(Located located) {
    return new Sentence(located.place(), located.sourceLine());
  }

  private static Located member(Node message, String name) {
    return message instanceof ObjectNode object
        ? object.member(name).<Located>map(member -> member).orElse(message)
        : message;
  }

  /// A named member of a member, whatever its case; else the member, else the message.
  static Located named(Node message, String member, String name) {
    if (message instanceof ObjectNode object
        && object.get(member).orElse(message) instanceof ObjectNode all
        && all != message) {
      return all.members().stream()
          .filter(one -> one.name().equalsIgnoreCase(name))
          .findFirst()
          .<Located>map(one -> one)
          .orElseGet(() -> member(message, member));
    }
    return member(message, member);
  }

  /// The value in a body, or the nearest one above it that is there.
  static Located inBody(Node message, String pointer, String... names) {
    Located found = message;
    Node at = message;
    for (String name : names.length == 0 ? new String[] {"body"} : names) {
      if (message instanceof ObjectNode object && object.has(name)) {
        found = member(message, name);
        at = object.get(name).orElse(message);
        break;
      }
    }
    if (at == message) {
      return message;
    }
    if (at instanceof ObjectNode wrapped
        && wrapped.has("content")
        && (wrapped.has("contentType") || wrapped.has("encoded"))) {
      found = member(wrapped, "content");
      at = wrapped.get("content").orElse(at);
    }
    for (String token : Pointers.tokens(pointer).orElseGet(List::of)) {
      if (at instanceof ObjectNode object && object.has(token)) {
        found = member(object, token);
        at = object.get(token).orElse(at);
      } else if (at instanceof ArrayNode array && !array.items().isEmpty()) {
        int index = token.matches("[0-9]{1,8}") ? Integer.parseInt(token) : 0;
        at = array.items().get(index < array.items().size() ? index : 0);
        found = at;
      } else {
        break;
      }
    }
    return found;
  }
}
