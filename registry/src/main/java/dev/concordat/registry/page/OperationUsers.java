package dev.concordat.registry.page;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactInteraction;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.registry.publication.Provided;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Who uses which operation of a provider, by what the consumers' pacts ask of it.
final class OperationUsers {
  private OperationUsers() {}

  /// A pact of a consumer.
  ///
  /// @param version whose pact it is
  /// @param bytes empty where it is too long to be read for a page
  record Need(String consumer, String version, Optional<Bytes> bytes) {}

  /// An operation with those who use it.
  ///
  /// @param name as the provider's contract names it (`GET /orders/{id}`), else as pacts do
  /// @param isOffered whether the provider's newest OpenAPI contract has it; empty where there is no such contract, and for what
  ///     is no HTTP
  /// @param users each with the version whose pact asks for it
  record Used(String name, Optional<Boolean> isOffered, Map<String, String> users) {
    Used {
      users = Collections.unmodifiableMap(new LinkedHashMap<>(users));
    }
  }

  /// All operations that are offered or used, those that the provider offers first and in its order.
  ///
  /// @param offered the provider's newest OpenAPI contract
  static List<Used> of(List<Need> needs, Optional<Bytes> offered) {
    Optional<OpenApiContract> api =
        offered
            .map(bytes -> Provided.read(Provided.fileName("openapi"), bytes).contract())
            .flatMap(
                it -> it instanceof OpenApiContract read ? Optional.of(read) : Optional.empty());
    Map<String, Map<String, String>> known = new LinkedHashMap<>();
    api.ifPresent(
        read -> read.operations().forEach(it -> known.put(it.methodAndPath(), new TreeMap<>())));
    Map<String, Map<String, String>> others = new TreeMap<>();
    TreeSet<String> messages = new TreeSet<>();
    for (Need need : needs) {
      for (PactInteraction interaction : interactions(need)) {
        String name = name(interaction, api);
        if (interaction.asHttp().isEmpty()) {
          messages.add(name);
        }
        Map<String, String> users = known.get(name);
        if (users == null) {
          users = others.computeIfAbsent(name, _ -> new TreeMap<>());
        }
        users.put(need.consumer(), need.version());
      }
    }
    List<Used> all = new ArrayList<>();
    known.forEach((name, users) -> all.add(new Used(name, Optional.of(true), users)));
    others.forEach(
        (name, users) ->
            all.add(
                new Used(
                    name,
                    api.isEmpty() || messages.contains(name)
                        ? Optional.empty()
                        : Optional.of(false),
                    users)));
    return List.copyOf(all);
  }

  private static List<PactInteraction> interactions(Need need) {
    Optional<Contract> read =
        need.bytes().map(bytes -> Provided.read(Provided.fileName("pact"), bytes).contract());
    return read.isPresent() && read.get() instanceof PactContract pact
        ? pact.interactions().stream()
            .sorted(Comparator.comparing(PactInteraction::description))
            .toList()
        : List.of();
  }

  private static String name(PactInteraction interaction, Optional<OpenApiContract> api) {
    return switch (interaction) {
      case PactInteraction.HttpInteraction http -> {
        String method = http.request().method();
        String path = http.request().path();
        yield api.flatMap(it -> it.route(method, path))
            .map(routed -> routed.operation())
            .map(HttpOperation::methodAndPath)
            .orElse(method + " " + path);
      }
      case PactInteraction.MessageInteraction message -> "message: " + message.description();
      case PactInteraction.SynchronousMessages call -> "call: " + call.description();
      case PactInteraction.UnknownInteraction unknown ->
          unknown.type() + ": " + unknown.description();
    };
  }
}
