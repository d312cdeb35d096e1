package dev.concordat.contracts.protobuf;

import dev.concordat.contracts.pact.ExpectedMessage;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactInteraction;
import dev.concordat.contracts.pact.PactPlugin;
import dev.concordat.contracts.pact.content.ExpectedBody;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.place.Place;
import dev.concordat.model.problem.Problem;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What Pact's protobuf plugin stored in a pact: its descriptors, and the services, types and messages of interactions.
/// What other plugins stored is left as it is.
public final class PluginContent {
  private static final String PLUGIN = "protobuf";

  private final PactContract pact;
  private final Map<String, ProtobufContract> descriptors;
  private final List<Problem> problems;

  private PluginContent(
      PactContract pact, Map<String, ProtobufContract> descriptors, List<Problem> problems) {
    this.pact = pact;
    this.descriptors = descriptors;
    this.problems = problems;
  }

  /// An interaction whose content the plugin wrote.
  ///
  /// @param contract the descriptors that it is written by
  /// @param method the method that is called; empty for a message without a service
  /// @param request the request, or the message itself
  public record Interaction(
      PactInteraction source,
      ProtobufContract contract,
      Optional<ServiceSpec.Method> method,
      Optional<Content> request,
      List<Content> responses) {
    public Interaction {
      responses = List.copyOf(responses);
    }
  }

  /// A message of an interaction.
  ///
  /// @param type the full name of its type
  /// @param value what it says
  /// @param expected the message as the pact has it, with its matching rules
  public record Content(String type, JsonValue value, Bytes bytes, ExpectedMessage expected) {}

  /// The pact with what is wrong with its plugins' content added to its problems.
  public static PactContract checked(PactContract pact) {
    if (pact.plugins().isEmpty()) {
      return pact;
    }
    PluginContent content = of(pact);
    content.interactions();
    var problems = new ArrayList<>(pact.problems());
    problems.addAll(content.problems);
    return new PactContract(
        pact.file(),
        pact.consumer(),
        pact.provider(),
        pact.pactVersion(),
        pact.interactions(),
        pact.plugins(),
        pact.metadata(),
        problems);
  }

  /// Reads what plugins stored for the whole file.
  public static PluginContent of(PactContract pact) {
    var descriptors = new LinkedHashMap<String, ProtobufContract>();
    var problems = new ArrayList<Problem>();
    for (PactPlugin plugin : pact.plugins()) {
      if (plugin.name().equals(PLUGIN)) {
        plugin
            .configuration()
            .members()
            .forEach((key, value) -> read(pact, key, value, descriptors, problems));
      } else {
        problems.add(
            Problem.warning(
                "pact/missing-plugin",
                Place.of(pact.file()),
                "the plugin `"
                    + plugin.name()
                    + "` is not here; its content is kept and not compared",
                "verify these interactions with a Pact verifier that has the plugin"));
      }
    }
    return new PluginContent(pact, descriptors, problems);
  }

  private static void read(
      PactContract pact,
      String key,
      JsonValue value,
      Map<String, ProtobufContract> descriptors,
      List<Problem> problems) {
    Optional<byte[]> set = text(value, "protoDescriptors").flatMap(PluginContent::base64);
    if (set.isEmpty()) {
      problems.add(bad(pact, "the descriptors `" + key + "` are not Base64"));
      return;
    }
    ProtobufContract contract = ProtobufReader.readDescriptorSet(pact.file(), set.get());
    contract.problems().stream()
        .map(problem -> bad(pact, "the descriptors `" + key + "`: " + problem.message()))
        .forEach(problems::add);
    descriptors.put(key, contract);
  }

  private static Problem bad(PactContract pact, String message) {
    return bad(Place.of(pact.file()), message);
  }

  private static Problem bad(Place place, String message) {
    return Problem.error(
        "pact/bad-plugin-content", place, message, "let the consumer's test write the pact again");
  }

  private static Optional<String> text(JsonValue value, String name) {
    return value instanceof JsonObject object
        ? object
            .member(name)
            .map(it -> it instanceof JsonString(String text) ? text : it.toString())
        : Optional.empty();
  }

  private static Optional<byte[]> base64(String text) {
    try {
      return Optional.of(Base64.getMimeDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// The descriptors of the file, by the keys under which interactions name them.
  public Map<String, ProtobufContract> descriptors() {
    return Map.copyOf(descriptors);
  }

  /// What is wrong with the content, interactions that were asked for included.
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /// The interactions of the protobuf plugin, decoded. Those whose types cannot be found are left out and are problems.
  public List<Interaction> interactions() {
    return pact.interactions().stream().flatMap(one -> interaction(one).stream()).toList();
  }

  private Optional<Interaction> interaction(PactInteraction source) {
    Optional<JsonValue> own = source.header().pluginConfiguration().member(PLUGIN);
    if (own.isEmpty()) {
      return Optional.empty();
    }
    String key = text(own.get(), "descriptorKey").orElse("");
    ProtobufContract contract = descriptors.get(key);
    if (contract == null) {
      problems.add(bad(source.place(), "no plugin of the file has the descriptors `" + key + "`"));
      return Optional.empty();
    }
    Optional<String> service = text(own.get(), "service");
    Optional<ServiceSpec.Method> method = service.flatMap(name -> method(contract, name));
    if (service.isPresent() && method.isEmpty()) {
      problems.add(bad(source.place(), "no descriptor has the method `" + service.get() + "`"));
      return Optional.empty();
    }
    Optional<String> request =
        method
            .map(ServiceSpec.Method::requestType)
            .or(() -> text(own.get(), "message").flatMap(name -> type(contract, name)));
    Optional<String> response = method.map(ServiceSpec.Method::responseType);
    return Optional.of(
        switch (source) {
          case PactInteraction.SynchronousMessages calls ->
              new Interaction(
                  source,
                  contract,
                  method,
                  content(contract, request, calls.request()),
                  calls.responses().stream()
                      .flatMap(one -> content(contract, response, one).stream())
                      .toList());
          case PactInteraction.MessageInteraction message ->
              new Interaction(
                  source,
                  contract,
                  method,
                  content(contract, request.or(() -> response), message.message()),
                  List.of());
          case PactInteraction.HttpInteraction ignored ->
              new Interaction(source, contract, method, Optional.empty(), List.of());
          case PactInteraction.UnknownInteraction ignored ->
              new Interaction(source, contract, method, Optional.empty(), List.of());
        });
  }

  /// Written with or without a leading `.`, and by older versions of the plugin without the package.
  private static Optional<ServiceSpec.Method> method(ProtobufContract contract, String written) {
    String name = written.startsWith(".") ? written.substring(1) : written;
    return contract
        .method(name)
        .or(
            () ->
                contract.files().stream()
                    .flatMap(file -> file.services().stream())
                    .flatMap(service -> service.methods().stream())
                    .filter(method -> method.fullName().endsWith("." + name))
                    .findFirst());
  }

  private static Optional<String> type(ProtobufContract contract, String written) {
    String name = written.startsWith(".") ? written.substring(1) : written;
    return Stream.concat(
            contract.types().messageNames().stream().filter(name::equals),
            contract.types().messageNames().stream().filter(known -> known.endsWith("." + name)))
        .findFirst();
  }

  private Optional<Content> content(
      ProtobufContract contract, Optional<String> type, ExpectedMessage message) {
    if (!(message.body() instanceof ExpectedBody.Present(Bytes bytes))) {
      return Optional.empty();
    }
    Optional<String> stated = stated(message.bodyType()).flatMap(name -> type(contract, name));
    Optional<String> known = stated.or(() -> type);
    if (known.isEmpty()) {
      problems.add(
          bad(
              message.node().place(),
              "no descriptor has the type of `" + message.bodyType() + "`"));
      return Optional.empty();
    }
    Optional<ProtobufCodec.Decoded> decoded =
        new ProtobufCodec(contract.types()).decode(known.get(), bytes);
    decoded.stream()
        .flatMap(it -> it.problems().stream())
        .map(problem -> bad(message.node().place(), problem.message()))
        .forEach(problems::add);
    return decoded.map(it -> new Content(known.get(), it.value(), bytes, message));
  }

  /// `application/protobuf; message=.shop.v1.Order` states the type.
  private static Optional<String> stated(String mediaType) {
    return Stream.of(mediaType.split(";", -1))
        .map(String::strip)
        .filter(parameter -> parameter.startsWith("message="))
        .map(parameter -> parameter.substring("message=".length()).replace("\"", ""))
        .findFirst();
  }
}
