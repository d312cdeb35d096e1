package dev.concordat.cli.registry;

import dev.concordat.cli.console.Console;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.run.Verdict;
import dev.concordat.report.json.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says in a registry what was deployed where.
public final class Deployed {
  private static final String HAL = "application/hal+json";

  private final Console console;
  private final RegistryAddress address;

  public Deployed(Console console, RegistryAddress address) {
    this.console = console;
    this.address = address;
  }

  /// One deployment.
  ///
  /// @param target one of several instances of a system in an environment
  /// @param makesEnvironment whether the environment is made where there is none of its name
  public record Deployment(
      String system,
      String version,
      String environment,
      Optional<String> target,
      boolean makesEnvironment,
      boolean isProduction) {}

  public Verdict record(Deployment deployment, boolean isJson) {
    try (RegistryClient client = new RegistryClient(address)) {
      String uuid = environment(client, deployment);
      String version =
          "/pacticipants/"
              + RegistryClient.encoded(deployment.system())
              + "/versions/"
              + RegistryClient.encoded(deployment.version());
      RegistryClient.Reply reply =
          client.post(
              version + "/deployed-versions/environment/" + RegistryClient.encoded(uuid),
              new Members()
                  .maybe("applicationInstance", deployment.target(), JsonString::new)
                  .object());
      if (reply.status() == 404) {
        throw new RegistryFailure(
            Verdict.BAD_INPUT,
            "the registry knows no version "
                + deployment.version()
                + " of "
                + deployment.system()
                + ".",
            "Publish it first: 'concordat publish --version " + deployment.version() + "'.");
      }
      client.checked(reply, "the deployment");
      console
          .out()
          .println(
              isJson
                  ? JsonText.pretty(reply.json())
                  : deployment.system()
                      + " "
                      + deployment.version()
                      + " is deployed to "
                      + deployment.environment()
                      + deployment.target().map(target -> " (" + target + ")").orElse(""));
      return Verdict.HOLDS;
    } catch (RegistryFailure failure) {
      return Publish.tell(console, failure);
    }
  }

  private static String environment(RegistryClient client, Deployment deployment)
      throws RegistryFailure {
    RegistryClient.Reply all = client.checked(client.get("/environments", HAL), "the question");
    List<String> names = new ArrayList<>();
    for (JsonObject environment : environments(all.json())) {
      String name = text(environment, "name");
      if (name.equals(deployment.environment())) {
        return text(environment, "uuid");
      }
      names.add(name);
    }
    if (!deployment.makesEnvironment()) {
      throw new RegistryFailure(
          Verdict.BAD_INPUT,
          "there is no environment '"
              + deployment.environment()
              + "'."
              + (names.isEmpty() ? "" : " There are: " + String.join(", ", names) + "."),
          "With --create-environment it is made (--production for one that users meet).");
    }
    RegistryClient.Reply made =
        client.checked(
            client.post(
                "/environments",
                new Members()
                    .put("name", deployment.environment())
                    .put("displayName", deployment.environment())
                    .put("production", deployment.isProduction())
                    .object()),
            "the environment " + deployment.environment());
    return text(made.json(), "uuid");
  }

  private static List<JsonObject> environments(JsonObject json) {
    List<JsonObject> found = new ArrayList<>();
    if (json.member("_embedded").orElse(JsonObject.EMPTY) instanceof JsonObject embedded
        && embedded.member("environments").orElse(JsonArray.of()) instanceof JsonArray(var items)) {
      for (JsonValue item : items) {
        if (item instanceof JsonObject environment) {
          found.add(environment);
        }
      }
    }
    return found;
  }

  private static String text(JsonObject json, String name) {
    return json.member(name).orElse(JsonObject.EMPTY) instanceof JsonString(String text)
        ? text
        : "";
  }
}
