package dev.concordat.engine.book;

import dev.concordat.contracts.Contract;
import dev.concordat.contracts.asyncapi.AsyncApiContract;
import dev.concordat.contracts.asyncapi.ChannelOperation;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.environment.setup.Consumption;
import dev.concordat.environment.setup.Setup;
import dev.concordat.environment.setup.SystemSpec;
import dev.concordat.model.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every contract of a setup, read once.
public final class ContractBook {
  private final List<Provided> provided;
  private final List<Topic> topics;
  private final List<Need> needs;
  private final List<Problem> problems;

  private ContractBook(
      List<Provided> provided, List<Topic> topics, List<Need> needs, List<Problem> problems) {
    this.provided = List.copyOf(provided);
    this.topics = List.copyOf(topics);
    this.needs = List.copyOf(needs);
    this.problems = List.copyOf(problems);
  }

  /// An OpenAPI contract that a system keeps.
  public record Provided(String system, OpenApiContract contract) {}

  /// A channel that a system publishes to or subscribes.
  public record Topic(String system, AsyncApiContract contract, ChannelOperation operation) {
    public boolean isPublished() {
      return operation.action() == ChannelOperation.Action.SEND;
    }

    /// Whether messages of this topic belong to the channel.
    public boolean covers(String address) {
      return operation.channel().address().filter(it -> it.matches(address)).isPresent();
    }
  }

  /// What a consumer needs of a provider.
  public record Need(String consumer, String provider, PactContract pact) {}

  public static ContractBook read(Setup setup) {
    var reader = new ContractReader(setup.root());
    var provided = new ArrayList<Provided>();
    var topics = new ArrayList<Topic>();
    var needs = new ArrayList<Need>();
    var problems = new ArrayList<Problem>();
    for (SystemSpec system : setup.systems()) {
      for (Path file : system.provides()) {
        Contract contract = reader.read(file);
        problems.addAll(contract.problems());
        switch (contract) {
          case OpenApiContract openApi -> provided.add(new Provided(system.name(), openApi));
          case AsyncApiContract asyncApi ->
              asyncApi.operations().stream()
                  .map(operation -> new Topic(system.name(), asyncApi, operation))
                  .forEach(topics::add);
          default -> {}
        }
      }
      for (Consumption consumption : system.consumes()) {
        consumption
            .contract()
            .map(reader::read)
            .ifPresent(
                contract -> {
                  problems.addAll(contract.problems());
                  if (contract instanceof PactContract pact) {
                    needs.add(new Need(system.name(), consumption.provider(), pact));
                  }
                });
      }
    }
    return new ContractBook(provided, topics, needs, problems);
  }

  /// OpenAPI contracts with the systems that keep them.
  public List<Provided> provided() {
    return provided;
  }

  public List<OpenApiContract> openApis(String system) {
    return provided.stream()
        .filter(it -> it.system().equals(system))
        .map(Provided::contract)
        .toList();
  }

  public List<Topic> topics() {
    return topics;
  }

  public List<Need> needs() {
    return needs;
  }

  /// What could not be read.
  public List<Problem> problems() {
    return problems;
  }

  /// The operation that a flow names: `orders.placeOrder`.
  public Optional<Named> operation(String name) {
    return provided.stream()
        .filter(it -> name.startsWith(it.system() + "."))
        .flatMap(
            it ->
                it.contract().operation(name.substring(it.system().length() + 1)).stream()
                    .map(operation -> new Named(it.system(), it.contract(), operation)))
        .findFirst();
  }

  /// An operation with its provider.
  public record Named(
      String system,
      OpenApiContract contract,
      dev.concordat.contracts.http.HttpOperation operation) {}

  /// Names of all operations as flows write them.
  public List<String> operationNames() {
    return provided.stream()
        .flatMap(
            it ->
                it.contract().operations().stream()
                    .map(operation -> it.system() + "." + operation.id()))
        .toList();
  }

  /// The published channel that a flow names: anything, a dot, and the operation, channel or address:
  /// `events.orderConfirmed`, `orders.ordersConfirmed`, `events.orders.confirmed`.
  public Optional<Topic> published(String name) {
    int dot = name.indexOf('.');
    String rest = name.substring(dot + 1);
    return topics.stream()
        .filter(Topic::isPublished)
        .filter(topic -> isNamed(topic, rest) || isNamed(topic, name))
        .findFirst();
  }

  private static boolean isNamed(Topic topic, String name) {
    return topic.operation().id().equals(name)
        || topic.operation().channel().name().equals(name)
        || topic.operation().channel().address().filter(it -> it.text().equals(name)).isPresent();
  }

  /// Names of all published channels by their operations.
  public List<String> publishedNames() {
    return topics.stream()
        .filter(Topic::isPublished)
        .map(topic -> "events." + topic.operation().id())
        .toList();
  }

  /// The systems that subscribe a topic by their contracts.
  public List<String> subscribers(String address) {
    return topics.stream()
        .filter(topic -> !topic.isPublished() && topic.covers(address))
        .map(Topic::system)
        .distinct()
        .toList();
  }

  /// The system that publishes a topic by its contract.
  public Optional<String> publisher(String address) {
    return topics.stream()
        .filter(topic -> topic.isPublished() && topic.covers(address))
        .map(Topic::system)
        .findFirst();
  }
}
