package dev.concordat.cli.standin;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Troubles;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.ContractKind;
import dev.concordat.contracts.asyncapi.AsyncApiContract;
import dev.concordat.contracts.graphql.GraphQlSchemaContract;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.contracts.stub.StubContract;
import dev.concordat.contracts.tree.ReadLimits;
import dev.concordat.contracts.tree.ReferencePolicy;
import dev.concordat.model.problem.Problem;
import dev.concordat.standin.StandIn;
import dev.concordat.standin.StandInSettings;
import dev.concordat.standin.Verification;
import dev.concordat.standin.graphql.GraphQlStandIn;
import dev.concordat.standin.message.MessageSettings;
import dev.concordat.standin.message.MessageStandIn;
import dev.concordat.standin.pact.PactStandIn;
import dev.concordat.standin.recorded.RecordedStandIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Makes what is served of a file.
///
/// @param folder the workspace: references never lead out of it
record SpeakerReader(
    Console console,
    Path folder,
    StandInSettings settings,
    MessageOptions messages,
    Verification.Source verifications) {
  /// What cannot be answered of a recording is told one by one up to here.
  private static final int MAX_TOLD = 10;

  /// Nothing where the file cannot be served; why was told.
  Optional<Speaker> read(Path file) {
    ContractReader reader =
        ContractReader.forComparing(folder, ReadLimits.defaults(), ReferencePolicy.WORKSPACE_ONLY);
    Contract contract = reader.read(file);
    List<Problem> errors = contract.problems().stream().filter(Problem::isError).toList();
    errors.stream().distinct().forEach(each -> Troubles.tellProblem(console, folder, each));
    return switch (contract) {
      case OpenApiContract openApi -> openApi(openApi, !errors.isEmpty());
      case PactContract pact -> pact(pact);
      case StubContract stubs
          when stubs.kind() == ContractKind.HAR || stubs.kind() == ContractKind.POSTMAN ->
          recorded(stubs);
      case GraphQlSchemaContract schema -> graphQl(schema);
      case AsyncApiContract asyncApi -> messages(asyncApi, !errors.isEmpty());
      default ->
          !Files.exists(file)
              ? Optional.empty()
              : refused(
                  contract.file()
                      + " is not an OpenAPI contract, a pact, an HTTP archive, a Postman collection, a GraphQL schema, an AsyncAPI contract or WireMock's mappings,"
                      + " and stand-ins are made from no other kind yet.");
    };
  }

  private Optional<Speaker> openApi(OpenApiContract contract, boolean hasErrors) {
    int operations = contract.operations().size();
    if (operations == 0) {
      return refused(contract.file() + " has no operation that can be served.");
    }
    if (hasErrors) {
      console.say(
          "concordat: "
              + contract.file()
              + " has errors; the "
              + operations
              + " operations that could be read are served.");
    }
    return Optional.of(new Speaker.OpenApi(new StandIn(contract, settings, verifications)));
  }

  private Optional<Speaker> pact(PactContract pact) {
    int served = pact.httpInteractions().size();
    if (served == 0) {
      return refused(pact.file() + " has no interaction over HTTP.");
    }
    int others = pact.interactions().size() - served;
    if (others > 0) {
      console.say(
          "concordat: "
              + pact.file()
              + ": "
              + (others == 1
                  ? "1 interaction is not over HTTP and is"
                  : others + " interactions are not over HTTP and are")
              + " not served.");
    }
    return Optional.of(new Speaker.Pact(new PactStandIn(pact, settings.seed(), verifications)));
  }

  private Optional<Speaker> recorded(StubContract stubs) {
    var standIn = new RecordedStandIn(stubs, verifications);
    List<String> unusable = standIn.unusable();
    unusable.stream()
        .limit(MAX_TOLD)
        .forEach(why -> console.say("concordat: " + why + "; it is answered 501."));
    if (unusable.size() > MAX_TOLD) {
      console.say(
          "concordat: and " + (unusable.size() - MAX_TOLD) + " more that are answered 501.");
    }
    return standIn.answers() == 0
        ? refused(stubs.file() + " has no request with an answer.")
        : Optional.of(new Speaker.Recorded(standIn));
  }

  private Optional<Speaker> graphQl(GraphQlSchemaContract schema) {
    return schema.executable().isEmpty()
        ? refused(schema.file() + " has no type that can be served.")
        : Optional.of(new Speaker.GraphQl(new GraphQlStandIn(schema, settings)));
  }

  private Optional<Speaker> messages(AsyncApiContract contract, boolean hasErrors) {
    var standIn =
        new MessageStandIn(
            contract, new MessageSettings(settings.seed(), messages.isCounterpart()));
    standIn.unserved().forEach(why -> console.say("concordat: not served: " + why + "."));
    if (standIn.plays().isEmpty()) {
      return refused(contract.file() + " has no operation that can be served over Kafka.");
    }
    if (hasErrors) {
      console.say(
          "concordat: "
              + contract.file()
              + " has errors; the "
              + standIn.plays().size()
              + " operations that could be read are served.");
    }
    return Optional.of(new Speaker.Messages(standIn));
  }

  private Optional<Speaker> refused(String why) {
    console.say("concordat: " + why);
    return Optional.empty();
  }
}
