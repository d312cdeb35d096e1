package dev.concordat.contracts.pact;

import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.meaning.ContentMeaning;
import dev.concordat.contracts.meaning.Parts;
import dev.concordat.contracts.meaning.Term;
import dev.concordat.contracts.meaning.TermMembers;
import dev.concordat.contracts.pact.PactInteraction.Header;
import dev.concordat.contracts.pact.PactInteraction.HttpInteraction;
import dev.concordat.contracts.pact.PactInteraction.MessageInteraction;
import dev.concordat.contracts.pact.PactInteraction.SynchronousMessages;
import dev.concordat.contracts.pact.PactInteraction.UnknownInteraction;
import dev.concordat.contracts.pact.content.BodyTypes;
import dev.concordat.contracts.pact.content.ExpectedBody;
import dev.concordat.model.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a pact means, whichever client wrote it in whichever version: the file's metadata, comments and keys of interactions
/// say nothing.
final class PactMeaning {
  private PactMeaning() {}

  static Term own(PactContract pact) {
    return TermMembers.of("pact")
        .text("consumer", pact.consumer())
        .text("provider", pact.provider())
        .bag("plugins", pact.plugins().stream().map(PactMeaning::plugin).toList())
        .term();
  }

  private static Term plugin(PactPlugin plugin) {
    return TermMembers.of("plugin")
        .text("name", plugin.name())
        .text("version", plugin.version())
        .put("configuration", Term.json(plugin.configuration()))
        .term();
  }

  /// By description and provider states, by which tools tell interactions apart.
  static Map<String, Term> parts(PactContract pact) {
    var parts = new Parts();
    // Version 1 compares the query as a text, in which order counts.
    boolean queryIsText = !pact.pactVersion().isAtLeast(PactVersion.V2);
    for (PactInteraction interaction : pact.interactions()) {
      parts.add(id(interaction.header()), interaction(interaction, queryIsText));
    }
    return parts.all();
  }

  private static String id(Header header) {
    return header.states().isEmpty()
        ? header.description()
        : header.states().stream()
            .map(ProviderState::name)
            .collect(Collectors.joining(" and ", header.description() + " given ", ""));
  }

  private static Term interaction(PactInteraction interaction, boolean queryIsText) {
    return switch (interaction) {
      case HttpInteraction(var header, var request, var response) ->
          header("http", header)
              .put("request", request(request, queryIsText))
              .put("response", response(response))
              .term();
      case MessageInteraction(var header, var message) ->
          header("message", header).put("message", message(message)).term();
      case SynchronousMessages(var header, var request, var responses) ->
          header("messages", header)
              .put("request", message(request))
              .sequence("responses", responses.stream().map(PactMeaning::message).toList())
              .term();
      case UnknownInteraction(var header, var type, var content) ->
          header("unknown", header).text("type", type).put("content", Term.json(content)).term();
    };
  }

  private static TermMembers header(String kind, Header header) {
    boolean isPlain = header.transport().equals("http");
    var members =
        TermMembers.of(kind)
            .text("description", header.description())
            .sequence("states", header.states().stream().map(PactMeaning::state).toList())
            .flag("pending", header.isPending())
            .text("transport", isPlain ? "" : header.transport());
    return header.pluginConfiguration().members().isEmpty()
        ? members
        : members.put("plugins", Term.json(header.pluginConfiguration()));
  }

  private static Term state(ProviderState state) {
    return TermMembers.of("state")
        .text("name", state.name())
        .named("parameters", values(state.parameters()))
        .term();
  }

  private static Map<String, Term> values(Map<String, JsonValue> values) {
    Map<String, Term> terms = new TreeMap<>();
    values.forEach((name, value) -> terms.put(name, Term.json(value)));
    return terms;
  }

  private static Term request(ExpectedRequest request, boolean queryIsText) {
    var members =
        TermMembers.of("request")
            .text("method", request.method().toUpperCase(Locale.ROOT))
            .text("path", request.path())
            .named("headers", headers(request.headers()))
            .put("body", body(request.body(), type(request.bodyType(), request.headers())));
    if (queryIsText && request.query().size() > 1) {
      members.text("queryText", request.queryText());
    }
    members.named("query", lists(request.query()));
    return sentences(members, request.rules(), request.generators());
  }

  private static Term response(ExpectedResponse response) {
    var members =
        TermMembers.of("response")
            .put("status", Term.number(response.status()))
            .named("headers", headers(response.headers()))
            .put("body", body(response.body(), type(response.bodyType(), response.headers())));
    return sentences(members, response.rules(), response.generators());
  }

  private static Term message(ExpectedMessage message) {
    Optional<String> type = Metadata.contentType(message.metadata());
    Map<String, JsonValue> metadata = new TreeMap<>(message.metadata());
    metadata.keySet().removeIf(Metadata::isContentType);
    String stated = message.bodyType().isEmpty() ? type.orElse("") : message.bodyType();
    var members =
        TermMembers.of("message")
            .put("body", body(message.body(), BodyTypes.parse(stated)))
            .named("metadata", values(metadata));
    return sentences(members, message.rules(), message.generators());
  }

  private static Term sentences(
      TermMembers members, MatchingRules rules, List<Generator> generators) {
    return members
        .put("rules", RuleMeaning.of(rules))
        .bag("generators", generators.stream().map(RuleMeaning::of).toList())
        .term();
  }

  private static MediaType type(String stated, Map<String, List<String>> headers) {
    String header =
        headers.entrySet().stream()
            .filter(each -> each.getKey().equalsIgnoreCase("content-type"))
            .flatMap(each -> each.getValue().stream())
            .findFirst()
            .orElse("");
    return BodyTypes.parse(stated.isEmpty() ? header : stated);
  }

  /// A body that is JSON means the same with and without a media type that says so.
  private static Term body(ExpectedBody body, MediaType type) {
    return switch (body) {
      case ExpectedBody.Unstated() -> Term.text("unstated");
      case ExpectedBody.None() -> Term.text("none");
      case ExpectedBody.Present(var bytes) -> {
        boolean isJson = BodyTypes.isJson(type) || type.isUnknown();
        Term content = isJson ? ContentMeaning.of(bytes) : ContentMeaning.asBytes(bytes);
        boolean isPlain = type.isUnknown() || type.essence().equals("application/json");
        yield TermMembers.of("body")
            .put("content", content)
            .text("type", isPlain ? "" : type.essence())
            .term();
      }
    };
  }

  private static Map<String, Term> headers(Map<String, List<String>> headers) {
    Map<String, List<String>> lower = new TreeMap<>();
    headers.forEach((name, all) -> lower.put(name.toLowerCase(Locale.ROOT), all));
    return lists(lower);
  }

  private static Map<String, Term> lists(Map<String, List<String>> lists) {
    Map<String, Term> terms = new TreeMap<>();
    lists.forEach(
        (name, all) -> terms.put(name, new Term.Sequence(all.stream().map(Term::text).toList())));
    return terms;
  }
}
