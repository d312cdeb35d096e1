package dev.concordat.contracts.openapi;

import dev.concordat.contracts.http.Callback;
import dev.concordat.contracts.http.Encodings;
import dev.concordat.contracts.http.FieldEncoding;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.http.LinkSpec;
import dev.concordat.contracts.http.MediaType;
import dev.concordat.contracts.http.MediaTypeSpec;
import dev.concordat.contracts.http.Parameter;
import dev.concordat.contracts.http.ParameterLocation;
import dev.concordat.contracts.http.RequestBody;
import dev.concordat.contracts.http.ResponseSpec;
import dev.concordat.contracts.http.RuntimeExpression;
import dev.concordat.contracts.http.SecurityNeed;
import dev.concordat.contracts.meaning.Term;
import dev.concordat.contracts.meaning.TermMembers;
import dev.concordat.contracts.schema.Schema;
import dev.concordat.contracts.schema.SchemaMeaning;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What operations over HTTP mean. The reader has put defaults in already, so a default that is written says nothing more.
final class OpenApiMeaning {
  private static final Term EVERYTHING = TermMembers.of("schema").term();

  private OpenApiMeaning() {}

  static Term own(OpenApiContract contract) {
    return TermMembers.of("http")
        .sequence("basePaths", contract.basePaths().stream().map(Term::text).toList())
        .term();
  }

  /// Two operations with one id, which is a problem of the contract, are told apart by method and path.
  static Map<String, Term> parts(OpenApiContract contract) {
    Map<String, Term> parts = new TreeMap<>();
    for (HttpOperation operation : contract.operations()) {
      Term term = operation(operation);
      String id = operation.id();
      parts.put(parts.containsKey(id) ? id + " " + operation.methodAndPath() : id, term);
    }
    for (Webhook webhook : contract.webhooks()) {
      HttpOperation operation = webhook.operation();
      parts.put(
          "webhook " + webhook.name() + " " + operation.method(),
          TermMembers.of("webhook")
              .text("name", webhook.name())
              .put("operation", operation(operation))
              .term());
    }
    return parts;
  }

  private static Term operation(HttpOperation operation) {
    return TermMembers.of("operation")
        .text("id", operation.id())
        .text("method", operation.method())
        .text("path", operation.path().text())
        .bag("parameters", parameters(operation.parameters()))
        .maybe("body", operation.body().map(OpenApiMeaning::body))
        .bag("responses", operation.responses().stream().map(OpenApiMeaning::response).toList())
        .choices("security", security(operation.security()))
        .bag("callbacks", operation.callbacks().stream().map(OpenApiMeaning::callback).toList())
        .term();
  }

  private static List<Term> parameters(Collection<Parameter> parameters) {
    return parameters.stream().map(OpenApiMeaning::parameter).toList();
  }

  private static Term parameter(Parameter parameter) {
    boolean isHeader = parameter.in() == ParameterLocation.HEADER;
    String name = parameter.name();
    return TermMembers.of("parameter")
        .text("in", parameter.in().word())
        .text("name", isHeader ? name.toLowerCase(Locale.ROOT) : name)
        .flag("required", parameter.required())
        .text("style", parameter.style().name())
        .flag("explode", parameter.explode())
        .maybe("schema", schema(parameter.schema()))
        .maybe("content", parameter.content().map(OpenApiMeaning::content))
        .term();
  }

  /// No schema says what one says that allows everything.
  private static Optional<Term> schema(Optional<Schema> schema) {
    return schema.map(SchemaMeaning::of).or(() -> Optional.of(EVERYTHING));
  }

  private static Term body(RequestBody body) {
    return TermMembers.of("body")
        .flag("required", body.required())
        .bag("content", contents(body.content()))
        .term();
  }

  private static List<Term> contents(Collection<MediaTypeSpec> content) {
    return content.stream().map(OpenApiMeaning::content).toList();
  }

  private static Term content(MediaTypeSpec spec) {
    return TermMembers.of("content")
        .put("mediaType", spec.mediaType().meaning())
        .maybe("schema", schema(spec.schema()))
        .maybe("itemSchema", spec.itemSchema().map(SchemaMeaning::of))
        .put("encodings", encodings(spec.encodings()))
        .term();
  }

  private static Term encodings(Encodings encodings) {
    Map<String, Term> named = new TreeMap<>();
    encodings.byName().forEach((name, each) -> named.put(name, encoding(each)));
    return TermMembers.of("encodings")
        .named("byName", named)
        .sequence("prefix", encodings.prefix().stream().map(OpenApiMeaning::encoding).toList())
        .maybe("item", encodings.item().map(OpenApiMeaning::encoding))
        .term();
  }

  private static Term encoding(FieldEncoding encoding) {
    return TermMembers.of("encoding")
        .choices("types", encoding.contentTypes().stream().map(MediaType::meaning).toList())
        .bag("headers", parameters(encoding.headers()))
        .maybe("style", encoding.style().map(style -> Term.text(style.name())))
        .flag("explode", encoding.explode())
        .flag("allowReserved", encoding.allowReserved())
        .put("inner", encodings(encoding.inner()))
        .term();
  }

  private static Term response(ResponseSpec response) {
    return TermMembers.of("response")
        .text("status", response.status())
        .bag("headers", parameters(response.headers()))
        .bag("content", contents(response.content()))
        .bag("links", response.links().stream().map(OpenApiMeaning::link).toList())
        .term();
  }

  private static Term link(LinkSpec link) {
    return TermMembers.of("link")
        .text("name", link.name())
        .text("operation", link.operation().orElse(""))
        .bag("parameters", link.parameters().stream().map(OpenApiMeaning::argument).toList())
        .maybe("body", link.body().map(OpenApiMeaning::given))
        .text("server", link.server().orElse(""))
        .term();
  }

  private static Term argument(LinkSpec.Argument argument) {
    return TermMembers.of("argument")
        .text("name", argument.name())
        .text("in", argument.in().map(ParameterLocation::word).orElse(""))
        .put("value", given(argument.value()))
        .term();
  }

  private static Term given(LinkSpec.Content content) {
    return switch (content) {
      case LinkSpec.Content.Constant(var value) ->
          TermMembers.of("constant").put("value", Term.json(value)).term();
      case LinkSpec.Content.Taken(var expression) -> taken(expression);
    };
  }

  private static Term taken(RuntimeExpression expression) {
    return switch (expression) {
      case RuntimeExpression.Url() -> Term.text("$url");
      case RuntimeExpression.Method() -> Term.text("$method");
      case RuntimeExpression.StatusCode() -> Term.text("$statusCode");
      case RuntimeExpression.Header(var side, var name) ->
          taken("header", side, name.toLowerCase(Locale.ROOT));
      case RuntimeExpression.Query(var side, var name) -> taken("query", side, name);
      case RuntimeExpression.Path(var side, var name) -> taken("path", side, name);
      case RuntimeExpression.Body(var side, var pointer) -> taken("body", side, pointer);
    };
  }

  private static Term taken(String what, RuntimeExpression.Side side, String name) {
    return TermMembers.of(what).text("side", side.name()).text("name", name).term();
  }

  private static Term callback(Callback callback) {
    return TermMembers.of("callback")
        .text("name", callback.name())
        .text("url", callback.url().text())
        .put("operation", operation(callback.operation()))
        .term();
  }

  private static List<Term> security(List<List<SecurityNeed>> alternatives) {
    return alternatives.stream()
        .<Term>map(needs -> new Term.Choices(needs.stream().map(OpenApiMeaning::need).toList()))
        .toList();
  }

  /// The name of a scheme is a component's, and says nothing.
  private static Term need(SecurityNeed need) {
    return TermMembers.of("need")
        .text("kind", need.kind().name())
        .maybe("carrier", need.carrier().map(OpenApiMeaning::carrier))
        .choices("scopes", need.scopes().stream().map(Term::text).toList())
        .term();
  }

  private static Term carrier(SecurityNeed.Carrier carrier) {
    boolean isHeader = carrier.in() == ParameterLocation.HEADER;
    return TermMembers.of("carrier")
        .text("in", carrier.in().word())
        .text("name", isHeader ? carrier.name().toLowerCase(Locale.ROOT) : carrier.name())
        .text("prefix", carrier.prefix())
        .term();
  }
}
