package dev.concordat.contracts.asyncapi;

import dev.concordat.contracts.meaning.Parts;
import dev.concordat.contracts.meaning.Term;
import dev.concordat.contracts.meaning.TermMembers;
import dev.concordat.contracts.schema.SchemaMeaning;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What channels and operations on messages mean. Keys of servers, channels and messages are names for references, and say
/// nothing; nor do the hosts of servers, which are those of an environment.
final class AsyncApiMeaning {
  private AsyncApiMeaning() {}

  /// Channels that no operation uses may still be published to.
  static Term own(AsyncApiContract contract) {
    return TermMembers.of("messages")
        .choices("servers", contract.servers().stream().map(AsyncApiMeaning::server).toList())
        .bag("channels", contract.channels().stream().map(AsyncApiMeaning::whole).toList())
        .term();
  }

  static Map<String, Term> parts(AsyncApiContract contract) {
    var parts = new Parts();
    for (ChannelOperation operation : contract.operations()) {
      parts.add(
          operation.id(),
          TermMembers.of("operation")
              .text("id", operation.id())
              .text("action", operation.action().name())
              .put("channel", channel(operation.channel()).term())
              .bag("messages", messages(operation.messages()))
              .maybe("reply", operation.reply().map(AsyncApiMeaning::reply))
              .choices("security", security(operation.security()))
              .bag("bindings", bindings(operation.bindings()))
              .term());
    }
    return parts.all();
  }

  private static Term server(Server server) {
    return TermMembers.of("server")
        .text("protocol", server.protocol())
        .text("version", server.protocolVersion())
        .text("path", server.pathname())
        .bag(
            "variables",
            server.variables().stream()
                .filter(variable -> server.pathname().contains("{" + variable.name() + "}"))
                .map(AsyncApiMeaning::variable)
                .toList())
        .choices("security", security(server.security()))
        .bag("bindings", bindings(server.bindings()))
        .term();
  }

  private static Term variable(Server.Variable variable) {
    return TermMembers.of("variable")
        .text("name", variable.name())
        .put("values", Term.texts(variable.values()))
        .maybe("default", variable.defaultValue().map(Term::text))
        .term();
  }

  private static Term whole(Channel channel) {
    return channel(channel).bag("messages", messages(channel.messages())).term();
  }

  private static TermMembers channel(Channel channel) {
    return TermMembers.of("channel")
        .maybe("address", address(channel))
        .bag("parameters", channel.parameters().stream().map(AsyncApiMeaning::parameter).toList())
        .bag("bindings", bindings(channel.bindings()));
  }

  private static Optional<Term> address(Channel channel) {
    return channel.address().map(address -> Term.text(address.text()));
  }

  private static Term parameter(ChannelParameter parameter) {
    return TermMembers.of("parameter")
        .text("name", parameter.name())
        .choices("values", parameter.values().stream().map(Term::text).toList())
        .maybe("default", parameter.defaultValue().map(Term::text))
        .maybe("schema", parameter.schema().map(SchemaMeaning::of))
        .maybe("location", parameter.location().map(AsyncApiMeaning::expression))
        .term();
  }

  private static Term expression(MessageExpression expression) {
    return Term.text(expression.toString());
  }

  private static Term reply(Reply reply) {
    return TermMembers.of("reply")
        .maybe("address", reply.address().map(AsyncApiMeaning::expression))
        .maybe("channel", reply.channel().map(channel -> channel(channel).term()))
        .bag("messages", messages(reply.messages()))
        .term();
  }

  /// The name of a scheme is a component's, and says nothing.
  private static List<Term> security(Collection<SecurityUse> uses) {
    return uses.stream().map(AsyncApiMeaning::use).toList();
  }

  private static Term use(SecurityUse use) {
    Map<String, Term> settings = new TreeMap<>();
    use.settings().forEach((name, value) -> settings.put(name, Term.text(value)));
    return TermMembers.of("security")
        .text("type", use.type())
        .named("settings", settings)
        .choices("scopes", use.scopes().stream().map(Term::text).toList())
        .term();
  }

  private static List<Term> messages(Collection<MessageSpec> messages) {
    return messages.stream().map(AsyncApiMeaning::message).toList();
  }

  private static Term message(MessageSpec message) {
    return TermMembers.of("message")
        .put("contentType", message.contentType().meaning())
        .maybe("payload", message.content().map(AsyncApiMeaning::content))
        .choices("headers", message.headers().stream().map(SchemaMeaning::of).toList())
        .maybe("correlationId", message.correlationId().map(id -> expression(id.location())))
        .bag("bindings", bindings(message.bindings()))
        .term();
  }

  static Term content(MessageContent content) {
    return switch (content) {
      case MessageContent.OfJson(var schema) -> SchemaMeaning.of(schema);
      case MessageContent.OfAvro(var schema) -> schema.meaning();
      case MessageContent.Unjudged(var format, var written, var ignored) ->
          TermMembers.of("unjudged").text("format", format).put("as", Term.json(written)).term();
    };
  }

  private static List<Term> bindings(Collection<Binding> bindings) {
    return bindings.stream().map(BindingMeaning::of).toList();
  }
}
