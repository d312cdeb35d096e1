package dev.concordat.cli.registry;

import dev.concordat.cli.console.Console;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.run.Verdict;
import java.util.List;
import java.util.Optional;

/// Asks the gate of a registry whether versions may ship.
public final class AskGate {
  private final Console console;
  private final RegistryAddress address;

  public AskGate(Console console, RegistryAddress address) {
    this.console = console;
    this.address = address;
  }

  /// A version of a system.
  public record Shipped(String system, String version) {}

  /// What is left out for a while, by whom and until when.
  ///
  /// @param until a day, `2026-12-31`
  public record Ignored(String system, Optional<String> version, String owner, String until) {}

  /// The question.
  ///
  /// @param environment where to; empty for a merge
  /// @param branch what is merged into; empty for each system's main branch
  /// @param isDryRun whether the answer is only shown
  public record Question(
      List<Shipped> versions,
      Optional<String> environment,
      Optional<String> branch,
      List<Ignored> ignored,
      boolean isDryRun) {
    public Question {
      versions = List.copyOf(versions);
      ignored = List.copyOf(ignored);
    }

    String query() {
      StringBuilder query = new StringBuilder();
      for (Shipped version : versions) {
        add(query, "version[][system]", version.system());
        add(query, "version[][number]", version.version());
      }
      for (Ignored left : ignored) {
        add(query, "ignore[][system]", left.system());
        left.version().ifPresent(number -> add(query, "ignore[][version]", number));
        add(query, "ignore[][owner]", left.owner());
        add(query, "ignore[][until]", left.until());
      }
      environment.ifPresentOrElse(
          name -> add(query, "to", name), () -> add(query, "merge", branch.orElse("")));
      return query.toString();
    }

    private static void add(StringBuilder query, String name, String value) {
      query
          .append(query.isEmpty() ? "?" : "&")
          .append(RegistryClient.encoded(name))
          .append('=')
          .append(RegistryClient.encoded(value));
    }
  }

  /// SAFE holds; UNSAFE and UNKNOWN are findings, in every format.
  public Verdict ask(Question question, boolean isJson) {
    try (RegistryClient client = new RegistryClient(address)) {
      RegistryClient.Reply reply =
          client.get("/gate" + question.query(), isJson ? "application/json" : "text/plain");
      if (reply.status() == 404 && reply.verdict().isEmpty()) {
        console.say("concordat: " + (isJson ? reply.error() : reply.body().strip()));
        return Verdict.BAD_INPUT;
      }
      client.checked(reply, "the question");
      String verdict = reply.verdict().orElse("");
      console.out().println(isJson ? JsonText.pretty(reply.json()) : reply.body().stripTrailing());
      if (verdict.isEmpty()) {
        throw new RegistryFailure(
            Verdict.NO_ENVIRONMENT, "what answers at " + address + " is no registry of Concordat.");
      }
      if (question.isDryRun() && !verdict.equals("SAFE")) {
        console.say("concordat: a dry run: " + verdict + " would end with 1.");
        return Verdict.HOLDS;
      }
      return verdict.equals("SAFE") ? Verdict.HOLDS : Verdict.FINDINGS;
    } catch (RegistryFailure failure) {
      return Publish.tell(console, failure);
    }
  }
}
