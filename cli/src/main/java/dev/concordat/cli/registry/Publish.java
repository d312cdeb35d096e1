package dev.concordat.cli.registry;

import dev.concordat.cli.console.Console;
import dev.concordat.model.json.JsonArray;
import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.run.Verdict;
import dev.concordat.report.json.Members;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Publishes what systems say to a registry, one after the other.
public final class Publish {
  private final Console console;
  private final RegistryAddress address;

  public Publish(Console console, RegistryAddress address) {
    this.console = console;
    this.address = address;
  }

  /// Publishes all of them.
  ///
  /// @return {@link Verdict#HOLDS} when the registry has all of it, whatever it says of it: the gate judges
  public Verdict publish(List<Published> systems, ThisVersion version, boolean isJson) {
    List<Published> said = systems.stream().filter(system -> !system.isEmpty()).toList();
    if (said.isEmpty()) {
      console.say("concordat: there is nothing to publish: no system here has pacts or contracts.");
      console.say("  Name files: 'concordat publish pacts/*.json', or --system NAME openapi.yaml.");
      return Verdict.BAD_INPUT;
    }
    if (version.number().isEmpty()) {
      console.say(
          "concordat: which version is this? This is no git repository and no known build; say --version.");
      return Verdict.BAD_INPUT;
    }
    List<JsonValue> answers = new ArrayList<>();
    try (RegistryClient client = new RegistryClient(address)) {
      for (Published system : said) {
        RegistryClient.Reply reply =
            client.checked(
                client.post("/publications", json(system, version)),
                "the publication of " + system.system() + " " + version.number().get());
        answers.add(reply.json());
        if (!isJson) {
          tell(system, version, reply.json());
        }
      }
    } catch (RegistryFailure failure) {
      return tell(console, failure);
    } catch (IOException unreadable) {
      console.say("concordat: a contract cannot be read: " + unreadable.getMessage() + ".");
      return Verdict.BAD_INPUT;
    }
    if (isJson) {
      console.out().println(JsonText.pretty(new JsonArray(answers)));
    }
    return Verdict.HOLDS;
  }

  private static JsonObject json(Published system, ThisVersion version) throws IOException {
    List<JsonValue> pacts = new ArrayList<>();
    for (Published.PactFile pact : system.pacts()) {
      pacts.add(
          new Members()
              .put("provider", pact.provider())
              .put("content", base64(pact.file()))
              .object());
    }
    List<JsonValue> provides = new ArrayList<>();
    for (Path file : system.provides()) {
      String name = String.valueOf(file.getFileName());
      provides.add(
          new Members()
              .put("name", name)
              .put("mediaType", name.endsWith(".json") ? "application/json" : "application/yaml")
              .put("content", base64(file))
              .object());
    }
    return new Members()
        .put("system", system.system())
        .put("version", version.number().orElse(""))
        .maybe("branch", version.branch(), JsonString::new)
        .maybe("buildUrl", version.buildUrl(), JsonString::new)
        .maybe("owner", system.owner(), JsonString::new)
        .put("pacts", new JsonArray(pacts))
        .put("provides", new JsonArray(provides))
        .list(
            "proofs",
            system.proofs(),
            proof ->
                new Members()
                    .put("kind", proof.kind())
                    .put("success", JsonBoolean.of(proof.success()))
                    .put("report", proof.report())
                    .object())
        .object();
  }

  private static String base64(Path file) throws IOException {
    return Base64.getEncoder().encodeToString(Files.readAllBytes(file));
  }

  private void tell(Published system, ThisVersion version, JsonObject answer) {
    console
        .out()
        .println(
            system.system()
                + " "
                + version.number().orElse("")
                + version.branch().map(branch -> "   branch " + branch).orElse("")
                + "   ("
                + version.source()
                + ")");
    for (ProofFile proof : system.proofs()) {
      console
          .out()
          .println("  " + proof.kind() + (proof.success() ? ": holds" : ": does not hold"));
    }
    if (answer.member("notices").orElse(JsonArray.of()) instanceof JsonArray(var notices)) {
      for (JsonValue notice : notices) {
        if (notice instanceof JsonObject object
            && object.member("text").orElse(notice) instanceof JsonString(String text)) {
          text.strip().lines().forEach(line -> console.out().println("  " + line.stripTrailing()));
        }
      }
    }
  }

  /// Says why a registry did not do what was asked.
  public static Verdict tell(Console console, RegistryFailure failure) {
    console.say("concordat: " + failure.getMessage());
    failure.fix().forEach(line -> console.say("  " + line));
    return failure.verdict();
  }
}
